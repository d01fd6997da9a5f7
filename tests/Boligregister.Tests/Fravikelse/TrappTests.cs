using Boligsosial.Boligregister.Fravikelse.Regler;
using Boligsosial.Boligregister.Husleie;

namespace Boligsosial.Boligregister.Tests.Fravikelse;

/// <summary>The ladder towards fravikelse: the day before and the day of every deadline.</summary>
public sealed class TrappTests
{
    private static readonly Husleieprofil Profil = new();
    private static readonly Stand Skylder = new(new(2026, 10, 1), 9500);

    [Theory]
    [InlineData("2026-10-14", "for-tidlig")]
    [InlineData("2026-10-15", null)]
    public void Purring_kommer_profilens_dager_etter_forfall(string dag, string? hinder) => Hindrer(hinder, Steg.Purring, new(), dag);

    [Theory]
    [InlineData("2026-10-28", "for-tidlig")]
    [InlineData("2026-10-29", null)]
    public void Varselet_kommer_naar_purrefristen_er_ute(string dag, string? hinder) => Hindrer(hinder, Steg.Varsel, new(Dag("2026-10-15")), dag);

    [Theory]
    [InlineData("2026-10-29", "2026-11-12", "for-tidlig")] // the last day to pay
    [InlineData("2026-10-29", "2026-11-13", null)]
    [InlineData("2028-02-15", "2028-02-29", "for-tidlig")] // a leap day
    [InlineData("2028-02-15", "2028-03-01", null)]
    [InlineData("2026-12-31", "2027-01-14", "for-tidlig")] // the 31st
    [InlineData("2026-12-31", "2027-01-15", null)]
    public void Begjaering_kommer_naar_to_uker_er_gaatt_fra_varselet(string varslet, string dag, string? hinder) =>
        Hindrer(hinder, Steg.Begjaering, new(Dag("2026-10-15"), Dag(varslet), Reservert: Dag(varslet)), dag, "§ 4-18");

    [Theory]
    [InlineData("2026-11-23", "for-tidlig")]
    [InlineData("2026-11-24", null)]
    public void Begjaering_venter_paa_NAVs_to_uker(string dag, string? hinder) =>
        Hindrer(hinder, Steg.Begjaering, new(Dag("2026-10-15"), Dag("2026-10-29"), NavVarslet: Dag("2026-11-10")), dag, "§ 9-11");

    [Theory]
    [InlineData("2026-11-14", false, "for-tidlig")] // before the answer
    [InlineData("2026-11-15", false, null)]
    [InlineData("2026-11-23", true, "for-tidlig")] // NAV promises a solution: its two weeks run on
    [InlineData("2026-11-24", true, null)]
    public void Svarer_NAV_uten_loesning_er_fristen_slutt(string dag, bool lovet, string? hinder) => Hindrer(
        hinder, Steg.Begjaering, new(Dag("2026-10-15"), Dag("2026-10-29"), NavVarslet: Dag("2026-11-10"), NavSvart: Dag("2026-11-15"), LoesningLovet: lovet), dag, "§ 9-11");

    [Theory]
    [InlineData("2026-11-12", "for-tidlig")]
    [InlineData("2026-11-13", null)]
    public void NAVs_svar_korter_ikke_ned_varselets_to_uker(string dag, string? hinder) => Hindrer(
        hinder, Steg.Begjaering, new(Dag("2026-10-15"), Dag("2026-10-29"), NavVarslet: Dag("2026-10-30"), NavSvart: Dag("2026-11-01")), dag, "§ 4-18");

    [Theory]
    [InlineData("2026-10-29", "2027-10-29", null)] // a year on the day
    [InlineData("2026-10-29", "2027-10-30", "varsel-for-gammelt")]
    [InlineData("2028-02-29", "2029-02-28", null)]
    [InlineData("2028-02-29", "2029-03-01", "varsel-for-gammelt")]
    public void Et_varsel_gjelder_i_ett_aar(string varslet, string dag, string? hinder)
    {
        var trinn = new Trinn(Dag("2026-10-15"), Dag(varslet), NavVarslet: Dag(varslet));

        Hindrer(hinder, Steg.Begjaering, trinn, dag, "§ 4-19");
        Assert.Equal(hinder is null ? Steg.Begjaering : Steg.Varsel, Trapp.Neste(trinn, Dag(dag)));
        Hindrer(hinder is null ? "steg-tatt" : null, Steg.Varsel, trinn, dag);
    }

