using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Statistikk;

/// <summary>
/// Takes in aggregates that others have published: the plan's tables of years before there were cases, other municipalities. A file has one source, and what was
/// imported of that source before is replaced; the same file twice changes nothing.
/// </summary>
internal static class ImporterHistoriskeTall
{
    private const long StoersteFil = 4L << 20;
    private const int LengsteKilde = 200;
    private const int FlestFeil = 100;

    /// <summary>What an import did.</summary>
    /// <param name="Kilde">The source.</param>
    /// <param name="Importert">Numbers that there are of it now.</param>
    /// <param name="Erstattet">Numbers that there were of it before.</param>
    public sealed record Response(string Kilde, int Importert, int Erstattet);

    public static void Map(IEndpointRouteBuilder statistikk) => statistikk.MapPost("/historiske-tall/import", Handle)
        .Krever(Tilganger.ImporterTall)
        .WithName(nameof(ImporterHistoriskeTall))
        .WithSummary("Importer tall som er publisert av andre, fra CSV")
        .WithDescription(
            "Innhold: text/csv i UTF-8 med semikolon og kolonnene kommunenummer, kommune, fra, til, maaltall, verdi og eventuelt merknad. Tallene står som i kilden og blandes aldri med dem som regnes ut av sakene. "
            + $"Måltallene er {string.Join(", ", Maaltall.Alle)}. "
            + "Alt eller ingenting; kildens tidligere tall erstattes. Koder: ugyldig (400), import-avvist (422, med avvist: linje, kolonne, melding).")
        .Accepts<string>("text/csv")
        .ProducesProblem(400).ProducesProblem(413).ProducesProblem(422)
        .WithMetadata(new RequestSizeLimitAttribute(StoersteFil));

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        [Description("Hvor tallene står: dokument, tabell og dato. Inntil 200 tegn.")] string? kilde, FinansieringDb db, Bruker bruker, TimeProvider tid, HttpContext http)
    {
        if (string.IsNullOrWhiteSpace(kilde) || kilde.Length > LengsteKilde || kilde.Contains('\0', StringComparison.Ordinal) || Foedselsnummer.FinnesI(kilde))
            return Problem.Invalid([new("ugyldig-verdi", $"Må oppgis, med inntil {LengsteKilde} tegn.", Felt: "kilde")]);
        var (tall, feil) = await Tallfil.Les(http.Request.Body, tid.Idag(), http.RequestAborted);
        if (feil.Count == 0 && tall.Count == 0)
            feil.Add(new(2, null, "Filen har ingen tall."));
        if (feil.Count > 0)
            return Avvist(feil);

        await using var transaksjon = await db.Database.BeginTransactionAsync(http.RequestAborted);
        // Two files of one source come one after the other.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('historisk_tall/' || {kilde}, 0))", http.RequestAborted);
        var erstattet = await db.Database.ExecuteSqlAsync($"DELETE FROM historisk_tall WHERE kilde = {kilde}", http.RequestAborted);
        var importert = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO historisk_tall (kilde, kommunenummer, kommune, fra, til, maaltall, verdi, merknad, importert, importert_av)
            SELECT {kilde}, *, {tid.GetUtcNow()}, {bruker.Navn}
            FROM unnest({Alle(t => t.Kommunenummer)}, {Alle(t => t.Kommune)}, {Alle(t => t.Fra)}, {Alle(t => t.Til)}, {Alle(t => t.Maaltall)}, {Alle(t => t.Verdi)}, {Alle(t => t.Merknad)})
            """, http.RequestAborted);
        await transaksjon.CommitAsync(http.RequestAborted);
        return TypedResults.Ok(new Response(kilde, importert, erstattet));

        T[] Alle<T>(Func<Historisktall, T> felt) => [.. tall.Select(felt)];
    }

    private static ProblemHttpResult Avvist(List<Tallfeil> feil)
    {
        var problem = Problem.Of(StatusCodes.Status422UnprocessableEntity, "import-avvist", "Filen har feil, og ingenting er skrevet.");
        problem.Extensions["antallAvvist"] = feil.Count;
        problem.Extensions["avvist"] = feil.Take(FlestFeil);
        return TypedResults.Problem(problem);
    }
}
