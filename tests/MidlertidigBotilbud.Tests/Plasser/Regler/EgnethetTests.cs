using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.MidlertidigBotilbud.Plasser.Regler;

namespace Boligsosial.MidlertidigBotilbud.Tests.Plasser.Regler;

/// <summary>Whether a place is for a household, one condition at a time.</summary>
public sealed class EgnethetTests
{
    private static readonly Kvalitet[] Alt = Enum.GetValues<Kvalitet>();
    private static readonly Plassdata God = new(Guid.CreateVersion7(), "Leilighet 1", Plasslag.Leilighet, 3, Tilgjengelighet.Trinnfri, false, true, true, 18, 60, "Aspøy", 900, 1, null);
    private static readonly Behov Familie = new(1, [4, 9], 30, Tilgjengelighet.Ordinaer, true, false, "Aspøy");

    [Fact]
    public void Det_som_passer_har_ingen_bom() => Assert.Empty(Egnethet.Bommer(God, Alt, Familie, Alt));

    public static TheoryData<string, Bom> Bommer => new()
    {
        { "senger", Bom.ForFaaSenger },
        { "barn", Bom.TarIkkeBarn },
        { "rus", Bom.KreverRusfrihet },
        { "husdyr", Bom.TarIkkeHusdyr },
        { "for-ung", Bom.Alder },
        { "for-gammel", Bom.Alder },
        { "rullestol", Bom.Tilgjengelighet },
        { "natthjem", Bom.Natthjem },
    };

    [Theory]
    [MemberData(nameof(Bommer))]
    public void Hvert_vilkaar_for_seg(string hva, Bom bom)
    {
        var (plass, behov) = hva switch
        {
            "senger" => (God with { Senger = 2 }, Familie),
            "barn" => (God with { TarBarn = false }, Familie),
            "rus" => (God with { KreverRusfrihet = true }, Familie with { KanBoRusfritt = false }),
            "husdyr" => (God with { TarHusdyr = false }, Familie with { Husdyr = true }),
            "for-ung" => (God, Familie with { Alder = 17 }),
            "for-gammel" => (God, Familie with { Alder = 61 }),
            "rullestol" => (God, Familie with { Tilgjengelighet = Tilgjengelighet.Rullestol }),
            _ => (God with { Slag = Plasslag.Natthjem }, Familie),
        };

        Assert.Equal([bom], Egnethet.Bommer(plass, Alt, behov, Alt));
        Assert.Equal(plass == God, plass.Egenskaper == God.Egenskaper); // else the search takes them for the same kind
    }

    [Fact]
    public void Alderen_er_til_og_med_og_den_som_ikke_er_kjent_stenger_ingen_ute()
    {
        Assert.Empty(Egnethet.Bommer(God, Alt, Familie with { Alder = 18 }, Alt));
        Assert.Empty(Egnethet.Bommer(God, Alt, Familie with { Alder = 60 }, Alt));
        Assert.Empty(Egnethet.Bommer(God, Alt, Familie with { Alder = null }, Alt));
    }

    [Fact]
    public void Det_profilen_krever_for_barn_stenger_ikke_for_voksne()
    {
        var uten = Alt.Except([Kvalitet.Matlaging]).ToArray();

        Assert.Equal([Bom.KvalitetForBarn], Egnethet.Bommer(God, uten, Familie, Alt));
        Assert.Empty(Egnethet.Bommer(God, uten, Familie, uten));
        Assert.Empty(Egnethet.Bommer(God, [], Familie with { BarnsAlder = [] }, Alt));
    }

    [Fact]
    public void De_med_faerrest_senger_gaar_foran_og_saa_kvalitet_og_pris()
    {
        Assert.True(Egnethet.Rang(God, 0).CompareTo(Egnethet.Rang(God with { Senger = 4, Pris = 1 }, 5)) < 0);
        Assert.True(Egnethet.Rang(God, 5).CompareTo(Egnethet.Rang(God with { Pris = 1 }, 4)) < 0);
        Assert.True(Egnethet.Rang(God, 5).CompareTo(Egnethet.Rang(God with { Pris = 901 }, 5)) < 0);
    }

    [Fact]
    public void Skolen_er_barnas()
    {
        Assert.True(Egnethet.VedSkolen(God, Familie));
        Assert.False(Egnethet.VedSkolen(God with { Skolekrets = "Hessa" }, Familie));
        Assert.False(Egnethet.VedSkolen(God with { Skolekrets = null }, Familie with { Skolekrets = null }));
        Assert.False(Egnethet.VedSkolen(God, Familie with { BarnsAlder = [] }));
    }
}