    [Theory]
    [InlineData("2026-12-14", "for-tidlig")]
    [InlineData("2026-12-15", null)]
    public void Namsmannen_gir_to_uker_til_aa_uttale_seg(string dag, string? hinder) => Hindrer(
        hinder, Steg.Gjennomfoering, new(Dag("2026-10-15"), Dag("2026-10-29"), NavVarslet: Dag("2026-10-30"), Begjaert: Dag("2026-12-01")), dag, "§ 13-6");

    [Theory]
    [InlineData(Steg.Varsel)]
    [InlineData(Steg.NavVarsel)]
    [InlineData(Steg.Begjaering)]
    public void Trappen_staar_stille_naar_noe_er_gjort_med_restansen(Steg steg)
    {
        var trinn = steg switch
        {
            Steg.Varsel => new Trinn(Dag("2026-10-15")),
            Steg.NavVarsel => new Trinn(Dag("2026-10-15"), Dag("2026-10-29")),
            _ => new Trinn(Dag("2026-10-15"), Dag("2026-10-29"), NavVarslet: Dag("2026-10-29")),
        };

        Hindrer("ingen-restanse", steg, trinn, "2026-12-01", stand: new(null));
        Hindrer("utflyttet", steg, trinn, "2026-12-01", stand: Skylder with { Utflyttet = true });
        Hindrer("avtale-loeper", steg, trinn, "2026-12-01", stand: Skylder with { AvtaleLoeper = true });
        Hindrer("dekning-ventes", steg, trinn, "2026-12-01", stand: Skylder with { DekningVentes = true });
        Hindrer(null, steg, trinn, "2026-12-01");
    }

    [Fact]
    public void Stegene_tas_i_rekkefoelge_og_en_gang()
    {
        var purret = new Trinn(Dag("2026-10-15"));
        var varslet = purret with { Varslet = Dag("2026-10-29") };
        var begjaert = varslet with { NavVarslet = Dag("2026-10-29"), Begjaert = Dag("2026-11-20") };

        Hindrer("steg-mangler", Steg.NavVarsel, purret, "2026-12-01");
        Hindrer("steg-mangler", Steg.Begjaering, purret, "2026-12-01");
        Hindrer("steg-mangler", Steg.Begjaering, varslet, "2026-12-01");
        Hindrer("steg-mangler", Steg.Gjennomfoering, varslet, "2026-12-01");
        Hindrer("steg-tatt", Steg.Varsel, varslet, "2026-12-01");
        Hindrer("steg-tatt", Steg.NavVarsel, begjaert, "2026-12-01");
        Hindrer("steg-tatt", Steg.Begjaering, begjaert, "2026-12-01");
        Hindrer("leietaker-reservert", Steg.NavVarsel, varslet with { Reservert = Dag("2026-10-30") }, "2026-12-01");
        Hindrer("sak-avsluttet", Steg.Gjennomfoering, begjaert with { Avsluttet = Dag("2026-11-30") }, "2026-12-01");
    }

    private static void Hindrer(string? ventet, Steg steg, Trinn trinn, string dag, string? paragraf = null, Stand? stand = null)
    {
        var hindring = Trapp.Hindrer(steg, trinn, stand ?? Skylder, Dag(dag), Profil);

        Assert.Equal(ventet, hindring?.Avvisning.Kode);
        if (ventet is not null && paragraf is not null)
            Assert.Equal(paragraf, hindring!.Avvisning.Hjemmel?.Paragraf);
        if (ventet == "for-tidlig")
            Assert.True(hindring!.Tidligst > Dag(dag));
    }

    private static DateOnly Dag(string dag) => DateOnly.Parse(dag);
}
