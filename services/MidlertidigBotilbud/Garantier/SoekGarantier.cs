using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>The garantier of the caller's unit, a page at a time.</summary>
internal static class SoekGarantier
{
    /// <summary>Which.</summary>
    public sealed class Filter
    {
        [Description("Status: loeper, frigitt eller avslag.")]
        public string? Status { get; init; }

        [Description("Garantier for dette leieforholdet i boligregisteret.")]
        public Guid? LeieforholdId { get; init; }

        [Description("Garantier for denne personen (personRef).")]
        public Guid? PersonRef { get; init; }
    }

    public static void Map(IEndpointRouteBuilder garantier) => garantier.MapGet("/", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(SoekGarantier))
        .WithSummary("Søk i garantier og depositum")
        .WithDescription("I enheten din, i den rekkefølgen de ble avgjort; filtre virker sammen. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<GarantiSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (!EnumNames<Garantistatus>.TryParse(filter.Status, out var status) && filter.Status is not null)
            feil.Add(Avvisning.UkjentVerdi("status", EnumNames<Garantistatus>.All));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var garantier = db.SynligeGarantier(bruker).Where(g => g.Id > (valg.Etter ?? Guid.Empty));
        if (filter.Status is not null)
            garantier = garantier.Where(g => g.Status == status);
        if (filter.LeieforholdId is { } leieforhold)
            garantier = garantier.Where(g => g.LeieforholdId == leieforhold);
        if (filter.PersonRef is { } person)
            garantier = garantier.Om(person, g => g.Personer);
        var side = valg.Side(await garantier.OrderBy(g => g.Id).Take(valg.Antall + 1).ToListAsync(avbrutt), g => g.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(g => g.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<GarantiSvar>([.. side.Innhold.Select(GarantiSvar.Av)], side.Neste));
    }
}
