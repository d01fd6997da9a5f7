using Boligsosial.Boligregister.Tildeling.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>Who is next for a dwelling: the ranked list, those whom it fits.</summary>
internal static class HentKandidater
{
    private const int Flest = 50;

    /// <summary>One whom the dwelling fits.</summary>
    /// <param name="SoeknadId">The application.</param>
    /// <param name="Plass">The place on the waiting list.</param>
    /// <param name="Ventelistepoeng">The points that give it.</param>
    /// <param name="Passform">How the dwelling fits.</param>
    public sealed record Kandidat(Guid SoeknadId, int Plass, int Ventelistepoeng, Passformsvar Passform);

    /// <summary>The first of them.</summary>
    public sealed record Kandidater(IReadOnlyList<Kandidat> Innhold);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/boliger/{id:guid}/kandidater", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithTags("Tildeling")
        .WithName(nameof(HentKandidater))
        .WithSummary("Hent hvem på ventelisten en bolig passer for")
        .WithDescription("I ventelistens rekkefølge, de 50 første uten et tilbud å svare på, med hva som passer og hva det advares mot. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<Kandidater>, ProblemHttpResult>> Handle(
        Guid id, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (await Ledigeboliger.Hent(db, id, avbrutt) is not [var bolig])
            return Problem.NotFound("Boligen");

        var rangering = await Ledigeboliger.UtenTilbud(db, profil, bruker, tid.Idag(), avbrutt);
        var passer = rangering.Alle.Where(v => Passform.Passer(v.Soeker(), bolig, profil.Tildeling)).Take(Flest).ToList();
        await logg.Les(bruker, passer.SelectMany(v => v.Soekere.Select(s => new Bruk(Handling.Lest, new(s), "venteliste", "saksbehandling", $"soeknad/{v.SoeknadId}"))), avbrutt);
        return TypedResults.Ok(new Kandidater([.. passer.Select(v => new Kandidat(v.SoeknadId, v.Plass, v.Poeng, Passform.Vurder(v.Soeker(), bolig, profil.Tildeling)))]));
    }
}
