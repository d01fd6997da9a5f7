using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>The places of the caller's unit, a page at a time.</summary>
internal static class SoekPlasser
{
    public static void Map(IEndpointRouteBuilder plasser) => plasser.MapGet("/", Handle)
        .Krever(Tilganger.Plasser)
        .WithName(nameof(SoekPlasser))
        .WithSummary("Søk i plasser")
        .WithDescription("I enheten din, i den rekkefølgen de ble registrert; filtrene slag og tilbyderId virker sammen. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<PlassSvar>>, ProblemHttpResult>> Handle(
        string? slag, Guid? tilbyderId, int? antall, string? etter, MidlertidigBotilbudDb db, Bruker bruker, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (!EnumNames<Plasslag>.TryParse(slag, out var valgt) && slag is not null)
            feil.Add(Avvisning.UkjentVerdi("slag", EnumNames<Plasslag>.All));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var plasser = db.Set<Plass>().AsNoTracking().Where(p => p.Enhet == bruker.Enhet && p.Id > (valg.Etter ?? Guid.Empty));
        if (slag is not null)
            plasser = plasser.Where(p => p.Data.Slag == valgt);
        if (tilbyderId is { } tilbyder)
            plasser = plasser.Where(p => p.Data.TilbyderId == tilbyder);
        var side = valg.Side(await plasser.OrderBy(p => p.Id).Take(valg.Antall + 1).ToListAsync(avbrutt), p => p.Id);
        return TypedResults.Ok(new Side<PlassSvar>([.. side.Innhold.Select(PlassSvar.Av)], side.Neste));
    }
}
