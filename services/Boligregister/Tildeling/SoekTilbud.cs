using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>Offers, a page at a time.</summary>
internal static class SoekTilbud
{
    public static void Map(IEndpointRouteBuilder tilbud) => tilbud.MapGet("/", Handle)
        .Krever(Tilganger.LesSoeknader)
        .WithName(nameof(SoekTilbud))
        .WithSummary("Søk i tilbud")
        .WithDescription("Tilbud i enheten din, med status (sendt, ja, nei, bortfalt, trukket), for en søknad eller en bolig. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<TilbudSvar>>, ProblemHttpResult>> Handle(
        string? status, Guid? soeknadId, Guid? boligId, int? antall, string? etter, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        var valgt = default(Tilbudsstatus);
        if (status is not null && !EnumNames<Tilbudsstatus>.TryParse(status, out valgt))
            return Problem.Invalid([Avvisning.UkjentVerdi("status", EnumNames<Tilbudsstatus>.All)]);
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var tilbud = db.SynligeTilbud(bruker).AsNoTracking();
        if (status is not null)
            tilbud = tilbud.Where(t => t.Status == valgt);
        if (soeknadId is { } soeknad)
            tilbud = tilbud.Where(t => t.SoeknadId == soeknad);
        if (boligId is { } bolig)
            tilbud = tilbud.Where(t => t.BoligId == bolig);
        var side = valg.Side(await tilbud.Where(t => valg.Etter == null || t.Id > valg.Etter).OrderBy(t => t.Id).Take(valg.Antall + 1).ToListAsync(avbrutt), t => t.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(t => t.Bruk(Handling.Lest)), avbrutt);
        return TypedResults.Ok(new Side<TilbudSvar>([.. side.Innhold.Select(t => new TilbudSvar(t))], side.Neste));
    }
}
