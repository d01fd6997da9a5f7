using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoettesaker.Husbanken;

/// <summary>
/// Reads the answers that wait: Husbanken's vedtak month by month, and what it has paid. A file is read whole or not at all, and the same one again changes nothing.
/// </summary>
internal static class LesSvar
{
    private const long StoersteFil = 64L << 20;

    /// <summary>What came of the files.</summary>
    public sealed record Response(IReadOnlyList<Filrapport> Filer);

    /// <summary>What came of a file.</summary>
    /// <param name="Fil">Its name.</param>
    /// <param name="Lest">False: it has faults, and nothing of it is written.</param>
    /// <param name="Linjer">Lines, without empty ones.</param>
    /// <param name="NyeVedtak">Vedtak that were not known.</param>
    /// <param name="NyeUtbetalinger">Payments that were not known.</param>
    /// <param name="Kjente">Vedtak and payments that had come before.</param>
    /// <param name="Venter">Months that Husbanken has not decided, and payments with a day to come.</param>
    /// <param name="Feil">What is wrong, line by line.</param>
    public sealed record Filrapport(string Fil, bool Lest, int Linjer, int NyeVedtak, int NyeUtbetalinger, int Kjente, int Venter, IReadOnlyList<Linjefeil> Feil);

    public static void Map(IEndpointRouteBuilder husbanken) => husbanken.MapPost("/svar", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(LesSvar))
        .WithSummary("Les svarene fra Husbanken")
        .WithDescription(
            "Filer med én JSON-linje per sak: referanse, vedtaksdato, saker og utbetalinger. Én feil i en fil, og ingenting av den er skrevet; filen legges til side. Kan kalles så ofte man vil. "
            + "Et annet vedtak enn det som er ført for måneden, avvises, om ikke en klage har ført fram: da tar det plassen til det gamle. "
            + "Koder: husbanken-ikke-satt-opp (409), husbanken-utilgjengelig (503). Linjene: ugyldig-json, ugyldig-verdi, ukjent-verdi, to-ganger, for-stor, sak-finnes-ikke, vedtaksdato-mangler, "
            + "dato-for-tidlig, dato-i-framtiden, feil-maaned, sak-avsluttet, sak-finnes, vedtak-ulikt, utbetaling-uten-vedtak, utbetaling-ulik.")
        .ProducesProblem(409).ProducesProblem(503);

    internal static ProblemHttpResult IkkeSattOpp => Problem.From(new("husbanken-ikke-satt-opp", "Innstillingen Husbanken:Mappe sier ikke hvor filene er."), StatusCodes.Status409Conflict);

    internal static ProblemHttpResult Utilgjengelig => Problem.From(new("husbanken-utilgjengelig", "Mappen for filer til og fra Husbanken svarer ikke. Prøv igjen om litt."), StatusCodes.Status503ServiceUnavailable);

