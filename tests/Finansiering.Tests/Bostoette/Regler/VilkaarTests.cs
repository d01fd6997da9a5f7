using Boligsosial.Finansiering.Bostoette;
using Boligsosial.Finansiering.Bostoette.Regler;

namespace Boligsosial.Finansiering.Tests.Bostoette.Regler;

/// <summary>Bustøttelova §§ 2–5, condition by condition.</summary>
public sealed class VilkaarTests
{
    private static readonly Vilkaarsopplysninger Oppfylt = new(
        LovligBosatt: true, RegistrertPaaAdressen: true, AlleRegistrertPaaAdressen: true, Fylt18EllerEgneBarn: true, SvarerForBoutgifter: true, BorIBoligen: true, Foerstegangstjeneste: false,
        Student: false, BarnIHusstanden: null, ArbeidsmarkedstiltakStudie: null, BorMedNoenUtenRett: false, InstitusjonMedInntektsbetaling: false, GodkjentSomBolig: true, EgenInngang: true,
        EgetBadOgToalett: true, Matlaging: true, Hvile: true, GodkjentBofellesskap: null, Doed: null);

    public static TheoryData<string, string, Func<Vilkaarsopplysninger, Vilkaarsopplysninger>> Brudd => new()
    {
        { "V48", "alleRegistrertPaaAdressen", o => o with { AlleRegistrertPaaAdressen = false } },
        { "V05", "registrertPaaAdressen", o => o with { RegistrertPaaAdressen = false } },
        { "V11", "doed", o => o with { Doed = true } },
        { "V04", "godkjentSomBolig", o => o with { GodkjentSomBolig = false } },
        { "V04", "egenInngang", o => o with { EgenInngang = false } },
        { "V04", "egetBadOgToalett", o => o with { EgetBadOgToalett = false } },
        { "V04", "matlaging", o => o with { Matlaging = false } },
        { "V04", "hvile", o => o with { Hvile = false, GodkjentBofellesskap = true } },
        { "V02", "lovligBosatt", o => o with { LovligBosatt = false } },
        { "V02", "fylt18EllerEgneBarn", o => o with { Fylt18EllerEgneBarn = false } },
        { "V02", "svarerForBoutgifter", o => o with { SvarerForBoutgifter = false } },
        { "V02", "borIBoligen", o => o with { BorIBoligen = false } },
        { "V02", "foerstegangstjeneste", o => o with { Foerstegangstjeneste = true } },
        { "V02", "student", o => o with { Student = true, BarnIHusstanden = false } },
        { "V02", "borMedNoenUtenRett", o => o with { BorMedNoenUtenRett = true } },
        { "V02", "institusjonMedInntektsbetaling", o => o with { InstitusjonMedInntektsbetaling = true } },
        { "V09", "hvile", o => o with { Hvile = null } },
        { "V09", "student", o => o with { Student = null } },
        { "V09", "barnIHusstanden", o => o with { Student = true } },
        { "V09", "egenInngang", o => o with { EgenInngang = null } },
    };

    [Theory]
    [MemberData(nameof(Brudd), DisableDiscoveryEnumeration = true)]
    public void Et_vilkaar_som_ikke_er_oppfylt_gir_sin_kode(string kode, string felt, Func<Vilkaarsopplysninger, Vilkaarsopplysninger> brudd)
    {
        var hinder = Assert.Single(Vilkaar.Kontroller(brudd(Oppfylt), 1_000));

        Assert.Equal((kode, felt), (hinder.Kode.ToString(), hinder.Felt));
        Assert.StartsWith("§ ", hinder.Hjemmel.Paragraf, StringComparison.Ordinal);
    }

    [Fact]
    public void Den_som_oppfyller_alt_har_ingen_hindre()
    {
        Assert.Empty(Vilkaar.Kontroller(Oppfylt, null));
        Assert.Empty(Vilkaar.Kontroller(Oppfylt, 63));
        Assert.Empty(Vilkaar.Kontroller(Oppfylt with { Student = true, BarnIHusstanden = true }, null));
        Assert.Empty(Vilkaar.Kontroller(Oppfylt with { Student = true, ArbeidsmarkedstiltakStudie = true }, null));
    }

    [Fact]
    public void Et_godkjent_bofellesskap_kan_ha_felles_inngang_bad_og_kjoekken() =>
        Assert.Empty(Vilkaar.Kontroller(Oppfylt with { GodkjentBofellesskap = true, EgenInngang = false, EgetBadOgToalett = null, Matlaging = false }, null));

    [Fact]
    public void Kodene_gis_i_Husbankens_rekkefoelge()
    {
        var alt = Oppfylt with { AlleRegistrertPaaAdressen = false, Hvile = null, RegistrertPaaAdressen = false, Doed = true, EgenInngang = false, LovligBosatt = false };

        Assert.Equal(
            [Vedtakskode.V48, Vedtakskode.V09, Vedtakskode.V05, Vedtakskode.V11, Vedtakskode.V04, Vedtakskode.V02, Vedtakskode.V03],
            Vilkaar.Kontroller(alt, 0).Select(h => h.Kode));
        Assert.Equal(Vedtakskode.V03, Assert.Single(Vilkaar.Kontroller(Oppfylt, 0)).Kode);
    }
}
