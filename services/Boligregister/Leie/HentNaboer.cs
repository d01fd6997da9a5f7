using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>Who lives in the other dwellings of an address today.</summary>
internal static class HentNaboer
{
    /// <summary>The neighbours.</summary>
    public sealed record Naboer(IReadOnlyList<LeieforholdSvar> Innhold);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/boliger/{id:guid}/naboer", Handle)
        .Krever(Tilganger.LesLeieforhold)
        .WithTags("Leieforhold")
        .WithName(nameof(HentNaboer))
        .WithSummary("Hent leieforholdene i de andre boligene på adressen")
        .WithDescription("De som løper i dag, i enheten din, høyst 500. Koder: finnes-ikke (404).")
        .ProducesProblem(404);

    private static async Task<Results<Ok<Naboer>, ProblemHttpResult>> Handle(Guid id, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Boliger.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, avbrutt) is not { Data.Adresse: { } adresse })
            return Problem.NotFound("Boligen");

        var idag = tid.Idag();
        var paaAdressen = db.Boliger.Where(b => b.Id != id && b.Data.Adresse!.Gatenavn == adresse.Gatenavn && b.Data.Adresse.Husnummer == adresse.Husnummer
            && b.Data.Adresse.Husbokstav == adresse.Husbokstav && b.Data.Adresse.Postnummer == adresse.Postnummer);
        var naboer = await db.Synlige(bruker).Where(l => l.Fra <= idag && (l.Til == null || l.Til > idag) && paaAdressen.Any(b => b.Id == l.BoligId))
            .OrderBy(l => l.Id).Take(Sidevalg.Maks).ToListAsync(avbrutt);
        await logg.Les(bruker, naboer.SelectMany(l => l.Lest()), avbrutt);
        return TypedResults.Ok(new Naboer([.. naboer.Select(l => new LeieforholdSvar(l))]));
    }
}
