using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
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
    public sealed record Request([property: Required] Botidssteg? Steg, string? Merknad);

    public static void Map(IEndpointRouteBuilder botid) => botid.MapPost("/{husstandId:guid}/steg", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(RegistrerSteg))
        .WithSummary("Registrer hva som er gjort fordi oppholdet varer")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), krever-unntak, steg-ikke-naadd (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);

    private static async Task<Results<Ok<BotidSvar>, ProblemHttpResult>> Handle(
        Guid husstandId, Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("merknad", request.Merknad).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreBotid(husstandId, profil, bruker, logg, http, async (botid, idag) =>
        {
            if (Botidstrapp.Kontroller(request.Steg!.Value, botid.Doegn, profil.Terskler) is { } nei)
                return Problem.From(nei);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO botidssteg VALUES ({Guid.CreateVersion7()}, {bruker.Enhet}, {husstandId}, {EnumNames<Botidssteg>.Of(request.Steg.Value)}, {idag}, {request.Merknad}, {bruker.Navn})", http.RequestAborted);
            return null;
        });
    }
}
