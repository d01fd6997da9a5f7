using System.Globalization;
using Boligsosial.Boligregister.Boligmasse;
using Boligsosial.Boligregister.Boligmasse.Regler;

namespace Boligsosial.Boligregister.Tests.Boligmasse;

public sealed class BoligmasseReglerTests
{
    private static readonly Boligmasseprofil Profil = new();

    // Ulsholtveien 31: 14 of 36. Ålesund 2017: 40 % of 12 is 4, its agreement says 5.
    [Theory]
    [InlineData(36, 40, 14)]
    [InlineData(12, 40, 4)]
    [InlineData(10, 40, 4)]
    [InlineData(2, 40, 0)]
    [InlineData(5, 40, 2)]
    public void Taket_er_andelen_rundet_ned(int boliger, int prosent, int tak) => Assert.Equal(tak, Tilvisningstak.Av(boliger, prosent / 100m));

    [Theory]
    [InlineData(12, 40, null, false, null)]
    [InlineData(12, 41, null, false, "andel-over-grensen")]
    [InlineData(12, 40, 4, false, null)]
    [InlineData(12, 40, 5, false, "over-taket")]
    [InlineData(12, 40, 5, true, null)]
    [InlineData(12, 40, 6, true, "over-taket")]
    [InlineData(10, 40, 5, true, "over-taket")]
    public void En_avtale_som_har_rundet_opp_maa_si_hvorfor_og_ikke_mer(int boliger, int prosent, int? avtalt, bool begrunnet, string? kode) =>
        Assert.Equal(kode, Tilvisningstak.Kontroller(boliger, prosent / 100m, avtalt, begrunnet, new(2017, 1, 1), new(2037, 1, 1), Profil)?.Kode);

    [Theory]
    [InlineData("2017-01-01", "2036-12-31", "for-kort-avtale")]
    [InlineData("2017-01-01", "2037-01-01", null)]
    [InlineData("2024-02-29", "2044-02-28", "for-kort-avtale")]
    [InlineData("2024-02-29", "2044-02-29", null)]
    [InlineData("2026-11-01", "2026-11-01", "for-kort-avtale")]
    [InlineData("9999-12-31", "9999-12-31", null)]
    public void En_tilvisningsavtale_varer_i_minst_tjue_aar(string fra, string til, string? kode) =>
        Assert.Equal(kode, Tilvisningstak.Kontroller(12, 0.4m, null, begrunnet: false, Dato(fra), Dato(til), Profil)?.Kode);

    [Theory]
    [InlineData("2026-01-01", 3, "2026-05-01")]
    [InlineData("2026-01-31", 3, "2026-05-01")]
    [InlineData("2026-02-01", 3, "2026-06-01")]
    [InlineData("2026-11-30", 0, "2026-12-01")]
    [InlineData("2027-11-15", 3, "2028-03-01")]
    public void Innleie_opphoerer_ved_utloepet_av_en_maaned(string oppsagt, int maaneder, string til) => Assert.Equal(Dato(til), Innleie.Opphoerer(Dato(oppsagt), maaneder));

    [Theory]
    [InlineData(true, "2026-01-01", null, null)]
    [InlineData(false, "2026-01-01", null, "framleie-ikke-tillatt")]
    [InlineData(true, "2026-01-01", "2026-01-01", "til-foer-fra")]
    [InlineData(true, "2026-01-01", "2026-01-02", null)]
    public void Innleie_krever_utleierens_samtykke_til_framleie(bool tillatt, string fra, string? til, string? kode) =>
        Assert.Equal(kode, Innleie.Kontroller(tillatt, Dato(fra), til is null ? null : Dato(til))?.Kode);

    [Theory]
    [InlineData("2025-11-30", "2026-11-29", false)]
    [InlineData("2025-11-30", "2026-11-30", true)]
    [InlineData("2024-02-29", "2025-02-27", false)]
    [InlineData("2024-02-29", "2025-02-28", true)]
    [InlineData("2023-02-28", "2024-02-27", false)]
    [InlineData("2023-02-28", "2024-02-28", true)]
    [InlineData("2023-02-28", "2024-02-29", true)]
    [InlineData("2025-10-31", "2026-10-30", false)]
    [InlineData("2025-10-31", "2026-10-31", true)]
    public void Tilsyn_forfaller_samme_dag_aaret_etter(string sist, string dato, bool forfalt) =>
        Assert.Equal(forfalt, Dato(sist) <= Forfall.SistSettTilOgMed(Dato(dato), 12));

