using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>What a municipality's own rule may be about. There are no others: none for age, and none that shuts out 50 years, a fixed rate or avdragsfrihet.</summary>
public enum LokalRegelType
{
    /// <summary>Gross income a year at most so many G.</summary>
    InntektMaksG,

    /// <summary>Months that somebody has lived in the municipality, 12 at most.</summary>
    BotidMaaneder,

    /// <summary>Kroner that a loan is at most.</summary>
    LaanMaks,
}

/// <summary>A rule of the municipality's own.</summary>
/// <param name="Type">What it is about.</param>
/// <param name="Grense">The limit.</param>
/// <param name="Kilde">Where it was adopted.</param>
/// <param name="Fra">In force from.</param>
public sealed record LokalRegel(LokalRegelType Type, decimal Grense, string Kilde, DateOnly Fra);

/// <summary>The facts that they are held against; null is not known.</summary>
/// <param name="BruttoPerAar">Kroner.</param>
/// <param name="BotidMaaneder">Months.</param>
/// <param name="Laan">Kroner.</param>
public readonly record struct LokaleFakta(decimal? BruttoPerAar, int? BotidMaaneder, decimal? Laan);

/// <summary>
/// A municipality's own rules for startlån, which never are absolute: an exception is always possible, with a reason (forskrift om lån fra Husbanken, FOR-2019-11-18-1546, § 9-1,
/// in force from 1 January 2020; Husbankens veileder for startlån, «kommunale retningslinjer» and «botid»: botid of a year at most, no age limit, income limits only as a main rule).
/// </summary>
public static class LokaleRegler
{
    private const decimal LengsteBotid = 12;

    private static readonly Hjemmel Kilde = new("forskrift om lån fra Husbanken", "§ 9-1", new(2020, 1, 1));

    /// <summary>Whether a rule may be had at all; else why not.</summary>
    public static string? Ulovlig(LokalRegel regel) =>
        regel.Grense <= 0 ? "the limit is not above 0" : regel is { Type: LokalRegelType.BotidMaaneder, Grense: > LengsteBotid } ? "botid may be 12 months at most" : null;

    /// <summary>What each comes to; outside one without an exception is for a person to judge, never a refusal by itself.</summary>
    /// <param name="regler">The municipality's.</param>
    /// <param name="fakta">What is known.</param>
    /// <param name="g">Grunnbeløpet of the day; null when it is not known.</param>
    /// <param name="unntak">Why an exception is made, in words.</param>
    /// <param name="dato">The day.</param>
    public static IReadOnlyList<Vilkaarssvar> Vurder(IEnumerable<LokalRegel> regler, LokaleFakta fakta, decimal? g, string? unntak, DateOnly dato) =>
        [.. regler.Where(r => r.Fra <= dato).Select(r => Svar(r, Innenfor(r, fakta, g), unntak))];

    private static bool? Innenfor(LokalRegel regel, LokaleFakta fakta, decimal? g) => regel.Type switch
    {
        LokalRegelType.InntektMaksG => fakta.BruttoPerAar <= regel.Grense * g ? true : fakta.BruttoPerAar > regel.Grense * g ? false : null,
        LokalRegelType.BotidMaaneder => fakta.BotidMaaneder is { } botid ? botid >= regel.Grense : null,
        _ => fakta.Laan is { } laan ? laan <= regel.Grense : null,
    };

    private static Vilkaarssvar Svar(LokalRegel regel, bool? innenfor, string? unntak) => new(
        $"lokal-{regel.Type switch { LokalRegelType.InntektMaksG => "inntekt", LokalRegelType.BotidMaaneder => "botid", _ => "laan" }}",
        innenfor == true || !string.IsNullOrWhiteSpace(unntak) ? Vilkaarsutfall.Oppfylt : Vilkaarsutfall.MaaVurderes,
        innenfor switch
        {
            true => $"Innenfor {regel.Kilde}.",
            _ when !string.IsNullOrWhiteSpace(unntak) => $"Det er gjort unntak fra {regel.Kilde}.",
            false => $"Utenfor {regel.Kilde}, grense {Norsk.Tall(regel.Grense)}. Retningslinjer er ikke absolutte: vurder unntak, og begrunn.",
            _ => $"Opplysningene til å prøve {regel.Kilde} mangler.",
        },
        Kilde);
}
