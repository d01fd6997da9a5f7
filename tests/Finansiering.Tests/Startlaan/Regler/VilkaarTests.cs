using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Tests.Startlaan.Regler;

/// <summary><see cref="Vilkaar"/>, <see cref="LokaleRegler"/>, <see cref="Nedbetalingsvilkaar"/>, <see cref="Foerstegangsetablering"/>: FOR-2019-11-18-1546 §§ 1-3, 5-1 to 5-4, 8-5, 9-1.</summary>
public sealed class VilkaarTests
{
    private static readonly DateOnly Dag = new(2026, 11, 23);
    private static readonly IReadOnlyList<Sats> Satser = Laanesatser.Gjeldende(Dag, []);

    private static readonly Vilkaarsfakta Alt = new()
    {
        Formaal = Formaal.Kjoep,
        LangvarigProblem = true,
        AvslagIBank = true,
        KanBetjene = true,
        Egnet = true,
        Noektern = true,
        Rimelig = true,
        SamfinansieringVurdert = true,
        HarSpart = true,
    };

    [Fact]
    public void Naar_alt_holder_er_alle_fem_oppfylt_hver_med_sin_paragraf()
    {
        var svar = Vilkaar.Vurder(Alt);

        Assert.All(svar, s => Assert.Equal(Vilkaarsutfall.Oppfylt, s.Utfall));
        Assert.Equal(["§ 5-1", "§ 5-2 første og andre ledd", "§ 5-2 tredje ledd", "§ 5-3", "§ 5-4 første ledd"], svar.Select(s => s.Hjemmel.Paragraf));
        Assert.All(svar, s => Assert.NotEmpty(s.Grunn));
    }

    [Fact]
    public void Det_som_ikke_er_kjent_maa_vurderes_og_er_aldri_et_nei() =>
        Assert.All(Vilkaar.Vurder(new() { Formaal = Formaal.Kjoep }), s => Assert.Equal(Vilkaarsutfall.MaaVurderes, s.Utfall));

    [Fact]
    public void Hvert_vilkaar_har_sitt_eget_nei()
    {
        Assert.Equal(Vilkaarsutfall.IkkeOppfylt, Utfall(Alt with { AvslagIBank = false }, "hvem"));
        Assert.Equal(Vilkaarsutfall.IkkeOppfylt, Utfall(Alt with { Privatperson = false }, "hvem"));
        Assert.Equal(Vilkaarsutfall.IkkeOppfylt, Utfall(Alt with { KanBetjene = false }, "betjeningsevne"));
        Assert.Equal(Vilkaarsutfall.IkkeOppfylt, Utfall(Alt with { Noektern = false }, "formaal-og-bolig"));
        Assert.Equal(Vilkaarsutfall.MaaVurderes, Utfall(Alt with { SamfinansieringVurdert = null }, "formaal-og-bolig"));
        Assert.Equal(Vilkaarsutfall.IkkeOppfylt, Utfall(Alt with { Formaal = Formaal.Refinansiering, KanBliBoende = false }, "formaal-og-bolig"));
        Assert.Equal(Vilkaarsutfall.MaaVurderes, Utfall(Alt with { Formaal = Formaal.Refinansiering }, "formaal-og-bolig"));
        // § 5-1 alone never refuses: § 5-4 second paragraph opens for situations that are not long-lasting.
        Assert.Equal(Vilkaarsutfall.MaaVurderes, Utfall(Alt with { LangvarigProblem = false }, "formaal"));
    }

