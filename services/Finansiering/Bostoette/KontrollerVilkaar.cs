using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>Checks a household against the conditions before it applies: what stands in the way, by Husbanken's codes. Nothing is kept.</summary>
internal static class KontrollerVilkaar
{
    /// <summary>What is to be checked.</summary>
    /// <param name="Vilkaar">The facts.</param>
    /// <param name="Beregning">The means, when they are to be tested as well.</param>
    public sealed record Request(Vilkaarsopplysninger? Vilkaar, Opplysninger? Beregning);

    /// <summary>What stands in the way.</summary>
    /// <param name="Kode">The code that Husbanken would give; null when nothing was found.</param>
    /// <param name="Hindre">All of it, that which decides first.</param>
    /// <param name="BostoettePerMaaned">Kroner a month by the means alone; null when they were not given.</param>
    /// <param name="Forbehold">Who decides.</param>
    public sealed record Response(Vedtakskode? Kode, IReadOnlyList<Hinder> Hindre, decimal? BostoettePerMaaned, string Forbehold);

    public static void Map(IEndpointRouteBuilder bostoette) => bostoette.MapPost("/vilkaar", Handle)
        .Krever(Tilganger.BeregnBostoette)
        .WithName(nameof(KontrollerVilkaar))
        .WithSummary("Kontroller vilkårene for bostøtte")
        .WithDescription(
            "Hva som står i veien, med Husbankens vedtakskoder i rekkefølgen V48, V09, V05, V11, V04, V02, V03. Det som ikke er opplyst, mangler (V09). Veiledning: Husbanken avgjør. "
            + "Koder: ugyldig (400), satser-mangler, satser-ikke-fastsatt, to-inntektsgrenser (422).")
        .ProducesProblem(400).ProducesProblem(422);

    private static Results<Ok<Response>, ProblemHttpResult> Handle(Request request)
    {
        var feil = new List<Avvisning>();
        if (request.Vilkaar is null)
            return Problem.Invalid([new("mangler", "Må oppgis.", Felt: "vilkaar")]);
        decimal? bostoette = null;
        if (request.Beregning is not null)
        {
            if (Opplysningskontroll.Les(request.Beregning, feil, "beregning.") is not var (grunnlag, satser))
                return feil.Svar();
            bostoette = Utmaaling.Beregn(grunnlag, satser).PerMaaned;
        }

        var hindre = Vilkaar.Kontroller(request.Vilkaar, bostoette);
        return TypedResults.Ok(new Response(hindre.Count > 0 ? hindre[0].Kode : null, hindre, bostoette, Beregningssvar.Husbanken));
    }
}
