using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>The stays of the caller's unit, a page at a time; those past their agreed departure are <c>overTiden=true</c>.</summary>
internal static class SoekOpphold
{
    /// <summary>Which.</summary>
    public sealed class Filter
    {
        [Description("Status: loeper, avsluttet eller uteblitt.")]
        public string? Status { get; init; }

        [Description("Opphold som denne personen (personRef) er med i.")]
        public Guid? PersonRef { get; init; }

        [Description("Opphold for denne husstanden.")]
        public Guid? HusstandId { get; init; }

        [Description("Bare dem som skulle ha reist og ikke er meldt ut.")]
        public bool? OverTiden { get; init; }
    }

    public static void Map(IEndpointRouteBuilder opphold) => opphold.MapGet("/", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(SoekOpphold))
        .WithSummary("Søk i opphold")
        .WithDescription("I enheten din, i den rekkefølgen de ble bestilt; filtre virker sammen. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<OppholdSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (!EnumNames<Oppholdsstatus>.TryParse(filter.Status, out var status) && filter.Status is not null)
            feil.Add(Avvisning.UkjentVerdi("status", EnumNames<Oppholdsstatus>.All));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var idag = tid.Idag();
        var opphold = db.SynligeOpphold(bruker).Where(o => o.Id > (valg.Etter ?? Guid.Empty));
        if (filter.Status is not null)
            opphold = opphold.Where(o => o.Status == status);
        if (filter.PersonRef is { } person)
            opphold = opphold.Om(person, o => o.Personer);
        if (filter.HusstandId is { } husstand)
            opphold = opphold.Where(o => o.HusstandId == husstand);
        if (filter.OverTiden == true)
            opphold = opphold.Where(o => o.Status == Oppholdsstatus.Loeper && o.Til < idag);
        var side = valg.Side(await opphold.OrderBy(o => o.Id).Take(valg.Antall + 1).Include(o => o.Belegg).AsSplitQuery().ToListAsync(avbrutt), o => o.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(o => o.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<OppholdSvar>([.. side.Innhold.Select(o => OppholdSvar.Av(o, idag))], side.Neste));
    }
}