    [Theory]
    [InlineData(1, null, true, Formaal.Kjoep, null, null, "§ 5-4 andre ledd a", Vilkaarsutfall.Oppfylt)]
    [InlineData(0, true, true, Formaal.Kjoep, null, null, "§ 5-4 andre ledd a", Vilkaarsutfall.Oppfylt)]
    [InlineData(1, null, null, Formaal.Kjoep, false, false, "§ 5-4 andre ledd", Vilkaarsutfall.MaaVurderes)]
    [InlineData(0, false, true, Formaal.Kjoep, false, false, "§ 5-4", Vilkaarsutfall.IkkeOppfylt)]
    [InlineData(0, false, null, Formaal.Kjoep, true, false, "§ 5-4 andre ledd c", Vilkaarsutfall.Oppfylt)]
    [InlineData(0, false, null, Formaal.Kjoep, false, true, "§ 5-4 andre ledd d", Vilkaarsutfall.Oppfylt)]
    [InlineData(0, false, null, Formaal.Refinansiering, false, false, "§ 5-4 andre ledd b", Vilkaarsutfall.Oppfylt)]
    public void Unntakene_i_andre_ledd_gjelder_naar_foerste_ledd_ikke_holder(
        int barn, bool? saerlige, bool? trygg, Formaal formaal, bool? arbeid, bool? kommunal, string paragraf, Vilkaarsutfall utfall)
    {
        var fakta = Alt with
        {
            HarSpart = false,
            AntallBarn = barn,
            SaerligeUtfordringer = saerlige,
            TryggBosituasjonTalerFor = trygg,
            Formaal = formaal,
            HindrerArbeidEllerNaeringsliv = arbeid,
            FrigjoerKommunalBolig = kommunal,
            ProblemerMedBoutgifter = true,
            KanBliBoende = true,
        };

        var svar = Vilkaar.Vurder(fakta).Single(s => s.Navn == "behovsproeving");

        Assert.Equal((paragraf, utfall), (svar.Hjemmel.Paragraf, svar.Utfall));
    }

    [Fact]
    public void Prioriterte_grupper_staar_i_kommunens_rekkefoelge() => Assert.Equal(
        ["fare-for-aa-miste-boligen", "barnefamilie"],
        Vilkaar.Prioritet(Alt with { AntallBarn = 2, FareForAaMisteBoligen = true }, ["fare-for-aa-miste-boligen", "leietaker-kommunal-bolig", "barnefamilie"]));

    [Fact]
    public void En_lokal_regel_er_aldri_absolutt()
    {
        LokalRegel[] regler = [new(LokalRegelType.InntektMaksG, 4.5m, "lokale retningslinjer", new(2025, 1, 1)), new(LokalRegelType.BotidMaaneder, 12, "lokale retningslinjer", new(2025, 1, 1))];

        // 4.5 G of 1 May 2026 is 614 470.50.
        Assert.Equal([Vilkaarsutfall.Oppfylt, Vilkaarsutfall.Oppfylt], Utfall(new(614_470.50m, 12, null), null));
        Assert.Equal([Vilkaarsutfall.MaaVurderes, Vilkaarsutfall.MaaVurderes], Utfall(new(614_470.51m, 11, null), null));
        Assert.Equal([Vilkaarsutfall.Oppfylt, Vilkaarsutfall.Oppfylt], Utfall(new(900_000, 0, null), "Bor i krisesenter."));
        Assert.Equal([Vilkaarsutfall.MaaVurderes, Vilkaarsutfall.MaaVurderes], Utfall(default, " "));
        Assert.Empty(LokaleRegler.Vurder(regler, default, 136_549, null, new(2024, 12, 31)));

        IEnumerable<Vilkaarsutfall> Utfall(LokaleFakta fakta, string? unntak) => LokaleRegler.Vurder(regler, fakta, 136_549, unntak, Dag).Select(s => s.Utfall);
    }

    [Theory]
    [InlineData(LokalRegelType.BotidMaaneder, 12, true)]
    [InlineData(LokalRegelType.BotidMaaneder, 13, false)]
    [InlineData(LokalRegelType.InntektMaksG, 0, false)]
    public void En_regel_som_veilederen_ikke_tillater_kan_ikke_settes(LokalRegelType type, int grense, bool kan) =>
        Assert.Equal(kan, LokaleRegler.Ulovlig(new(type, grense, "k", Dag)) is null);

