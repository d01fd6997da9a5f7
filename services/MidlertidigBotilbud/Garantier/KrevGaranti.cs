using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>The landlord calls some of it, up to what is left.</summary>
internal static class KrevGaranti
{
    /// <summary>What is called.</summary>
    /// <param name="Beloep">Kroner.</param>
    /// <param name="Grunn">What for: rent, damage.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required, Range(typeof(decimal), "0.01", "6000000")] decimal? Beloep, string? Grunn, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder garanti) => garanti.MapPost("/krav", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(KrevGaranti))
        .WithSummary("Registrer at utleieren krever garantien")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), garanti-loeper-ikke, garanti-overskredet (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<GarantiSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("grunn", request.Grunn).ToList();
        if (decimal.Round(request.Beloep!.Value, 2) != request.Beloep)
            feil.Add(new("ugyldig-verdi", "Kan ha to desimaler.", Felt: "beloep"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreLoepende(id, request.Dato, bruker, logg, http, async (garanti, dato) =>
        {
            if (request.Beloep > garanti.Risiko)
                return new("garanti-overskredet", $"Det er igjen {garanti.Risiko} kroner av garantien.", Felt: "beloep");
            garanti.Krevd += request.Beloep.Value;
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO garantikrav VALUES ({Guid.CreateVersion7()}, {id}, {dato}, {request.Beloep.Value}, {request.Grunn}, {bruker.Navn})", http.RequestAborted);
            return null;
        });
    }
}
