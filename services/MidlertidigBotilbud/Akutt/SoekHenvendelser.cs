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

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>The henvendelser of the caller's unit, a page at a time; what waits for a vedtak is <c>status=mottatt</c>, who will come is <c>kommende=true</c>, who got neither a bed nor a reason is
/// <c>manglerAvvik=true</c>.</summary>
internal static class SoekHenvendelser
{
    /// <summary>Which.</summary>
    public sealed class Filter
    {
        [Description("Status: mottatt, innvilget, avslag eller trukket.")]
        public string? Status { get; init; }

        [Description("Henvendelser som denne personen (personRef) er med i.")]
        public Guid? PersonRef { get; init; }

        [Description("Henvendelser fra denne husstanden.")]
        public Guid? HusstandId { get; init; }

        [Description("Bare dem som trenger plass fra en dag som ikke er kommet: løslatelse, utskriving, ettervern.")]
        public bool? Kommende { get; init; }

        [Description("Bare dem som ikke fikk plass den første natten, avgjort eller ikke, uten at noen har registrert avvik.")]
        public bool? ManglerAvvik { get; init; }
    }

    public static void Map(IEndpointRouteBuilder henvendelser) => henvendelser.MapGet("/", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(SoekHenvendelser))
        .WithSummary("Søk i henvendelser")
        .WithDescription("I enheten din, i den rekkefølgen de ble registrert; filtre virker sammen. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<HenvendelseSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (!EnumNames<Henvendelsesstatus>.TryParse(filter.Status, out var status) && filter.Status is not null)
            feil.Add(Avvisning.UkjentVerdi("status", EnumNames<Henvendelsesstatus>.All));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var idag = tid.Idag();
        var henvendelser = db.SynligeHenvendelser(bruker).Where(h => h.Id > (valg.Etter ?? Guid.Empty));
        if (filter.Status is not null)
            henvendelser = henvendelser.Where(h => h.Status == status);
        if (filter.PersonRef is { } person)
            henvendelser = henvendelser.Om(person, h => h.Personer);
        if (filter.HusstandId is { } husstand)
            henvendelser = henvendelser.Where(h => h.HusstandId == husstand);
        if (filter.Kommende == true)
            henvendelser = henvendelser.Where(h => h.BehovFra > idag);
        if (filter.ManglerAvvik == true)
        {
            var mangler = db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM mangler_avvik({bruker.Enhet}, {idag})");
            henvendelser = henvendelser.Where(h => mangler.Contains(h.Id));
        }

        var side = valg.Side(await henvendelser.OrderBy(h => h.Id).Take(valg.Antall + 1).MedAlt().ToListAsync(avbrutt), h => h.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(h => h.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<HenvendelseSvar>([.. side.Innhold.Select(h => new HenvendelseSvar(h, idag))], side.Neste));
    }
}
