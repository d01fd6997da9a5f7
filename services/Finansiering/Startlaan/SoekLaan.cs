using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>The loans that the caller's unit has paid out, one by one, by the last saldo of each; those in arrears are <c>mislighold=true</c>.</summary>
internal static class SoekLaan
{
    /// <summary>A loan; kroner.</summary>
    /// <param name="Id">Of the loan.</param>
    /// <param name="SoeknadId">The application that it came of, where its saldo is written down.</param>
    /// <param name="Laantakere">The borrowers (personRef).</param>
    /// <param name="Ordning">Which money it is of.</param>
    /// <param name="Formaal">What it is for.</param>
    /// <param name="Beloep">Paid out.</param>
    /// <param name="Utbetalt">The day.</param>
    /// <param name="Saldo">What is owed; 0 when it is paid down.</param>
    /// <param name="SaldoDato">The day of the saldo.</param>
    /// <param name="Rente">Percent, nominal.</param>
    /// <param name="Rentetype">Floating or fixed.</param>
    /// <param name="Laanetype">«annuitet» or «serie».</param>
    /// <param name="LoepetidAar">Years.</param>
    /// <param name="AvdragsfrihetAar">Years with interest only.</param>
    /// <param name="Mislighold">Due and not paid.</param>
    /// <param name="MisligholdFra">Since the saldo of this day; null when nothing is.</param>
    public sealed record Response(
        Guid Id, Guid SoeknadId, IReadOnlyList<Guid> Laantakere, Ordning Ordning, Formaal Formaal, decimal Beloep, DateOnly Utbetalt, decimal Saldo, DateOnly SaldoDato, decimal Rente, Rentetype Rentetype,
        Laanetype Laanetype, int LoepetidAar, int AvdragsfrihetAar, decimal Mislighold, DateOnly? MisligholdFra);

    public static void Map(IEndpointRouteBuilder startlaan) => startlaan.MapGet("/laan", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(SoekLaan))
        .WithSummary("Søk i utbetalte startlån")
        .WithDescription("Etter siste saldo for hvert lån, også dem som er nedbetalt. Filtre virker sammen: mislighold (true: noe er forfalt og ikke betalt) og personRef. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<Response>>, ProblemHttpResult>> Handle(
        bool? mislighold, Guid? personRef, int? antall, string? etter, FinansieringDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var laan = db.Set<Laan>().Where(l => l.Enhet == bruker.Enhet).Synlige(db, bruker, l => l.Laantakere).AsNoTracking().Where(l => l.Id > (valg.Etter ?? Guid.Empty));
        if (personRef is { } person)
            laan = laan.Om(person, l => l.Laantakere);
        if (mislighold is { } misligholdt)
            laan = laan.Where(l => l.Mislighold > 0 == misligholdt);

        var side = valg.Side(await laan.OrderBy(l => l.Id).Take(valg.Antall + 1).ToListAsync(avbrutt), l => l.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(l => l.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<Response>([.. side.Innhold.Select(Svar)], side.Neste));
    }

    private static Response Svar(Laan l) => new(
        l.Id, l.SoeknadId, l.Laantakere, l.Ordning, l.Formaal, l.Beloep, l.Utbetalt, l.Saldo, l.SaldoDato, l.Rente, l.Rentetype, l.Laanetype, l.LoepetidAar, l.AvdragsfrihetAar, l.Mislighold, l.MisligholdFra);
}
