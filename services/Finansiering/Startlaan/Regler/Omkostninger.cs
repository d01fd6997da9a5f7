namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>How the dwelling is owned.</summary>
public enum Eieform
{
    Selveier,
    Borettslag,
}

/// <summary>What a purchase costs beside the price; kroner.</summary>
/// <param name="Dokumentavgift">Of selveier only.</param>
/// <param name="Tinglysing">One document.</param>
/// <param name="Etablering">The lender's fee.</param>
public readonly record struct Kjoepskostnader(decimal Dokumentavgift, decimal Tinglysing, decimal Etablering)
{
    public decimal Sum => Dokumentavgift + Tinglysing + Etablering;
}

/// <summary>
/// What a purchase costs beside the price, and startlånet may cover: tinglysing, dokumentavgift and etableringsgebyr (Husbankens veileder for startlån,
/// 19.08.2025, forsøk 2.4). Its two examples, 79 545 for a selveier and 4 545 for a borettslag at 3 million, are 2.5 percent dokumentavgift + 545 for tinglysing
/// of one document + 4 000. Dokumentavgift is of the price alone, and there is none in a borettslag.
/// </summary>
public static class Omkostninger
{
    public static Kjoepskostnader Av(decimal pris, Eieform eieform, IReadOnlyList<Sats> satser) => new(
        pris * Andel(eieform, satser) / 100, satser.Finn(Laanesatser.Tinglysing)?.Verdi ?? 0, satser.Finn(Laanesatser.Etableringsgebyr)?.Verdi ?? 0);

    /// <summary>Percent of the price.</summary>
    public static decimal Andel(Eieform eieform, IReadOnlyList<Sats> satser) =>
        eieform == Eieform.Selveier ? satser.Verdi(Laanesatser.Dokumentavgift) : 0;
}
