using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>With the receiver's written consent, bostøtte that has not fallen due is paid to the municipality, which gives an advance (bustøttelova § 9).</summary>
internal static class OverfoerBostoette
{
    /// <summary>A transfer.</summary>
    /// <param name="SkriftligSamtykke">The consent is voluntary, explicit, informed and in writing.</param>
    /// <param name="Samtykke">The day of it.</param>
    /// <param name="Fra">The first day that is transferred for.</param>
    /// <param name="Til">The day after the last; null: until further.</param>
    public sealed record Request(bool SkriftligSamtykke, DateOnly? Samtykke, DateOnly? Fra, DateOnly? Til);

    public static void Map(IEndpointRouteBuilder sak) => sak.MapPost("/overfoering", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(OverfoerBostoette))
        .WithSummary("Registrer overføring av bostøtten til kommunen")
        .WithDescription("Bustøttelova § 9. Koder: ugyldig (400), finnes-ikke (404), sak-avsluttet (409), utdatert (412: If-Match er ikke den siste ETag-en), dato-for-tidlig, dato-i-framtiden, samtykke-mangler, samtykke-paa-forhaand (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);

    private static async Task<Results<Ok<Sakssvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [];
        if (request.Samtykke is null)
            feil.Add(new("mangler", "Må oppgis.", Felt: "samtykke"));
        if (request.Fra is not { Year: >= 2013 and <= 2199 })
            feil.Add(new("mangler", "Må oppgis, fra 2013 til 2199.", Felt: "fra"));
        if (request.Til <= request.Fra || request.Til is { Year: > 2199 })
            feil.Add(new("ugyldig-verdi", "Må være etter fra, og før 2200.", Felt: "til"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (!request.SkriftligSamtykke)
            return Problem.From(new("samtykke-mangler", "Mottakeren må på forhånd ha gitt et frivillig, uttrykkelig, informert og skriftlig samtykke.", new("bustøttelova", "§ 9", new(2013, 1, 1)), "skriftligSamtykke"));

        return await db.EndreSak(id, request.Samtykke, bruker, logg, http, (sak, samtykke) => sak.Overfoer(samtykke, request.Fra!.Value, request.Til).Nei(), "samtykke");
    }
}
