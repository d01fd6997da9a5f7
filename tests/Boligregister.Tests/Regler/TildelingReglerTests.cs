using Boligsosial.Boligregister.Tildeling;
using Boligsosial.Boligregister.Tildeling.Regler;

namespace Boligsosial.Boligregister.Tests.Regler;

/// <summary>What fits whom, by Ålesund's profile.</summary>
public sealed class TildelingReglerTests
{
    private static readonly Tildelingsprofil Aalesund = Profil.Aalesund.Tildeling;
    private static readonly Ledigbolig Bolig = new(Guid.Empty, "gjennomgangsbolig", 2, "ordinaer", "Skodje", 8000, "Skodje skule", ["sentrumsnaer"], []);

    private static Boligsoeker Soeker(int voksne = 1, int[]? barn = null, int? soverom = null, string tilgjengelighet = "ordinaer", decimal? inntekt = null, bool skjermet = false, bool kollektiv = false) =>
        new(new(voksne, barn ?? []), new(soverom, tilgjengelighet, ["Skodje"], "Skodje skule", skjermet, kollektiv), ["gjennomgangsbolig"], inntekt);

    [Theory]
    [InlineData(1, 0, null, 0)]
    [InlineData(2, 0, null, 1)]
    [InlineData(3, 0, null, 2)]
    [InlineData(1, 1, null, 2)]
    [InlineData(2, 2, null, 2)]
    [InlineData(2, 3, null, 3)]
    [InlineData(2, 5, null, 4)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(2, 5, 3, 4)]
    public void Soverom_etter_husstanden_eller_det_som_er_vurdert(int voksne, int barn, int? vurdert, int soverom) =>
        Assert.Equal(soverom, Trangboddhet.Soverom(new(voksne, new int[barn]), vurdert, personerPerSoverom: 2));

    [Fact]
    public void Det_som_passer_har_ingen_hindringer_og_sier_hvorfor()
    {
        var svar = Passform.Vurder(Soeker(barn: [7], inntekt: 20_000), Bolig, Aalesund);

        Assert.Empty(svar.Hindringer);
        Assert.Equal(["omraade", "skolekrets", "leie"], svar.Grunner.Select(g => g.Kode));
        Assert.Equal(svar.Poeng, svar.Grunner.Sum(g => g.Poeng));
    }

    [Fact]
    public void Poengene_alene_er_de_som_forklares()
    {
        foreach (var soeker in new[] { Soeker(), Soeker(barn: [7], inntekt: 20_000), Soeker(voksne: 2, inntekt: 9_000), Soeker(tilgjengelighet: "trinnfri") })
            foreach (var bolig in new[] { Bolig, Bolig with { Soverom = 5, Tilgjengelighet = "rullestol" }, Bolig with { Omraade = "Et annet", Skolekrets = null, Maanedsleie = null } })
                Assert.Equal(Passform.Vurder(soeker, bolig, Aalesund).Poeng, Passform.Poeng(soeker, bolig, Aalesund));
    }

    public static TheoryData<Boligsoeker, string> Hindringer => new()
    {
        { Soeker(voksne: 2, barn: [1, 2, 3]), "trangbodd" },
        { Soeker(tilgjengelighet: "trinnfri"), "tilgjengelighet" },
        { Soeker(skjermet: true), "skjermet" },
        { Soeker() with { Kategorier = ["tilrettelagt"] }, "kategori" },
    };

    [Theory]
    [MemberData(nameof(Hindringer), DisableDiscoveryEnumeration = true)]
    public void Det_som_hindrer_er_det_samme_i_kort_og_i_langt(Boligsoeker soeker, string kode)
    {
        Assert.Equal([kode], Passform.Vurder(soeker, Bolig, Aalesund).Hindringer.Select(h => h.Kode));
        Assert.False(Passform.Passer(soeker, Bolig, Aalesund));
    }

    [Theory]
    [InlineData("ordinaer", "rullestol", true)]
    [InlineData("trinnfri", "rullestol", true)]
    [InlineData("rullestol", "trinnfri", false)]
    [InlineData("rullestol", "rullestol", true)]
    public void En_tilrettelagt_bolig_passer_ogsaa_den_som_trenger_mindre(string trengs, string er, bool passer) =>
        Assert.Equal(passer, Passform.Passer(Soeker(tilgjengelighet: trengs), Bolig with { Tilgjengelighet = er }, Aalesund));

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(19_999, false)]
    public void Leie_er_til_aa_baere_innenfor_en_andel_av_inntekten(int inntekt, bool innenfor) =>
        Assert.Equal(innenfor, Passform.Vurder(Soeker(inntekt: inntekt), Bolig, Aalesund).Grunner.Any(g => g.Kode == "leie"));

    [Theory]
    [InlineData(true, "aktiv-rus", "", "barn-naer-aktiv-rus")]
    [InlineData(true, "", "aktiv-rus", "barn-naer-aktiv-rus")]
    [InlineData(false, "aktiv-rus", "aktiv-rus aktiv-rus", "")]
    [InlineData(false, "aktiv-rus", "aktiv-rus aktiv-rus aktiv-rus", "for-mange-aktiv-rus")]
    public void Blandinger_som_frarades_ses_paa_merker_paa_boliger(bool barn, string merke, string vedSiden, string advarsel)
    {
        var bolig = Bolig with { Merker = ["sentrumsnaer", .. merke.Split(' ', StringSplitOptions.RemoveEmptyEntries)], MerkerVedSiden = vedSiden.Split(' ', StringSplitOptions.RemoveEmptyEntries) };

        Assert.Equal(advarsel, string.Join(' ', Passform.Vurder(Soeker(barn: barn ? [4] : null), bolig, Aalesund).Advarsler.Select(a => a.Kode)));
    }

    [Fact]
    public void Uten_bil_advares_det_mot_det_som_ligger_langt_fra_kollektivtransport()
    {
        Assert.Empty(Passform.Vurder(Soeker(kollektiv: true), Bolig, Aalesund).Advarsler);
        var svar = Passform.Vurder(Soeker(kollektiv: true), Bolig with { Merker = [] }, Aalesund);
        Assert.Equal(["langt-fra-kollektiv"], svar.Advarsler.Select(a => a.Kode));
        Assert.All(svar.Advarsler, a => Assert.NotEmpty(a.Kilde!));
    }
}
