using Boligsosial.Finansiering.Bostoette.Regler;

namespace Boligsosial.Finansiering.Tests.Bostoette.Regler;

/// <summary>Amounts by the forskrift's formula, computed by hand; the rates are those of the day.</summary>
public sealed class UtmaalingTests
{
    [Theory]
    // 1 June 2026.
    [InlineData("2026-11-15", 1, 0, 0, 9_507, 0, 26_576, 4_032.50)]
    [InlineData("2026-11-15", 1, 0, 15_398, 9_507, 184_776, 34_354.42, 3_554.77)]
    [InlineData("2026-11-15", 1, 2, 30_000, 12_000, 276_923.08, 69_617.01, 3_461.44)]
    // 1 June 2025: another month, other rates.
    [InlineData("2025-06-01", 1, 0, 15_398, 9_507, 184_776, 34_231.09, 3_365.50)]
    [InlineData("2026-05-31", 1, 0, 15_398, 9_507, 184_776, 34_231.09, 3_365.50)]
    // 1 July 2024 and the month before: the part above the second limit is another.
    [InlineData("2024-07-01", 1, 0, 21_000, 9_000, 252_000, 58_259.55, 1_674.43)]
    [InlineData("2024-06-30", 1, 0, 21_000, 9_000, 252_000, 63_870.91, 1_084.13)]
    // April and May 2024: 0,27 percent; until March: 0,12.
    [InlineData("2024-04-01", 1, 0, 20_000, 9_000, 240_000, 60_841.96, 1_068.35)]
    [InlineData("2024-03-31", 1, 0, 20_000, 9_000, 240_000, 51_481.96, 1_643.21)]
    [InlineData("2023-06-01", 1, 0, 20_000, 9_000, 240_000, 51_481.96, 1_643.21)]
    public void Bostoetten_er_73_7_prosent_av_boutgift_over_egendelen(
        string dato, int voksne, int barn, double inntekt, double boutgift, double omregnet, double egendel, double bostoette)
    {
        var beregning = Beregn(dato, Husstand(voksne, barn, (decimal)inntekt, (decimal)boutgift));

        Assert.Equal(((decimal)omregnet, (decimal)egendel, (decimal)bostoette), (Utmaaling.Oere(beregning.Omregnet), Utmaaling.Oere(beregning.Egendel), beregning.PerMaaned));
    }

    [Fact]
    public void Ung_ufoer_har_en_hoeyere_andre_grense() =>
        Assert.Equal(2_754.85m, Beregn("2026-11-01", Husstand(1, 0, 22_000, 9_000) with { UngUfoer = true }).PerMaaned);

    [Fact]
    public void Enslig_alderspensjonist_har_begge_grensene_hoeyere()
    {
        var beregning = Beregn("2026-11-01", Husstand(1, 0, 22_000, 9_000) with { EnsligAlderspensjonist = true });

        Assert.Equal((148_275m, 256_613m), (beregning.Grense1, beregning.Grense2));
        Assert.Equal(26_576m + (0.1644m * (264_000 - 148_275)) + (0.6356m * (264_000 - 256_613)), beregning.Egendel);
    }

    [Theory]
    [InlineData(1, 92_234)]
    [InlineData(2, 113_774)]
    [InlineData(3, 125_977)]
    [InlineData(4, 138_182)]
    [InlineData(5, 150_385)]
    [InlineData(9, 150_385)]
    public void Taket_foelger_antall_personer_og_oeker_for_spesialtilpasset_bolig(int personer, decimal tak)
    {
        var husstand = Husstand(1, personer - 1, 0, 50_000);

        Assert.Equal(tak, Beregn("2026-06-01", husstand).Boutgift);
        Assert.Equal(tak + 5_724, Beregn("2026-06-01", husstand with { Spesialtilpasset = true }).Boutgift);
        Assert.Equal(tak + 27_982, Beregn("2026-06-01", husstand with { Gruppe = 1 }).Boutgift);
    }

    [Fact]
    public void Formue_over_fribeloepet_gir_65_prosent_tillegg_til_inntekten()
    {
        var leier = Husstand(1, 0, 10_000, 9_000) with { Nettoformue = 444_231 };

        Assert.Equal(65_000m, Beregn("2026-06-01", leier).Formuestillegg);
        Assert.Equal(0m, Beregn("2026-06-01", leier with { Nettoformue = 344_231 }).Formuestillegg);
        Assert.Equal(0m, Beregn("2026-06-01", leier with { Nettoformue = -500_000 }).Formuestillegg);
        Assert.Equal(185_000m, Beregn("2026-06-01", leier).Omregnet);
    }

    [Theory]
    [InlineData(600_000, 700_000, 65_000)]
    [InlineData(900_000, 1_000_000, 180_126.05)]
    [InlineData(0, 100_000, 65_000)]
    public void Den_som_eier_har_formuesverdien_av_boligen_fri_inntil_taket(decimal formuesverdi, decimal nettoformue, double tillegg) =>
        Assert.Equal((decimal)tillegg, Beregn("2026-06-01", Husstand(1, 0, 10_000, 9_000) with { Boform = Boform.Boligselskap, FormuesverdiBolig = formuesverdi, Nettoformue = nettoformue }).Formuestillegg);

