using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.Finansiering.Tilskudd.Regler;
using static Boligsosial.Finansiering.Startlaan.Regler.Vilkaarsutfall;

namespace Boligsosial.Finansiering.Tests.Tilskudd.Regler;

/// <summary><see cref="Tilskuddsvilkaar"/> and <see cref="Finansieringskontroll"/>: bustøttelova §§ 14 and 15.</summary>
public sealed class TilskuddsvilkaarTests
{
    private static readonly Tilskuddsfakta Ukjent = new();

    [Theory]
    [InlineData(Tilskuddstype.Etablering, Tilskuddsformaal.Kjoep, true)]
    [InlineData(Tilskuddstype.Etablering, Tilskuddsformaal.Oppfoering, true)]
    [InlineData(Tilskuddstype.Etablering, Tilskuddsformaal.Refinansiering, true)]
    [InlineData(Tilskuddstype.Etablering, Tilskuddsformaal.Utbedring, true)]
    [InlineData(Tilskuddstype.Etablering, Tilskuddsformaal.Tilpasning, false)]
    [InlineData(Tilskuddstype.Etablering, Tilskuddsformaal.Prosjektering, false)]
    [InlineData(Tilskuddstype.Tilpasning, Tilskuddsformaal.Tilpasning, true)]
    [InlineData(Tilskuddstype.Tilpasning, Tilskuddsformaal.Prosjektering, true)]
    [InlineData(Tilskuddstype.Tilpasning, Tilskuddsformaal.Kjoep, false)]
    [InlineData(Tilskuddstype.Tilpasning, Tilskuddsformaal.Utbedring, false)]
    public void Hver_type_har_formaalene_loven_gir_den(Tilskuddstype type, Tilskuddsformaal formaal, bool lov) => Assert.Equal(lov, Tilskuddsvilkaar.Formaalet(type, formaal) is null);

    [Fact]
    public void Uten_opplysninger_er_alt_som_kan_vurderes_for_en_person() =>
        Assert.All(Etablering(Tilskuddsformaal.Utbedring, Ukjent).Concat(Tilpasning(Ukjent, null)), v => Assert.Equal(MaaVurderes, v.Utfall));

    [Theory]
    [InlineData(true, Oppfylt)]
    [InlineData(false, IkkeOppfylt)]
    [InlineData(null, MaaVurderes)]
    public void Utbedring_er_av_en_nyinnkjoept_bruktbolig(bool? nyinnkjoept, Vilkaarsutfall utfall)
    {
        var svar = Finn(Etablering(Tilskuddsformaal.Utbedring, Ukjent with { NyinnkjoeptBruktbolig = nyinnkjoept }), "formaal");
        Assert.Equal((utfall, "§ 14 tredje ledd"), (svar.Utfall, svar.Hjemmel.Paragraf));
        Assert.Equal(Oppfylt, Finn(Etablering(Tilskuddsformaal.Kjoep, Ukjent with { NyinnkjoeptBruktbolig = nyinnkjoept }), "formaal").Utfall);
    }

    [Theory]
    [InlineData(true, false, null, Oppfylt)]
    [InlineData(true, true, false, IkkeOppfylt)]
    [InlineData(false, false, false, IkkeOppfylt)]
    [InlineData(false, true, true, Oppfylt)]
    [InlineData(false, null, null, MaaVurderes)]
    [InlineData(null, true, false, IkkeOppfylt)]
    [InlineData(true, null, false, MaaVurderes)]
    [InlineData(null, null, true, Oppfylt)]
    public void Lav_inntekt_og_ingen_egen_bolig_eller_en_som_passer_bedre(bool? lavInntekt, bool? kanSelv, bool? bedre, Vilkaarsutfall utfall) =>
        Assert.Equal(utfall, Finn(Etablering(Tilskuddsformaal.Kjoep, Ukjent with { LavInntekt = lavInntekt, KanEtablereSegSelv = kanSelv, TrengerBedreTilpassetBolig = bedre }), "etablering").Utfall);

    [Fact]
    public void Hvem_som_gaar_foran_og_hva_veilederen_sier_er_aldri_et_brutt_vilkaar()
    {
        var svar = Etablering(Tilskuddsformaal.Kjoep, Ukjent with { LangvarigeProblemer = false, StartlaanUtnyttet = false });

        Assert.Equal(MaaVurderes, Finn(svar, "prioritet").Utfall);
        Assert.Equal(MaaVurderes, Finn(svar, "startlaan-foerst").Utfall);
        Assert.Equal(IkkeOppfylt, Finn(Etablering(Tilskuddsformaal.Kjoep, Ukjent with { Vanskeligstilt = false }), "maalgruppe").Utfall);
    }