    [Theory]
    [InlineData(30, 8, null)]
    [InlineData(31, 0, "langtid-ikke-dokumentert")]
    [InlineData(51, 0, "loepetid-for-lang")]
    [InlineData(30, 9, "avdragsfrihet-for-lang")]
    [InlineData(5, 5, "avdragsfrihet-for-lang")]
    public void Loepetid_og_avdragsfrihet_har_grenser(int aar, int fri, string? kode) => Assert.Equal(kode, Nedbetalingsvilkaar.Kontroller(aar, fri, null, Satser)?.Kode);

    [Theory]
    [InlineData(true, true, true, true, false, false, false, "")]
    [InlineData(false, true, true, true, false, false, true, "a")] // neither children nor danger
    [InlineData(false, true, true, true, true, false, true, "")] // children with a low, predictable income
    [InlineData(false, true, true, true, true, false, false, "a")]
    [InlineData(false, false, false, true, false, true, true, "")] // danger waives b and c, and a with the income
    [InlineData(true, false, false, true, true, false, true, "bc")] // children alone do not waive b and c
    [InlineData(true, true, true, false, true, true, true, "d")] // d is never waived
    public void Inntil_50_aar_krever_det_paragraf_8_5_krever(bool a, bool b, bool c, bool d, bool barn, bool fare, bool inntekt, string mangler)
    {
        var grunnlag = new Langtidsgrunnlag(a, b, c, d, barn, fare, inntekt);

        Assert.Equal(mangler, string.Concat(Nedbetalingsvilkaar.Mangler(grunnlag).Select(m => m[0])));
        Assert.Equal(mangler.Length == 0 ? null : "langtid-ikke-dokumentert", Nedbetalingsvilkaar.Kontroller(50, 0, grunnlag, Satser)?.Kode);
    }

    [Theory]
    [InlineData(Eieform.Selveier, 79_545, 2_929_545)]
    [InlineData(Eieform.Borettslag, 4_545, 2_854_545)]
    public void Husbankens_eksempler_for_foerstegangsetablerere(Eieform eieform, int omkostninger, int laan)
    {
        var kjoep = Kjoep with { Eieform = eieform };

        var svar = Foerstegangsetablering.Beregn(kjoep, Satser);

        Assert.Equal((150_000m, omkostninger, laan), (svar.MinsteEgenkapital, svar.Kostnader.Sum, svar.Laan));
        Assert.Empty(Foerstegangsetablering.Kontroller(kjoep, Satser));
    }

    [Fact]
    public void Foerstegangsetablerere_har_sine_egne_nei()
    {
        Assert.Equal("egenkapital-for-liten", Kode(Kjoep with { Egenkapital = 149_999.99m }));
        Assert.Equal("loepetid-for-lang", Kode(Kjoep with { LoepetidAar = 31 }));
        Assert.Equal("avdragsfrihet-ikke-tillatt", Kode(Kjoep with { AvdragsfrihetAar = 1 }));
        Assert.Equal("binding-for-lang", Kode(Kjoep with { Rentetype = Rentetype.Fast20 }));
        Assert.Equal("har-eid-bolig", Kode(Kjoep with { HarEidBolig = true }));
        Assert.Equal("", Kode(Kjoep with { HarEidBolig = true, Livskrise = true }));
        Assert.Equal("bank-gir-laan", Kode(Kjoep with { AvslagIBank = false }));
        Assert.Equal("kan-faa-ordinaert", Kode(Kjoep with { KanFaaOrdinaert = true }));
        Assert.Equal("", Kode(Kjoep with { Rentetype = Rentetype.Flytende }));

        static string Kode(Foerstegangskjoep kjoep) => string.Join(' ', Foerstegangsetablering.Kontroller(kjoep, Satser).Select(a => a.Kode));
    }

    private static readonly Foerstegangskjoep Kjoep = new(3_000_000, Eieform.Selveier, 150_000, Rentetype.Fast10, 30, 0, false, false, true, false);

    private static Vilkaarsutfall Utfall(Vilkaarsfakta fakta, string navn) => Vilkaar.Vurder(fakta).Single(s => s.Navn == navn).Utfall;
}
