using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>Estimates bostøtte for one household in one month, and explains every step. Nothing is kept.</summary>
internal static class BeregnBostoette
{
    public static void Map(IEndpointRouteBuilder bostoette) => bostoette.MapPost("/beregning", Handle)
        .Krever(Tilganger.BeregnBostoette)
        .WithName(nameof(BeregnBostoette))
        .WithSummary("Anslå bostøtten til en husstand i en måned")
        .WithDescription("Kroner med to desimaler, etter satsene som gjaldt den første i måneden. Et anslag: Husbanken avgjør. Koder: ugyldig (400), satser-mangler, satser-ikke-fastsatt, to-inntektsgrenser (422).")
        .ProducesProblem(400).ProducesProblem(422);

    private static Results<Ok<ForklartBeregning>, ProblemHttpResult> Handle(Opplysninger opplysninger)
    {
        var feil = new List<Avvisning>();
        return Opplysningskontroll.Les(opplysninger, feil) is var (grunnlag, satser)
            ? TypedResults.Ok(new ForklartBeregning(grunnlag, Utmaaling.Beregn(grunnlag, satser)))
            : feil.Svar();
    }
}
