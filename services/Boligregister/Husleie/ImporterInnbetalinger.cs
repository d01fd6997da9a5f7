using System.ComponentModel;
using System.Runtime.CompilerServices;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Boliger.Csv;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>
/// Posts the payments of the bank's file. A payment is known by the bank's own reference, so the same file twice posts nothing
/// the second time.
/// </summary>
internal static class ImporterInnbetalinger
{
    /// <summary>What an import did.</summary>
    /// <param name="Lest">Lines read, without heading and empty lines.</param>
    /// <param name="Bokfoert">Payments posted on a lease.</param>
    /// <param name="Uavklarte">Payments registered whose KID is no lease's: somebody has to place them.</param>
    /// <param name="Sum">Kroner registered, posted or not.</param>
    /// <param name="Kjente">Lines that had come before.</param>
    /// <param name="AntallAvvist">Lines rejected.</param>
    /// <param name="Avvist">What is wrong with them, in the order of the file; the first 10 000 faults.</param>
    /// <param name="IgnorerteKolonner">Columns of the file that are not read.</param>
    public sealed record Importrapport(
        int Lest, int Bokfoert, int Uavklarte, decimal Sum, int Kjente, int AntallAvvist, IReadOnlyList<Linjefeil> Avvist, IReadOnlyList<string> IgnorerteKolonner);

    private const long StoersteFil = 1L << 28;
    private const int FlestFeil = 10_000;

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/innbetalinger/import", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(ImporterInnbetalinger))
        .WithSummary("Importer innbetalinger fra banken")
        .WithDescription(
            "Innhold: text/csv med kolonnene dato, beloep, kid og arkivreferanse; andre leses ikke. Semikolon eller komma, UTF-8 eller ISO-8859-1, 2026-12-01 eller 01.12.2026, 9507.50 eller 9 507,50. "
            + "Samme arkivreferanse føres aldri to ganger. En KID ingen har, blir en uavklart innbetaling. "
            + "modus=alle-eller-ingen (standard): én feil og ingenting er skrevet (422, import-avvist, med de samme feltene som rapporten). modus=godta-gyldige: resten skrives. "
            + "Koder: ugyldig (400), import-avvist (422).")
        .Accepts<string>("text/csv")
        .ProducesProblem(400).ProducesProblem(413).ProducesProblem(422)
        .WithMetadata(new RequestSizeLimitAttribute(StoersteFil));

    private static async Task<Results<Ok<Importrapport>, ProblemHttpResult>> Handle(
        [Description("alle-eller-ingen (standard) eller godta-gyldige.")] string? modus,
        BoligregisterDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var valgt = ImporterBoliger.Modus.AlleEllerIngen;
        if (modus is not null && !EnumNames<ImporterBoliger.Modus>.TryParse(modus, out valgt))
            return Problem.Invalid([Avvisning.UkjentVerdi("modus", EnumNames<ImporterBoliger.Modus>.All)]);

        using var fil = new Bankfil(http.Request.Body);
        if (await fil.LesOverskrift(http.RequestAborted) is { Count: > 0 } overskriftfeil)
            return Avvist(new(0, 0, 0, 0, 0, 0, overskriftfeil, fil.Ignorerte));

        await using var transaksjon = await db.Database.BeginTransactionAsync(http.RequestAborted);
        var lager = new Innbetalingslager((NpgsqlConnection)db.Database.GetDbConnection(), bruker, tid.GetUtcNow(), http.RequestAborted);
        var lesing = new Lesing(fil);
        var gyldige = await lager.Kopier(lesing.Gyldige(tid.Idag(), http.RequestAborted));
        await db.LaasReskontro(bruker.Enhet, http.RequestAborted);
        var ulike = await lager.FinnUlike();
        lesing.Avvis(ulike);
        if (lesing.AntallAvvist > 0 && valgt == ImporterBoliger.Modus.AlleEllerIngen)
            return Avvist(lesing.Rapport(default, 0));

        var bokfoert = await lager.Bokfoer();
        logg.SkrivKjoering(db, bruker, "husleie/innbetalinger");
        await db.Fullfoer(transaksjon, http.RequestAborted);
        return TypedResults.Ok(lesing.Rapport(bokfoert, gyldige - ulike.Count - bokfoert.Nye));
    }

    private static ProblemHttpResult Avvist(Importrapport rapport)
    {
        var problem = Problem.Of(StatusCodes.Status422UnprocessableEntity, "import-avvist", "Filen har feil, og ingenting er skrevet.");
        problem.Extensions["lest"] = rapport.Lest;
        problem.Extensions["antallAvvist"] = rapport.AntallAvvist;
        problem.Extensions["avvist"] = rapport.Avvist;
        problem.Extensions["ignorerteKolonner"] = rapport.IgnorerteKolonner;
        return TypedResults.Problem(problem);
    }

    /// <summary>Goes through the file once and keeps count.</summary>
    private sealed class Lesing(Bankfil fil)
    {
        private readonly List<Linjefeil> _feil = [];
        private int _lest;

        public int AntallAvvist { get; private set; }

        public async IAsyncEnumerable<Banklinje> Gyldige(DateOnly idag, [EnumeratorCancellation] CancellationToken avbrutt)
        {
            await foreach (var (linje, feil) in fil.Les(idag, avbrutt))
            {
                _lest++;
                if (feil.Count == 0)
                    yield return linje;
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

        public Importrapport Rapport(Innbetalingslager.Bokfoert bokfoert, int kjente) =>
            new(_lest, bokfoert.Plassert, bokfoert.Uavklarte, bokfoert.Sum, kjente, AntallAvvist, [.. _feil.OrderBy(f => f.Linje)], fil.Ignorerte);
    }
}
