using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>What if: how large a startlån a household can carry, what it costs and what would change the answer, for several ways in one call. Nothing is kept.</summary>
internal static class BeregnStartlaan
{
    /// <summary>The first day that all limits are known for.</summary>
    internal static readonly DateOnly Tidligst = new(2024, 7, 1);
    internal static readonly DateOnly Senest = new(2199, 12, 31);

    /// <summary>A household and ways to do it.</summary>
    /// <param name="Dato">Rates of this day; today when left out.</param>
    /// <param name="Husholdning">The household's money.</param>
    /// <param name="Varianter">1 to 20.</param>
    /// <param name="Styringsrente">Percent; the profile's when left out.</param>
    /// <param name="Stressrente">Percent, as Startskudd has it; styringsrenten + 2.5 points when left out.</param>
    /// <param name="Bostoette">To estimate bostøtte after the purchase.</param>
    public sealed record Request(
        DateOnly? Dato, [property: Required] Husholdning? Husholdning, [property: Required, MinLength(1), MaxLength(20)] Variant[]? Varianter,
        [property: Prosent] decimal? Styringsrente = null, [property: Prosent] decimal? Stressrente = null, Bostoettedel? Bostoette = null);

    /// <summary>What comes of it.</summary>
    /// <param name="Dato">Rates of this day.</param>
    /// <param name="Forbehold">Who decides.</param>
    /// <param name="Varianter">In the order they were asked for.</param>
    /// <param name="Satser">The rates that were in force.</param>
    public sealed record Response(DateOnly Dato, string Forbehold, IReadOnlyList<Variantsvar> Varianter, IReadOnlyList<Satssvar> Satser);

    public static void Map(IEndpointRouteBuilder startlaan) => startlaan.MapPost("/beregning", Regn)
        .Krever(Tilganger.BeregnStartlaan)
        .WithName(nameof(BeregnStartlaan))
        .WithSummary("Hva hvis: hvor stort startlån, hva det koster, og hva som ville endret svaret")
        .WithDescription(
            "Inntil 20 varianter. Kroner; renter i prosent. Hvert tall har regel og kilde. Koder: ugyldig (400), dato-utenfor, satser-mangler, satser-ikke-fastsatt, to-inntektsgrenser (422); "
            + "per variant: loepetid-for-lang, langtid-ikke-dokumentert, avdragsfrihet-for-lang, sats-mangler, banklaan-ufullstendig.")
        .ProducesProblem(400).ProducesProblem(422);

    internal static Results<Ok<Response>, ProblemHttpResult> Regn(Request request, Kommuneprofil profil, TimeProvider tid)
    {
        var dato = request.Dato ?? tid.Idag();
        if (KontrollerDato(dato) is { } nei)
            return Problem.From(nei);
        var feil = request.Varianter!.Index().SelectMany(v => Feil(v.Item, $"varianter[{v.Index}]")).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var stoette = Stoette(request.Bostoette, dato, profil, feil);
        if (feil.Count > 0)
            return feil.Svar();

        var satser = Laanesatser.Gjeldende(dato, profil.Startlaan.Satser);
        var beregning = new Laaneberegning(request.Husholdning!, satser, profil.Startlaan, request.Stressrente, request.Styringsrente, stoette);
        return TypedResults.Ok(new Response(
            dato, "Et regnestykke, ikke et vedtak: en person med fullmakt avgjør søknaden. Husbanken avgjør bostøtte.",
            [.. request.Varianter!.Select(beregning.Beregn)], [.. satser.Select(s => new Satssvar(s, dato))]));
    }

    /// <summary>Every field that is outside its limits or has too many decimals.</summary>
    private static IEnumerable<Avvisning> Feil(Variant? variant, string sti)
    {
        if (variant is null)
            return [new("mangler", "Må oppgis.", Felt: sti)];
        var funn = new List<ValidationResult>();
        Validator.TryValidateObject(variant, new(variant), funn, validateAllProperties: true);
        if (Foedselsnummer.FinnesI(variant.Navn))
            funn.Add(new("", [nameof(variant.Navn)]));
        return funn.SelectMany(f => f.MemberNames).Select(f => new Avvisning("ugyldig-verdi", "Utenfor grensene, med for mange desimaler, eller med et fødselsnummer.", Felt: $"{sti}.{JsonNamingPolicy.CamelCase.ConvertName(f)}"));
    }

    internal static Avvisning? KontrollerDato(DateOnly dato) =>
        dato < Tidligst || dato > Senest ? new("dato-utenfor", $"Må være fra {Tidligst:yyyy-MM-dd} til {Senest:yyyy-MM-dd}.", Felt: "dato") : null;

    private static Grunnlag? Stoette(Bostoettedel? del, DateOnly dato, Kommuneprofil profil, List<Avvisning> feil) => del is null ? null
        : Opplysningskontroll.Les(
            new(dato, del.Kommunenummer ?? profil.Kommunenummer, del.Voksne, del.Barn, del.InntektPerMaaned, 0, del.UngUfoer, del.EnsligAlderspensjonist, del.Spesialtilpasset, del.Boform), feil, "bostoette.") is var (grunnlag, _)
            ? grunnlag : null;
}
