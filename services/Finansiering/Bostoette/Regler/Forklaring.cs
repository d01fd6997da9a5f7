namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>A step of the calculation, for whoever wants to follow it.</summary>
/// <param name="Navn">What it is.</param>
/// <param name="Tall">The number.</param>
/// <param name="Enhet">«kr/år», «kr/måned», «prosent» or «vekt».</param>
/// <param name="Paragraf">Of forskrift om bustøtte (FOR-2012-11-29-1283).</param>
/// <param name="Regnestykke">How it comes about.</param>
/// <param name="Kilde">The amendment that the rates are from.</param>
/// <param name="SatserFra">The rates are in force from.</param>
public sealed record Ledd(string Navn, decimal Tall, string Enhet, string Paragraf, string Regnestykke, string Kilde, DateOnly SatserFra);

/// <summary>The calculation in words, step by step, each with its paragraph in forskrift om bustøtte. Built only for those who ask.</summary>
public static class Forklaring
{
    private const string KrAar = "kr/år";
    private const string KrMaaned = "kr/måned";

    public static IReadOnlyList<Ledd> Av(in Grunnlag grunnlag, in Beregning b)
    {
        var satser = b.Satser;
        var leie = grunnlag.Boform == Boform.Leie;
        List<Ledd> ledd =
        [
            Ett("Inntekt", b.Inntekt, KrAar, "§ 5", grunnlag.KapitalOverFribeloep > 0
                ? $"{Kr(grunnlag.InntektPerMaaned)} × 12 + {Kr(grunnlag.KapitalOverFribeloep)} kapitalinntekt over fribeløpet på {Kr(satser.FribeloepKapitalinntekt)} per person" : $"{Kr(grunnlag.InntektPerMaaned)} × 12"),
            Ett("Fribeløp for formue", b.Fribeloep, KrAar, "§ 6", leie ? "leid bolig" : $"formuesverdien av egen bolig, høyst {Kr(satser.TakFormuesverdi)}"),
            Ett("Tillegg for formue", b.Formuestillegg, KrAar, "§ 6", $"65 prosent av nettoformue over fribeløpet: {Kr(grunnlag.Nettoformue)} − {Kr(b.Fribeloep)}"),
            Ett("Vekt", b.Vekt, "vekt", "§ 7", $"1 + {grunnlag.Voksne - 1} × {satser.VektVoksen} (fylt 18) + {grunnlag.Barn} × {satser.VektBarn} (under 18)"),
            Ett("Omregnet inntekt", b.Omregnet, KrAar, "§ 7", $"({Kr(b.Inntekt)} + {Kr(b.Formuestillegg)}) / {b.Vekt}"),
            Ett("Minste egendel", satser.MinsteEgendel, KrAar, "§ 4 andre ledd", "for alle"),
            Ett("Egendel av inntekt over første grense", b.Over1, KrAar, grunnlag.EnsligAlderspensjonist ? "§ 4 andre og femte ledd" : "§ 4 andre ledd", $"{Prosent(satser.Sats1)} prosent av det som er over {Kr(b.Grense1)}"),
            Ett("Egendel av inntekt over andre grense", b.Over2, KrAar, Paragraf2(grunnlag), satser.Progresjon is { } p
                ? $"{Prosent(b.Sats2)} prosent av hele den omregnede inntekten: {Prosent(p.Sats)} prosent fra {Kr(b.Grense2 + 1)}, og {Prosent(p.Sats)} prosentpoeng mer for hver {Kr(p.Steg)}"
                : $"{Prosent(satser.Sats2)} prosent av det som er over {Kr(b.Grense2)}"),
            Ett("Egendel", b.Egendel, KrAar, "§ 4", $"{Kr(satser.MinsteEgendel)} + {Kr(b.Over1)} + {Kr(b.Over2)}"),
            Ett("Boutgifter", b.Faktisk, KrAar, "§ 2", $"{Kr(grunnlag.BoutgiftPerMaaned)} × 12 + driftsutgifter {Kr(b.Drift)} + oppvarming {Kr(b.Oppvarming)}"),
            Ett("Tak på boutgiftene", b.Tak + b.Tillegg + b.Spesial, KrAar, "§ 3", $"{Kr(b.Tak)} for {grunnlag.Personer} {(grunnlag.Personer == 1 ? "person" : "personer")} + {Kr(b.Tillegg)} for kommunen + {Kr(b.Spesial)} for spesialtilpasset bolig"),
            Ett("Godkjente boutgifter", b.Boutgift, KrAar, "§ 3", "det minste av boutgiftene og taket"),
            Ett("Bostøtte per år", b.PerAar, KrAar, "§ 1", $"{Prosent(satser.Andel)} prosent av {Kr(b.Boutgift)} − {Kr(b.Egendel)}"),
            Ett("Beregnet per måned", b.Beregnet, KrMaaned, "§ 1", $"{Kr(b.PerAar)} / 12"),
            Ett("Minste utbetaling", satser.MinsteUtbetaling, KrMaaned, "§ 13", "mindre enn dette blir ikke betalt ut"),
            Ett("Bostøtte per måned", b.PerMaaned, KrMaaned, "§ 13", b.PerMaaned < b.Beregnet ? $"{Kr(b.Beregnet)} er mindre enn {Kr(satser.MinsteUtbetaling)}" : "som beregnet"),
        ];
        return ledd;

        Ledd Ett(string navn, decimal tall, string enhet, string paragraf, string regnestykke) => new(navn, Utmaaling.Oere(tall), enhet, paragraf, regnestykke, satser.Kilde, satser.Fra);
    }

    private static string Paragraf2(in Grunnlag grunnlag) =>
        grunnlag.EnsligAlderspensjonist ? "§ 4 tredje og femte ledd" : grunnlag.UngUfoer ? "§ 4 tredje og fjerde ledd" : "§ 4 tredje ledd";

    private static string Kr(decimal kroner) => $"{Utmaaling.Oere(kroner):0.##}";

    private static string Prosent(decimal andel) => $"{andel * 100:0.##}";
}