    [Fact]
    public void Kommunen_velger_om_tilpasning_behovsproeves()
    {
        var kanSelv = Ukjent with { KanFinansiereSelv = true };
        Assert.Equal(IkkeOppfylt, Finn(Tilpasning(kanSelv, null), "behovsproeving").Utfall);
        Assert.Equal(Oppfylt, Finn(Tilpasning(Ukjent with { KanFinansiereSelv = false }, null), "behovsproeving").Utfall);
        Assert.Equal(Oppfylt, Finn(Tilskuddsvilkaar.Vurder(Tilskuddstype.Tilpasning, Tilskuddsformaal.Tilpasning, kanSelv, null, behovsproeves: false, 1, null), "behovsproeving").Utfall);
    }

    [Theory]
    [InlineData(false, null, Oppfylt)]
    [InlineData(true, true, Oppfylt)]
    [InlineData(true, false, IkkeOppfylt)]
    [InlineData(true, null, MaaVurderes)]
    public void Den_som_eier_en_leid_bolig_godkjenner_tiltaket(bool leid, bool? godkjent, Vilkaarsutfall utfall) =>
        Assert.Equal(utfall, Finn(Tilpasning(Ukjent with { LeidBolig = leid, UtleierGodkjenner = godkjent }, null), "utleiers-godkjenning").Utfall);

    [Theory]
    [InlineData(true, Oppfylt)]
    [InlineData(false, MaaVurderes)]
    [InlineData(null, MaaVurderes)]
    public void Det_er_avklart_hva_nav_dekker(bool? nav, Vilkaarsutfall utfall) => Assert.Equal(utfall, Finn(Tilpasning(Ukjent, nav), "nav-hjelpemiddelsentral").Utfall);

    [Theory]
    [InlineData(40_000, Oppfylt)]
    [InlineData(40_000.01, MaaVurderes)]
    public void Kommunens_hovedregel_for_beloep_er_ikke_absolutt(double beloep, Vilkaarsutfall utfall)
    {
        Assert.Equal(utfall, Finn(Tilskuddsvilkaar.Vurder(Tilskuddstype.Tilpasning, Tilskuddsformaal.Tilpasning, Ukjent, null, true, (decimal)beloep, 40_000), "kommunens-hovedregel").Utfall);
        Assert.DoesNotContain(Tilpasning(Ukjent, null), v => v.Navn == "kommunens-hovedregel");
    }

    [Fact]
    public void Hovedregelen_holdes_mot_det_som_innvilges_der_ingen_har_vurdert_den()
    {
        var svar = Tilskuddsvilkaar.Vurder(Tilskuddstype.Tilpasning, Tilskuddsformaal.Tilpasning, Ukjent, null, true, 40_000, 40_000);

        Assert.Equal(MaaVurderes, Finn(Tilskuddsvilkaar.MedBeloep(svar, 40_001, 40_000), "kommunens-hovedregel").Utfall);
        Assert.Equal(Oppfylt, Finn(Tilskuddsvilkaar.MedBeloep(svar, 40_000, 40_000), "kommunens-hovedregel").Utfall);
        var vurdert = Skjoennsvurdering.Bruk(Tilskuddsvilkaar.MedBeloep(svar, 40_001, 40_000), "kommunens-hovedregel", true, new("Heis kreves.", "Kari"));
        Assert.Equal(Oppfylt, Finn(Tilskuddsvilkaar.MedBeloep(vurdert, 50_000, 40_000), "kommunens-hovedregel").Utfall);
        Assert.Same(svar, Tilskuddsvilkaar.MedBeloep(svar, 40_001, null));
    }

    [Theory]
    [InlineData(99, "finansiering-dekker-ikke", null)]
    [InlineData(100, null, null)]
    [InlineData(101, null, "finansiering-over-kostnad")]
    public void Det_som_finansierer_er_det_det_koster(int tilskudd, string? mangler, string? over)
    {
        var dekning = new Kostnadsdekning(Kostnad: 1_000, Egenkapital: 100, AndreMidler: 200, Nav: 250, Startlaan: 350, tilskudd);

        Assert.Equal((mangler, over), (Finansieringskontroll.Dekker(Tilskuddstype.Tilpasning, dekning)?.Kode, Finansieringskontroll.IkkeOver(Tilskuddstype.Tilpasning, dekning)?.Kode));
    }

    private static IReadOnlyList<Vilkaarssvar> Etablering(Tilskuddsformaal formaal, Tilskuddsfakta fakta) => Tilskuddsvilkaar.Vurder(Tilskuddstype.Etablering, formaal, fakta, null, true, 1, null);

    private static IReadOnlyList<Vilkaarssvar> Tilpasning(Tilskuddsfakta fakta, bool? nav) =>
        [.. Tilskuddsvilkaar.Vurder(Tilskuddstype.Tilpasning, Tilskuddsformaal.Tilpasning, fakta, nav, true, 1, null).Where(v => v.Navn != "formaal")];

    private static Vilkaarssvar Finn(IEnumerable<Vilkaarssvar> svar, string navn) => Assert.Single(svar, v => v.Navn == navn);
}