    [Fact]
    public void Driftsutgift_gjelder_bare_andre_boliger_enn_leid_og_boligselskap()
    {
        var husstand = Husstand(1, 0, 0, 5_000);

        Assert.Equal(75_262m, Beregn("2026-06-01", husstand with { Boform = Boform.Annen }).Faktisk);
        Assert.Equal(60_000m, Beregn("2026-06-01", husstand with { Boform = Boform.Boligselskap }).Faktisk);
        Assert.Equal(60_000m, Beregn("2026-06-01", husstand).Faktisk);
    }

    [Theory]
    [InlineData("2024-08-31", false, 0)]
    [InlineData("2024-08-31", true, 7_076)]
    [InlineData("2024-09-01", false, 7_076)]
    [InlineData("2025-06-01", false, 7_366)]
    public void Oppvarming_var_bare_for_pensjonister_foer_september_2024(string dato, bool pensjonist, decimal oppvarming) =>
        Assert.Equal(oppvarming, Beregn(dato, Husstand(1, 0, 0, 5_000) with { BetalerOppvarming = true, Pensjonist = pensjonist }).Oppvarming);

    [Fact]
    public void Oevre_inntektsgrense_i_Oslo_er_Husbankens_28_241_kroner()
    {
        var oslo = Husstand(1, 0, 0, 20_000) with { Gruppe = 1 };

        Assert.Equal(28_241m, Math.Round(Utmaaling.OevreInntektsgrense(oslo, Satshistorikk.For(new(2026, 10, 1))!)!.Value));
        Assert.Equal(63.00m, Beregn("2026-10-01", oslo with { InntektPerMaaned = 28_240.80m }).PerMaaned);
        Assert.Equal(0m, Beregn("2026-10-01", oslo with { InntektPerMaaned = 28_242m }).PerMaaned);
        Assert.Null(Utmaaling.OevreInntektsgrense(oslo with { BoutgiftPerMaaned = 2_000 }, Satshistorikk.For(new(2026, 10, 1))!));
    }

    /// <summary>
    /// Husbanken's table «Tabellen under gjelder fra 1. juni 2017 og viser øvre inntektsgrense per måned», one person: it lies on the steps of the
    /// progressive part (FOR-2017-05-21-646: 0,29 percent from 173 087 and for every 1 068), which a part that grew evenly would not.
    /// </summary>
    [Theory]
    [InlineData(22_440, 19_586)]
    [InlineData(15_300, 18_963)]
    [InlineData(10_200, 18_518)]
    [InlineData(0, 17_539)]
    public void Det_progressive_leddet_oeker_trinnvis_som_i_Husbankens_tabell(int tillegg, int grense)
    {
        var satser = Satshistorikk.Alle[0] with
        {
            MinsteEgendel = 19_937,
            Grense1 = 98_296,
            Grense2 = 173_086,
            Progresjon = new(0.0029m, 1_068),
            Tak = [64_974],
            Kommunetillegg = [tillegg],
            MinsteUtbetaling = 0.3m * 1_049, // 30 percent of rettsgebyret
        };

        Assert.Equal(grense, Math.Ceiling(Utmaaling.OevreInntektsgrense(Husstand(1, 0, 0, 20_000), satser)!.Value));
    }

    [Fact]
    public void Det_som_er_mindre_enn_minste_utbetaling_blir_ikke_utbetalt()
    {
        var beregning = Beregn("2026-11-01", Husstand(1, 0, 0, (26_576m / 12) + 80));

        Assert.Equal((58.96m, 0m), (beregning.Beregnet, beregning.PerMaaned));
    }

    [Fact]
    public void Bostoetten_oeker_aldri_med_inntekten_og_synker_aldri_med_et_barn()
    {
        var tall = new Random(20121129);
        for (var i = 0; i < 20_000; i++)
        {
            var satser = Satshistorikk.Alle[tall.Next(Satshistorikk.Alle.Count)];
            var husstand = Husstand(tall.Next(1, 5), tall.Next(6), tall.Next(60_000), tall.Next(20_000)) with
            {
                Dato = satser.Fra,
                Gruppe = tall.Next(4),
                UngUfoer = tall.Next(4) == 0,
                Spesialtilpasset = tall.Next(4) == 0,
                Boform = (Boform)tall.Next(3),
                Nettoformue = tall.Next(-100_000, 900_000),
                FormuesverdiBolig = tall.Next(900_000),
                BetalerOppvarming = tall.Next(2) == 0,
            };
            var bostoette = Utmaaling.Beregn(husstand, satser).PerMaaned;

            Assert.True(Utmaaling.Beregn(husstand with { InntektPerMaaned = husstand.InntektPerMaaned + tall.Next(1, 2_000) }, satser).PerMaaned <= bostoette, $"{husstand}");
            Assert.True(Utmaaling.Beregn(husstand with { Barn = husstand.Barn + 1 }, satser).PerMaaned >= bostoette, $"{husstand}");
            Assert.True(Utmaaling.Beregn(husstand with { BoutgiftPerMaaned = husstand.BoutgiftPerMaaned + 500 }, satser).PerMaaned >= bostoette, $"{husstand}");
            Assert.True(bostoette == 0 || bostoette >= satser.MinsteUtbetaling, $"{husstand}");
        }
    }

    private static Grunnlag Husstand(int voksne, int barn, decimal inntekt, decimal boutgift) =>
        new() { Dato = new(2026, 6, 1), Gruppe = 0, Voksne = voksne, Barn = barn, InntektPerMaaned = inntekt, BoutgiftPerMaaned = boutgift };

    private static Beregning Beregn(string dato, Grunnlag grunnlag) => Utmaaling.Beregn(grunnlag, Satshistorikk.For(DateOnly.Parse(dato))!);
}
