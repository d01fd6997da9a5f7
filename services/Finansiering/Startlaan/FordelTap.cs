using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>Who bears the loss on a startlån that the sale did not cover. Nothing is kept.</summary>
internal static class FordelTap
{
    /// <summary>The loan, kroner.</summary>
    /// <param name="Hovedstol">What was left before the sale.</param>
    /// <param name="Innbetalt">What the sale gave for it.</param>
    /// <param name="Renter">Due interest.</param>
    /// <param name="Omkostninger">Due costs.</param>
    /// <param name="Forsinkelsesrenter">Not shared.</param>
    /// <param name="Overfinansiert">Lent above the price and the costs: not shared.</param>
    /// <param name="Dato">The day of the sale; today when left out.</param>
    public sealed record Request(
        [property: Required, Kroner] decimal? Hovedstol, [property: Required, Kroner] decimal? Innbetalt, [property: Kroner] decimal? Renter = null, [property: Kroner] decimal? Omkostninger = null,
        [property: Kroner] decimal? Forsinkelsesrenter = null, [property: Kroner] decimal? Overfinansiert = null, DateOnly? Dato = null);

    /// <summary>Who bears what, kroner.</summary>
    /// <param name="Fordeling">The shares.</param>
    /// <param name="KommunensAndel">Percent, of the basis.</param>
    /// <param name="SoeknadsfristHusbanken">The last day to apply to Husbanken: a year from the sale was settled.</param>
    /// <param name="Hjemmel">The rule.</param>
    public sealed record Response(Tapsfordeling Fordeling, decimal KommunensAndel, DateOnly SoeknadsfristHusbanken, Hjemmel Hjemmel);

    public static void Map(IEndpointRouteBuilder startlaan) => startlaan.MapPost("/tapsdeling", Handle)
        .Krever(Tilganger.BeregnStartlaan)
        .WithName(nameof(FordelTap))
        .WithSummary("Beregn tapsdelingen mellom kommune og stat")
        .WithDescription("Kroner. Kommunen bærer de første 25 prosentene av det som gjensto før salget, staten resten. Koder: ugyldig (400), dato-utenfor (422).")
        .ProducesProblem(400).ProducesProblem(422);

    private static Results<Ok<Response>, ProblemHttpResult> Handle(Request request, Kommuneprofil profil, TimeProvider tid)
    {
        var dato = request.Dato ?? tid.Idag();
        if (BeregnStartlaan.KontrollerDato(dato) is { } nei)
            return Problem.From(nei);
        var andel = Laanesatser.Gjeldende(dato, profil.Startlaan.Satser).Verdi(Laanesatser.KommunensAndel);
        var sak = new Tapssak(request.Hovedstol!.Value, request.Renter ?? 0, request.Omkostninger ?? 0, request.Forsinkelsesrenter ?? 0, request.Innbetalt!.Value, request.Overfinansiert ?? 0);
        return TypedResults.Ok(new Response(Tapsdeling.Fordel(sak, andel), andel, dato.AddYears(1), Tapsdeling.Kilde));
    }
}
