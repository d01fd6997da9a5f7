using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>A person proposes to see whether the tenants of a lease could buy, after other contact with them.</summary>
internal static class ForeslaaKjoepsvurdering
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["kjoepsvurdering_en_aapen"] = new("vurdering-finnes", "Det er en vurdering av leieforholdet som ikke er avklart.", Felt: "leieforholdId"),
    };

    /// <summary>A proposal.</summary>
    /// <param name="LeieforholdId">A municipal lease that runs.</param>
    public sealed record Request([property: Required] Guid? LeieforholdId);

    public static void Map(IEndpointRouteBuilder vurderinger) => vurderinger.MapPost("/", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(ForeslaaKjoepsvurdering))
        .WithSummary("Foreslå å vurdere om leietakerne i et kommunalt leieforhold kan kjøpe bolig")
        .WithDescription("Når et leieforhold snart utløper, kommer forslaget av seg selv. Kan sendes med Idempotency-Key. Koder: ugyldig (400), vurdering-finnes (409), leieforhold-finnes-ikke (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<Kjoepsvurderingssvar>, ProblemHttpResult>> Handle(
        Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var leietakere = await db.Database.SqlQuery<Guid[]>(
            $"""
            SELECT leietakere AS "Value" FROM kommunal_leie
            WHERE leieforhold_id = {request.LeieforholdId} AND leietakere IS NOT NULL AND NOT noen_skjult({bruker.Enhet}, leietakere, {bruker.Skjermet})
            """).SingleOrDefaultAsync(http.RequestAborted);
        if (leietakere is null)
            return Problem.From(new("leieforhold-finnes-ikke", "Det er ikke noe kommunalt leieforhold som løper med den id-en, eller leietakerne er ikke registrert for enheten din.", Felt: "leieforholdId"));

        var vurdering = new Kjoepsvurdering { Enhet = bruker.Enhet, LeieforholdId = request.LeieforholdId!.Value, Leietakere = leietakere, Opprettet = tid.Idag() };
        db.Add(vurdering);
        foreach (var bruk in vurdering.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvist)
            return Problem.From(avvist, StatusCodes.Status409Conflict);
        Etag.Set(http, vurdering.Versjon);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{vurdering.Id}", new Kjoepsvurderingssvar(vurdering));
    }
}