    /// <summary>One at a time for a unit, whichever replica.</summary>
    internal static Task LaasHusbanken(this FinansieringDb db, string enhet, CancellationToken avbrutt) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('husbanken/' || {enhet}, 0))", avbrutt);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(FinansieringDb db, IHusbanken husbanken, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!husbanken.Klar)
            return IkkeSattOpp;
        try
        {
            var rapporter = new List<Filrapport>();
            // Held until all are read: two who come at once do not take the same file.
            await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
            await db.LaasHusbanken(bruker.Enhet, avbrutt);
            foreach (var fil in husbanken.Svar(bruker.Enhet))
            {
                await transaksjon.CreateSavepointAsync("fil", avbrutt);
                var rapport = await Les(db, husbanken, fil, bruker, logg, tid.Idag(), avbrutt);
                if (!rapport.Lest)
                    await transaksjon.RollbackToSavepointAsync("fil", avbrutt);
                db.ChangeTracker.Clear();
                rapporter.Add(rapport);
            }

            await transaksjon.CommitAsync(avbrutt);
            // A file that is still there is read again, and says nothing new.
            foreach (var rapport in rapporter)
                husbanken.Ferdig(bruker.Enhet, rapport.Fil, rapport.Lest);
            return TypedResults.Ok(new Response(rapporter));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Utilgjengelig;
        }
    }

    private static async Task<Filrapport> Les(FinansieringDb db, IHusbanken husbanken, string fil, Bruker bruker, Tilgangslogg logg, DateOnly idag, CancellationToken avbrutt)
    {
        var feil = new List<Linjefeil>();
        var (linjer, svar) = await LesLinjer(husbanken, bruker.Enhet, fil, feil, avbrutt);
        var saker = await Saker(db, svar, bruker, avbrutt);
        var foering = new Svarfoering(idag, feil);
        var endret = new Dictionary<Bostoettesak, Saksstatus>();
        foreach (var linje in svar)
        {
            if (!saker.TryGetValue(linje.Referanse, out var sak))
            {
                feil.Add(new(linje.Linje, "referanse", "sak-finnes-ikke", "Saken finnes ikke."));
                continue;
            }

            var status = sak.Status;
            if (!foering.Foer(sak, linje))
                continue;
            endret[sak] = status;
            logg.Skriv(db, bruker, sak.Bruk(Handling.Skrevet));
        }

        if (feil.Count == 0 && await db.Lagre(endret, avbrutt) is { } nei)
            feil.Add(new(0, null, nei.Kode, nei.Tekst));
        if (feil.Count > 0)
            return new(fil, false, linjer, 0, 0, 0, 0, [.. feil.OrderBy(f => f.Linje)]);
        return new(fil, true, linjer, foering.NyeVedtak, foering.NyeUtbetalinger, foering.Kjente, foering.Venter, []);
    }

    private static async Task<(int Linjer, List<Husbankensvar> Svar)> LesLinjer(IHusbanken husbanken, string enhet, string fil, List<Linjefeil> feil, CancellationToken avbrutt)
    {
        var (antall, svar, sett) = (0, new List<Husbankensvar>(), new HashSet<Guid>());
        await using var stroem = husbanken.Les(enhet, fil);
        if (stroem.Length > StoersteFil)
        {
            feil.Add(new(0, null, "for-stor", $"Filen er større enn {StoersteFil >> 20} MB."));
            return (0, svar);
        }

        using var leser = new StreamReader(stroem);
        for (var nr = 1; await leser.ReadLineAsync(avbrutt) is { } tekst; nr++)
        {
            if (string.IsNullOrWhiteSpace(tekst))
                continue;
            antall++;
            if (Husbankensvar.Les(nr, tekst, feil) is not { } linje)
                continue;
            if (sett.Add(linje.Referanse))
                svar.Add(linje);
            else
                feil.Add(new(nr, "referanse", "to-ganger", "Samme referanse står på en linje lenger opp."));
        }

        return (antall, svar);
    }

    /// <summary>Those of the cases that the caller sees, locked.</summary>
    private static async Task<Dictionary<Guid, Bostoettesak>> Saker(FinansieringDb db, List<Husbankensvar> svar, Bruker bruker, CancellationToken avbrutt)
    {
        var ider = svar.ConvertAll(s => s.Referanse).ToArray();
        var saker = await db.Set<Bostoettesak>()
            .FromSql($"SELECT *, xmin FROM bostoettesak WHERE id = ANY ({ider}) AND enhet = {bruker.Enhet} AND NOT person_skjult(soeker, {bruker.Skjermet}) ORDER BY id FOR UPDATE")
            .ToDictionaryAsync(s => s.Id, avbrutt);
        var synlige = saker.Keys.ToList();
        await db.Set<Bostoettevedtak>().Where(v => synlige.Contains(v.SakId)).AsSplitQuery().LoadAsync(avbrutt);
        return saker;
    }
}