    [Fact]
    public void Forfall_er_som_aa_legge_maanedene_til_for_hver_dag()
    {
        for (var dag = new DateOnly(2023, 1, 1); dag.Year < 2029; dag = dag.AddDays(1))
        {
            var grense = Forfall.SistSettTilOgMed(dag, 6);
            Assert.True(grense.AddMonths(6) <= dag && grense.AddDays(1).AddMonths(6) > dag, $"{dag:yyyy-MM-dd}: {grense:yyyy-MM-dd}");
        }
    }

    [Theory]
    [InlineData(Kjoepsstatus.Planlagt, Kjoepsstatus.Vedtatt, null, null)]
    [InlineData(Kjoepsstatus.Planlagt, Kjoepsstatus.Gjennomfoert, 2, "ugyldig-overgang")]
    [InlineData(Kjoepsstatus.Vedtatt, Kjoepsstatus.Gjennomfoert, 2, null)]
    [InlineData(Kjoepsstatus.Vedtatt, Kjoepsstatus.Gjennomfoert, 0, "kjoept-mangler")]
    [InlineData(Kjoepsstatus.Vedtatt, Kjoepsstatus.Utgaatt, null, null)]
    [InlineData(Kjoepsstatus.Gjennomfoert, Kjoepsstatus.Utgaatt, null, "ugyldig-overgang")]
    [InlineData(Kjoepsstatus.Utgaatt, Kjoepsstatus.Planlagt, null, "ugyldig-overgang")]
    [InlineData(Kjoepsstatus.Planlagt, Kjoepsstatus.Planlagt, null, "ugyldig-overgang")]
    public void Et_kjoep_gaar_ett_steg_om_gangen(Kjoepsstatus fra, Kjoepsstatus til, int? kjoept, string? kode) => Assert.Equal(kode, Kjoepsgang.Kontroller(fra, til, kjoept)?.Kode);

    [Theory]
    [InlineData(Salgsstatus.UnderUtredning, Salgsform.Budrunde, Eieform.Enebolig, null, "utredning-mangler")]
    [InlineData(Salgsstatus.Utredet, Salgsform.Budrunde, Eieform.Leiegaard, null, null)]
    [InlineData(Salgsstatus.Vedtatt, Salgsform.Budrunde, Eieform.Enebolig, null, "ugyldig-overgang")]
    [InlineData(Salgsstatus.Henlagt, Salgsform.Budrunde, Eieform.Enebolig, null, "ugyldig-overgang")]
    [InlineData(Salgsstatus.Utredet, Salgsform.SittendeLeietaker, Eieform.Enebolig, null, "takst-mangler")]
    [InlineData(Salgsstatus.Utredet, Salgsform.SittendeLeietaker, Eieform.Enebolig, 2_000_000, null)]
    [InlineData(Salgsstatus.Utredet, Salgsform.SittendeLeietaker, Eieform.Leiegaard, 2_000_000, "salgsform-ikke-tillatt")]
    public void Salg_vedtas_etter_utredning_og_til_leietakeren_der_kommunen_gjoer_det(Salgsstatus status, Salgsform form, Eieform eieform, int? takst, string? kode)
    {
        var stjoerdal = new Boligmasseprofil { TakstsalgTilLeietaker = [Eieform.Enebolig, Eieform.Eierseksjon, Eieform.Borettslag] };
        var sak = new Salgssak { Status = status, Eieform = eieform };

        Assert.Equal(kode, Salg.KanVedtas(sak, form, takst, stjoerdal)?.Kode);
    }

    [Fact]
    public void Der_profilen_ikke_sier_noe_selges_alt_ved_budrunde() =>
        Assert.Equal("salgsform-ikke-tillatt", Salg.KanVedtas(new() { Status = Salgsstatus.Utredet, Eieform = Eieform.Enebolig }, Salgsform.SittendeLeietaker, 1, Profil)?.Kode);

    private static DateOnly Dato(string dag) => DateOnly.ParseExact(dag, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
