using Boligsosial.Finansiering.Bostoette.Regler;

namespace Boligsosial.Finansiering.Tests.Bostoette.Regler;

public sealed class SatshistorikkTests
{
    [Theory]
    [InlineData("2023-06-01", "2023-06-01")]
    [InlineData("2024-03-31", "2023-06-01")]
    [InlineData("2024-04-01", "2024-04-01")]
    [InlineData("2024-06-01", "2024-06-01")]
    [InlineData("2024-06-30", "2024-06-01")]
    [InlineData("2024-07-01", "2024-07-01")]
    [InlineData("2024-09-01", "2024-09-01")]
    [InlineData("2025-05-31", "2024-09-01")]
    [InlineData("2025-06-01", "2025-06-01")]
    [InlineData("2027-05-31", "2026-06-01")]
    public void En_maaned_har_satsene_som_gjaldt_den_foerste(string dato, string fra) =>
        Assert.Equal(DateOnly.Parse(fra), Satshistorikk.For(DateOnly.Parse(dato))!.Fra);

    [Theory]
    [InlineData("2023-05-31", "satser-mangler", "2023-06-01")]
    [InlineData("0001-01-01", "satser-mangler", "2023-06-01")]
    [InlineData("2027-06-01", "satser-ikke-fastsatt", "2027-06-01")]
    public void Uten_satser_blir_det_ikke_regnet(string dato, string kode, string naermest)
    {
        Assert.Null(Satshistorikk.For(DateOnly.Parse(dato)));

        var avvist = Satshistorikk.Mangler(DateOnly.Parse(dato), "dato");
        Assert.Equal((kode, "dato"), (avvist.Kode, avvist.Felt));
        Assert.Contains(naermest, avvist.Tekst, StringComparison.Ordinal);
        Assert.Equal("forskrift om bustøtte", avvist.Hjemmel!.Lov);
    }

    [Fact]
    public void Satsene_gaar_aldri_ned_og_hver_har_sin_kilde()
    {
        foreach (var (foer, etter) in Satshistorikk.Alle.Zip(Satshistorikk.Alle.Skip(1)))
        {
            Assert.True(foer.Fra < etter.Fra);
            Assert.NotEqual(foer.Kilde, etter.Kilde);
            Assert.True(foer.MinsteEgendel <= etter.MinsteEgendel && foer.Grense1 <= etter.Grense1 && foer.Grense2 <= etter.Grense2 && foer.Grense2UngUfoer <= etter.Grense2UngUfoer);
            Assert.True(foer.Grense1Alder <= etter.Grense1Alder && foer.Grense2Alder <= etter.Grense2Alder && foer.MinsteUtbetaling <= etter.MinsteUtbetaling);
            Assert.True(foer.Tak.Zip(etter.Tak).All(t => t.First <= t.Second) && foer.Kommunetillegg.Zip(etter.Kommunetillegg).All(t => t.First <= t.Second));
        }
    }

    [Theory]
    [InlineData("0301", "2026-06-01", 1)]
    [InlineData("4601", "2026-06-01", 2)]
    [InlineData("5501", "2024-01-01", 2)]
    [InlineData("5401", "2023-12-01", 2)]
    [InlineData("3024", "2023-06-01", 2)]
    [InlineData("3201", "2026-06-01", 2)]
    [InlineData("4204", "2026-06-01", 3)]
    [InlineData("3205", "2026-06-01", 3)]
    [InlineData("3030", "2023-06-01", 3)]
    [InlineData("1508", "2026-06-01", 0)]
    [InlineData("5035", "2026-06-01", 0)]
    public void Kommunens_gruppe_er_den_forskriften_sier(string nummer, string dato, int gruppe) =>
        Assert.Equal(gruppe, Kommunegruppe.Av(nummer, DateOnly.Parse(dato)));

    [Theory]
    [InlineData("")]
    [InlineData("150")]
    [InlineData("15080")]
    [InlineData("0302")]
    [InlineData("9901")]
    [InlineData("15O8")]
    public void Det_som_ikke_er_et_kommunenummer_avvises(string nummer) =>
        Assert.Equal("ugyldig-kommunenummer", Kommunegruppe.Kontroller(nummer, "kommunenummer")!.Kode);
}
