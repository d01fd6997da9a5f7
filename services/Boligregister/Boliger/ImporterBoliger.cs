using System.ComponentModel;
using System.Runtime.CompilerServices;
using Boligsosial.Boligregister.Boliger.Csv;
using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>
/// Registers or updates dwellings from CSV in Kobo's columns (see <see cref="Kolonner"/>). The same file twice changes
/// nothing the second time, so it can be sent again after a broken connection. What the file changes for other services is
/// told in the same transaction.
/// </summary>
internal static class ImporterBoliger
{
    /// <summary>What happens to a file in which some lines are wrong.</summary>
    public enum Modus
    {
        AlleEllerIngen,
        GodtaGyldige,
    }

    /// <summary>What an import did.</summary>
    /// <param name="Lest">Lines read, without heading and empty lines.</param>
    /// <param name="Opprettet">Dwellings registered.</param>
    /// <param name="Oppdatert">Dwellings changed.</param>
    /// <param name="Uendret">Dwellings that were as the file says.</param>
    /// <param name="AntallAvvist">Lines rejected.</param>
    /// <param name="Avvist">What is wrong with them, in the order of the file; the first 10 000 faults.</param>
    /// <param name="IgnorerteKolonner">Columns of the file that the register does not read.</param>
    public sealed record Importrapport(
        int Lest, int Opprettet, int Oppdatert, int Uendret, int AntallAvvist, IReadOnlyList<Linjefeil> Avvist, IReadOnlyList<string> IgnorerteKolonner);

    private const long StoersteFil = 1L << 30;
    private const int FlestFeil = 10_000;

    public static void Map(IEndpointRouteBuilder boliger) => boliger.MapPost("/import", Handle)
        .Krever(Tilganger.EndreBoliger)
        .WithName(nameof(ImporterBoliger))
        .WithSummary("Importer boliger fra CSV")
        .WithDescription(
            "Innhold: text/csv i Kobos kolonner og det Kobo mangler (hent /boliger/eksport for en mal). Semikolon eller komma, UTF-8 eller ISO-8859-1. "
            + "modus=alle-eller-ingen (standard): én feil og ingenting er skrevet (422, import-avvist, med de samme feltene som rapporten). "
            + "modus=godta-gyldige: resten skrives. Boliger kjennes igjen på leverandorboligid, ellers matrikkel + bruksenhetsnummer + ekstrareferanse.")
        .Accepts<string>("text/csv")
        .ProducesProblem(400).ProducesProblem(413).ProducesProblem(422)
        .WithMetadata(new RequestSizeLimitAttribute(StoersteFil));

    private static async Task<Results<Ok<Importrapport>, ProblemHttpResult>> Handle(
        [Description("alle-eller-ingen (standard) eller godta-gyldige.")] string? modus,
        BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, HttpContext http)
    {
        var valgt = Modus.AlleEllerIngen;
        if (modus is not null && !EnumNames<Modus>.TryParse(modus, out valgt))
            return Problem.Invalid([Avvisning.UkjentVerdi("modus", EnumNames<Modus>.All)]);

        using var fil = new CsvLeser(http.Request.Body);
        if (await fil.LesOverskrift(http.RequestAborted) is { Count: > 0 } overskriftfeil)
            return Avvist(new(0, 0, 0, 0, 0, overskriftfeil, fil.Ignorerte));

        await using var transaksjon = await db.Database.BeginTransactionAsync(http.RequestAborted);
        var forbindelse = (NpgsqlConnection)db.Database.GetDbConnection();
        var lager = new Importlager(forbindelse, http.RequestAborted);
        var lesing = new Lesing(fil, profil);
        await lager.Kopier(lesing.Gyldige(http.RequestAborted));
        var idag = tid.Idag();
        lesing.Avvis(await lager.Koble(idag));
        if (lesing.AntallAvvist > 0 && valgt == Modus.AlleEllerIngen)
            return Avvist(lesing.Rapport(default));

        var skrevet = await lager.Flett(fil, profil, idag);
        await foreach (var hendelser in new Importhendelser(forbindelse, http.RequestAborted).Les())
            await db.Publish(hendelser, http.RequestAborted);
        await transaksjon.CommitAsync(http.RequestAborted);
        return TypedResults.Ok(lesing.Rapport(skrevet));
    }

    private static ProblemHttpResult Avvist(Importrapport rapport)
    {
        var problem = Problem.Of(StatusCodes.Status422UnprocessableEntity, "import-avvist", "Filen har feil, og ingenting er skrevet.");
        problem.Extensions["lest"] = rapport.Lest;
        problem.Extensions["opprettet"] = rapport.Opprettet;
        problem.Extensions["oppdatert"] = rapport.Oppdatert;
        problem.Extensions["uendret"] = rapport.Uendret;
        problem.Extensions["antallAvvist"] = rapport.AntallAvvist;
        problem.Extensions["avvist"] = rapport.Avvist;
        problem.Extensions["ignorerteKolonner"] = rapport.IgnorerteKolonner;
        return TypedResults.Problem(problem);
    }

    /// <summary>Goes through the file once and keeps count.</summary>
    private sealed class Lesing(CsvLeser fil, Kommuneprofil profil)
    {
        private readonly List<Linjefeil> _feil = [];
        private int _lest;

        public int AntallAvvist { get; private set; }

        public async IAsyncEnumerable<(int Linje, Boligdata Bolig)> Gyldige([EnumeratorCancellation] CancellationToken avbrutt)
        {
            await foreach (var (linje, lest, feil) in fil.Les(avbrutt))
            {
                _lest++;
                if (lest is null)
                {
                    Avvis(feil);
                    continue;
                }

                var bolig = Boligkontroll.Normaliser(lest);
                feil.AddRange(Boligkontroll.Kontroller(bolig, profil)
                    .Where(f => feil.TrueForAll(c => Kolonner.Finn(Kolonner.Bart(c.Kolonne!))?.Felt != f.Felt))
                    .Select(f => new Linjefeil(linje, Kolonner.ForFelt(f.Felt!), f.Kode, f.Tekst)));
                if (feil.Count == 0)
                    yield return (linje, bolig);
                else
                    Avvis(feil);
            }
        }

        /// <summary>Faults of one line, or of one line each.</summary>
        public void Avvis(List<Linjefeil> feil)
        {
            AntallAvvist += feil.DistinctBy(f => f.Linje).Count();
            _feil.AddRange(feil.Take(FlestFeil - _feil.Count));
        }

        public Importrapport Rapport((int Opprettet, int Oppdatert, int Uendret) skrevet) => new(
            _lest, skrevet.Opprettet, skrevet.Oppdatert, skrevet.Uendret, AntallAvvist, [.. _feil.OrderBy(f => f.Linje)], fil.Ignorerte);
    }
}
