using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Botid.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>What the clock asked for was done: told, the plan looked at, taken by a leader, taken by the network group. Three months are not settled this way.</summary>
internal static class RegistrerSteg
{
    /// <summary>What was done.</summary>
    /// <param name="Steg">«varsel», «plankontroll», «leder» or «nettverksgruppe».</param>
    /// <param name="Merknad">What came of it.</param>
    /// <param name="Leder">With «leder»: which leader took it; the caller, when left out by one.</param>
    public sealed record Request([property: Required] Botidssteg? Steg, string? Merknad, [property: StringLength(200)] string? Leder = null);

    public static void Map(IEndpointRouteBuilder botid) => botid.MapPost("/{husstandId:guid}/steg", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(RegistrerSteg))
        .WithSummary("Registrer hva som er gjort fordi oppholdet varer")
        .WithDescription("Hvert steg tas en gang for hver botid. Koder: ugyldig (400), finnes-ikke (404), plan-mangler, steg-tatt (409), krever-unntak, leder-mangler, steg-ikke-naadd (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<BotidSvar>, ProblemHttpResult>> Handle(
        Guid husstandId, Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("merknad", request.Merknad), .. Fritekst.Kontroller("leder", request.Leder)];
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreBotid(husstandId, profil, bruker, logg, http, async (botid, idag) =>
        {
            var steg = request.Steg!.Value;
            if (Botidstrapp.Kontroller(steg, botid.Doegn, profil.Terskler) is { } nei)
                return Problem.From(nei);
            if (steg == Botidssteg.Plankontroll && botid.Plan is null)
                return new Avvisning("plan-mangler", "Det er ingen plan å kontrollere. Lag planen for varig bolig først.", Felt: "steg").Nei();
            var leder = steg != Botidssteg.Leder ? null : !string.IsNullOrWhiteSpace(request.Leder) ? request.Leder.Trim() : bruker.Roller.Contains(Roller.NavLeder) ? bruker.Navn : null;
            if (steg == Botidssteg.Leder && leder is null)
                return Problem.From(new("leder-mangler", "Si hvilken leder som har tatt saken.", Felt: "leder"));
            if (await db.Tatt(husstandId, steg, botid.KlokkeFra, http.RequestAborted))
                return new Avvisning("steg-tatt", $"Steget er tatt etter {botid.KlokkeFra:yyyy-MM-dd}, da botiden begynte.", Felt: "steg").Nei();
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO botidssteg VALUES ({Guid.CreateVersion7()}, {bruker.Enhet}, {husstandId}, {EnumNames<Botidssteg>.Of(steg)}, {idag}, {request.Merknad}, {bruker.Navn}, {leder})", http.RequestAborted);
            return null;
        });
    }

    /// <summary>Whether it was taken in this time; two that take it at once wait for each other.</summary>
    private static async Task<bool> Tatt(this MidlertidigBotilbudDb db, Guid husstand, Botidssteg steg, DateOnly klokkeFra, CancellationToken avbrutt)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({husstand}::text, 90))", avbrutt);
        return await db.Database.SqlQuery<bool>(
            $"SELECT EXISTS (SELECT FROM botidssteg WHERE husstand_id = {husstand} AND steg = {EnumNames<Botidssteg>.Of(steg)} AND dato >= {klokkeFra}) AS \"Value\"").SingleAsync(avbrutt);
    }
}
