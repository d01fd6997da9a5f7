namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>
/// Bostøtte of a month: 73,7 percent of what approved boutgift is above the egendel (forskrift om bustøtte, FOR-2012-11-29-1283, §§ 1–7 and 13,
/// with the rates of the month). Decimal arithmetic throughout; nothing is rounded before the last step. What the forskrift leaves open is decided here:
/// the amount is to two decimals, as no source says that Husbanken pays whole kroner, and that amount is held against minste utbetaling.
/// What the caller adds up, the income of § 5, is taken as given; the deduction of § 8 (uførereforma) is taken off before.
/// </summary>
public static class Utmaaling
{
    private const int Maaneder = 12;

    public static Beregning Beregn(in Grunnlag grunnlag, Satser satser)
    {
        var inntekt = (grunnlag.InntektPerMaaned * Maaneder) + grunnlag.KapitalOverFribeloep;
        var fribeloep = grunnlag.Boform == Boform.Leie ? satser.FribeloepFormue : Math.Min(grunnlag.FormuesverdiBolig, satser.TakFormuesverdi);
        var formue = grunnlag.Nettoformue > fribeloep ? satser.Formuesandel * (grunnlag.Nettoformue - fribeloep) : 0;
        var vekt = 1 + (satser.VektVoksen * (grunnlag.Voksne - 1)) + (satser.VektBarn * grunnlag.Barn);

        // Times the weight: what would be divided by it stays exact, and short, until the end.
        var samlet = inntekt + formue;
        var grense1 = grunnlag.EnsligAlderspensjonist ? satser.Grense1Alder : satser.Grense1;
        var grense2 = grunnlag.EnsligAlderspensjonist ? satser.Grense2Alder : grunnlag.UngUfoer ? satser.Grense2UngUfoer : satser.Grense2;
        var over1 = Math.Max(0, samlet - (grense1 * vekt)) * satser.Sats1;
        var (sats2, over2) = OverGrense2(samlet, vekt, grense2, satser);

        var drift = grunnlag.Boform == Boform.Annen ? satser.Driftsutgift : 0;
        var oppvarming = grunnlag.BetalerOppvarming && (!satser.OppvarmingBarePensjonister || grunnlag.Pensjonist) ? satser.Oppvarming : 0;
        var faktisk = (grunnlag.BoutgiftPerMaaned * Maaneder) + drift + oppvarming;
        var tak = satser.Tak[Math.Min(grunnlag.Personer, satser.Tak.Length) - 1];
        var tillegg = satser.Kommunetillegg[grunnlag.Gruppe];
        var spesial = grunnlag.Spesialtilpasset ? satser.Spesialtilpasset : 0;
        var boutgift = Math.Min(faktisk, tak + tillegg + spesial);

        var vektetPerAar = satser.Andel * Math.Max(0, ((boutgift - satser.MinsteEgendel) * vekt) - over1 - over2);
        var beregnet = vektetPerAar == 0 ? 0 : Oere(vektetPerAar / (vekt * Maaneder));
        return new()
        {
            Satser = satser,
            Inntekt = inntekt,
            Fribeloep = fribeloep,
            Formuestillegg = formue,
            Vekt = vekt,
            Grense1 = grense1,
            VektetOver1 = over1,
            Grense2 = grense2,
            Sats2 = sats2,
            VektetOver2 = over2,
            Drift = drift,
            Oppvarming = oppvarming,
            Faktisk = faktisk,
            Tak = tak,
            Tillegg = tillegg,
            Spesial = spesial,
            Boutgift = boutgift,
            VektetPerAar = vektetPerAar,
            Beregnet = beregnet,
            PerMaaned = beregnet < satser.MinsteUtbetaling ? 0 : beregnet,
        };
    }

    /// <summary>
    /// The highest income a month, to the øre, with which bostøtte is still paid, everything else being equal; null where even no income gives any.
    /// Support never rises with income, so it is found by halving.
    /// </summary>
    public static decimal? OevreInntektsgrense(in Grunnlag grunnlag, Satser satser)
    {
        if (Beregn(grunnlag with { InntektPerMaaned = 0 }, satser).PerMaaned == 0)
            return null;
        // Nobody gets any with a million a month: the highest tak is reached far below.
        var (ja, nei) = (0L, 100_000_000L * grunnlag.Personer);
        while (nei - ja > 1)
        {
            var midt = (ja + nei) / 2;
            (ja, nei) = Beregn(grunnlag with { InntektPerMaaned = midt / 100m }, satser).PerMaaned > 0 ? (midt, nei) : (ja, midt);
        }

        return ja / 100m;
    }

    /// <summary>
    /// The lowest boutgift a month, to the øre, with which this household would get any, everything else being equal. Without income neither its size nor
    /// its municipality matters: no tak is so low.
    /// </summary>
    public static decimal MinsteBoutgift(in Grunnlag grunnlag, Satser satser)
    {
        // Above the highest tak nothing more is gained.
        var (nei, ja) = (0L, 10_000_000L);
        while (ja - nei > 1)
        {
            var midt = (ja + nei) / 2;
            (nei, ja) = Beregn(grunnlag with { BoutgiftPerMaaned = midt / 100m }, satser).PerMaaned > 0 ? (nei, midt) : (midt, ja);
        }

        return ja / 100m;
    }

    /// <summary>To two decimals, half an øre up.</summary>
    public static decimal Oere(decimal kroner) => Math.Round(kroner, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// § 4 third paragraph: a fixed part of what is above. Before 1 July 2024 a part of the whole income that grew by steps: 0,27 percent at the
    /// limit + 1 krone, and «deretter 0,27 prosentpoeng for kvar kr 1 283». It grows at the step and not between: Husbanken's own table of upper
    /// limits from 1 June 2017 (19 586, 18 963, 18 518 and 17 539 kroner a month for one person) lies on the steps in all four groups of municipalities.
    /// </summary>
    private static (decimal Sats, decimal Over) OverGrense2(decimal samlet, decimal vekt, decimal grense2, Satser satser)
    {
        var over = samlet - (grense2 * vekt);
        if (over <= 0)
            return (0, 0);
        if (satser.Progresjon is not { } progresjon)
            return (satser.Sats2, satser.Sats2 * over);
        var sats = progresjon.Sats * (1 + Math.Floor(Math.Max(0, over - vekt) / (progresjon.Steg * vekt)));
        return (sats, sats * samlet);
    }
}
