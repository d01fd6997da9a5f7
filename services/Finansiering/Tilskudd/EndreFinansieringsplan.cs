using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>What it costs and what pays for it has become another: a price is known, an offer came in. What is granted already stands, and is paid only as far as the new plan lets it.</summary>
internal static class EndreFinansieringsplan
{
    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPut("/finansieringsplan", Handle)
        .Krever(Tilganger.BehandleTilskudd)
        .WithName(nameof(EndreFinansieringsplan))
        .WithSummary("Endre finansieringsplanen i en søknad om tilskudd")
        .WithDescription("Hele planen, med If-Match. Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status, startlaan-har-tilskudd (409), utdatert (412), startlaan-finnes-ikke (422), if-match-mangler (428).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIfMatch();

    private static async Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> Handle(Guid id, Finansieringsplan plan, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Feil(plan).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (!Etag.TryRead(http, out var versjon, out var problem))
            return problem;

        return await db.EndreTilskudd(id, null, bruker, logg, http, async (soeknad, _) =>
            soeknad.Versjon != versjon ? Etag.Stale()
            : await db.KontrollerStartlaan(plan.StartlaanId, soeknad.Soekere, bruker, http.RequestAborted) is { } ukjent ? Problem.From(ukjent)
            : soeknad.Planlegg(plan).Nei());
    }

    /// <summary>What is wrong with a plan.</summary>
    internal static IEnumerable<Avvisning> Feil(Finansieringsplan plan, string felt = "")
    {
        if (Array.Exists(plan.Kostnader!, k => k is null) || plan.Kostnader!.Sum(k => k.Beloep) is not > 0)
            return [new("ugyldig-verdi", "Må være poster med navn og beløp, til sammen over 0.", Felt: $"{felt}kostnader")];
        return plan.Kostnader!.SelectMany(k => Fritekst.Kontroller($"{felt}kostnader", k.Navn));
    }
}
