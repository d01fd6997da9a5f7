using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;
using Boligsosial.MidlertidigBotilbud.Botid.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>
/// A stay goes beyond three months: a leader says why, stands for it by name, and says when it is assessed anew. It is no condition of staying: nobody loses a bed for want of it.
/// </summary>
internal static class GiUnntak
{
    /// <summary>An exception.</summary>
    /// <param name="Begrunnelse">Why.</param>
    /// <param name="BarnetsBeste">How regard was had to what is best for the children, when there are any.</param>
    /// <param name="Til">The day it is assessed anew.</param>
    public sealed record Request(string? Begrunnelse, string? BarnetsBeste, [property: Required] DateOnly? Til);

    public static void Map(IEndpointRouteBuilder botid) => botid.MapPost("/{husstandId:guid}/unntak", Handle)
        .Krever(Tilganger.GiUnntak)
        .WithName(nameof(GiUnntak))
        .WithSummary("Begrunn at et opphold varer over tre måneder")
        .WithDescription("En leder, med navn, grunn og dato. Med barn eller unge står husstanden likevel på lista. Koder: ugyldig (400), finnes-ikke (404), unntak-loeper-lenger (409), barnets-beste-mangler, unntak-for-langt (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<BotidSvar>, ProblemHttpResult>> Handle(
        Guid husstandId, Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("begrunnelse", request.Begrunnelse), .. Fritekst.Kontroller("barnetsBeste", request.BarnetsBeste)];
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreBotid(husstandId, profil, bruker, logg, http, async (botid, idag) =>
        {
            if (Avslagsgrunner.BarnetsBeste(botid.Barn, request.BarnetsBeste) is { } barn)
                return Problem.From(barn);
            if (request.Til <= idag || request.Til > idag.AddDays(profil.UnntakDager))
                return Problem.From(new("unntak-for-langt", $"Må vurderes på nytt etter i dag, og senest {idag.AddDays(profil.UnntakDager):yyyy-MM-dd}.", Botidstrapp.Kilde, "til"));
            if (request.Til < botid.UnntakTil)
            {
                return Problem.From(
                    new("unntak-loeper-lenger", $"Det gjelder et unntak til {botid.UnntakTil:yyyy-MM-dd}; et nytt kan ikke være kortere.", Botidstrapp.Kilde, "til"), StatusCodes.Status409Conflict);
            }

            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO botidsunntak VALUES ({Guid.CreateVersion7()}, {bruker.Enhet}, {husstandId}, {idag}, {request.Til!.Value}, {request.Begrunnelse}, {request.BarnetsBeste}, {bruker.Navn})", http.RequestAborted);
            return null;
        });
    }
}
