using System.ComponentModel.DataAnnotations;
using Boligsosial.Finansiering.Tilskudd;

namespace Boligsosial.Finansiering.Tests.Tilskudd;

/// <summary>What a municipality may choose for tilskudd; a profile with anything else stops the start.</summary>
public sealed class TilskuddsprofilTests
{
    [Fact]
    public void Standardvalgene_holder() => Assert.Empty(Feil(new()));

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void Et_tilskudd_skal_brukes_innen_en_maaned_til_fem_aar(int maaneder) => Assert.Single(Feil(new() { BrukesInnenMaaneder = maaneder }));

    [Fact]
    public void Hovedregelen_for_hver_type_er_et_beloep_over_null()
    {
        Assert.Empty(Feil(new() { Tilpasning = new() { HovedregelMaks = 40_000 }, Etablering = new() { HovedregelMaks = 1 } }));
        Assert.Equal(2, Feil(new() { Tilpasning = new() { HovedregelMaks = 0 }, Etablering = new() { HovedregelMaks = -1 } }).Count);
    }

    [Fact]
    public void Dagene_posten_tar_og_hvem_som_avgjoer_gjelder_tilskudd_for_seg() => Assert.Single(Feil(new() { PostgangDager = 31, Fullmaktshavere = ["rådgiver-1"] }));

    private static List<ValidationResult> Feil(Tilskuddsprofil profil)
    {
        var kommune = new Kommuneprofil { Kommunenummer = "1508", Tilskudd = profil };
        return [.. kommune.Validate(new(kommune))];
    }
}
