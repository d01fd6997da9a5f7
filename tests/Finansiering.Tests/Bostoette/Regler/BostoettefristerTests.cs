using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;

namespace Boligsosial.Finansiering.Tests.Bostoette.Regler;

public sealed class BostoettefristerTests
{
    [Theory]
    [InlineData("2026-11-25", null, "2026-11-01")]
    [InlineData("2026-11-26", null, "2026-12-01")]
    [InlineData("2026-12-26", null, "2027-01-01")]
    // Mended within a month from the deadline counts as in time; later, from when it was mended.
    [InlineData("2026-11-20", "2026-12-25", "2026-11-01")]
    [InlineData("2026-11-20", "2026-12-26", "2027-01-01")]
    [InlineData("2026-11-26", "2027-01-25", "2026-12-01")]
    [InlineData("2026-01-20", "2026-02-26", "2026-03-01")]
    public void En_soeknad_gjelder_fra_maaneden_den_kom_i_tide_for(string mottatt, string? rettet, string maaned) =>
        Assert.Equal(DateOnly.Parse(maaned), Bostoettefrister.FoersteMaaned(DateOnly.Parse(mottatt), rettet is null ? null : DateOnly.Parse(rettet)));

    /// <summary>Husbanken's calendar for 2026: 19.06, 18.09 and 18.12.</summary>
    [Theory]
    [InlineData("2026-05-01", "2026-06-19")]
    [InlineData("2026-08-01", "2026-09-18")]
    [InlineData("2026-11-01", "2026-12-18")]
    [InlineData("2026-10-01", "2026-11-20")]
    [InlineData("2025-03-01", "2025-04-16")] // the 20th is Easter Sunday
    public void Utbetales_den_20_maaneden_etter_eller_siste_virkedag_foer(string maaned, string dag) =>
        Assert.Equal(DateOnly.Parse(dag), Bostoettefrister.Utbetales(DateOnly.Parse(maaned)));

    [Theory]
    [InlineData("2026-06-01", "2026-07-20", "2026-07-20")]
    [InlineData("2026-06-01", "2026-07-21", "2026-08-20")]
    [InlineData("2026-10-01", "2026-11-28", "2026-12-18")]
    public void Etterbetales_den_foerste_dagen_som_ikke_er_foer_vedtaket(string maaned, string vedtak, string dag) =>
        Assert.Equal(DateOnly.Parse(dag), Bostoettefrister.Etterbetales(DateOnly.Parse(maaned), DateOnly.Parse(vedtak)));

    [Theory]
    [InlineData("2026-11-02", "2026-11-23")]
    [InlineData("2026-12-04", "2026-12-28")] // Christmas Day, St Stephen's Day, Sunday
    public void Klagefristen_er_tre_uker_til_neste_virkedag(string underrettet, string frist) =>
        Assert.Equal(DateOnly.Parse(frist), Klagefrist.Av(DateOnly.Parse(underrettet)));
}
