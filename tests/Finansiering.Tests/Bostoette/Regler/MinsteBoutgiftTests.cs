using Boligsosial.Finansiering.Bostoette.Regler;

namespace Boligsosial.Finansiering.Tests.Bostoette.Regler;

/// <summary><see cref="Utmaaling.MinsteBoutgift"/>: the rent below which nobody gets bostøtte, whatever they earn.</summary>
public sealed class MinsteBoutgiftTests
{
    [Theory]
    [InlineData(2026, 11, 0)]
    [InlineData(2026, 5, 0)]
    [InlineData(2024, 6, 2)]
    [InlineData(2023, 6, 1)]
    public void En_oere_mindre_gir_ingen_ting_og_husstanden_har_ikke_noe_aa_si(int aar, int maaned, int gruppe)
    {
        var dato = new DateOnly(aar, maaned, 1);
        var satser = Satshistorikk.For(dato)!;
        var en = new Grunnlag { Dato = dato, Gruppe = gruppe, Voksne = 1, InntektPerMaaned = 0, BoutgiftPerMaaned = 0 };

        var minst = Utmaaling.MinsteBoutgift(en, satser);

        Assert.Equal(satser.MinsteUtbetaling, Utmaaling.Beregn(en with { BoutgiftPerMaaned = minst }, satser).PerMaaned);
        Assert.Equal(0, Utmaaling.Beregn(en with { BoutgiftPerMaaned = minst - 0.01m }, satser).PerMaaned);
        Assert.All(
            new[] { en with { Barn = 3 }, en with { Voksne = 2 }, en with { Voksne = 4, Barn = 4 }, en with { EnsligAlderspensjonist = true } },
            husstand => Assert.Equal(minst, Utmaaling.MinsteBoutgift(husstand, satser)));
    }

    /// <summary>26 576 kr egendel a year, and 62.995 kr a month, rounded to 63, of 73.7 percent above it.</summary>
    [Fact]
    public void Satsene_fra_juni_2026()
    {
        var en = new Grunnlag { Dato = new(2026, 11, 1), Gruppe = 0, Voksne = 1, InntektPerMaaned = 0, BoutgiftPerMaaned = 0 };

        Assert.Equal(Math.Ceiling(((26_576m / 12) + (62.995m / 0.737m)) * 100) / 100, Utmaaling.MinsteBoutgift(en, Satshistorikk.For(en.Dato)!));
    }
}
