using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Tests.Startlaan.Regler;

/// <summary>
/// <see cref="Potens"/>, <see cref="Rente"/>, <see cref="Nedbetaling"/>, <see cref="Betjeningsevne"/>, <see cref="Utveier"/>, <see cref="Tapsdeling"/>, <see cref="Tapsfond"/>,
/// <see cref="Laanesatser"/>. What is held against was computed elsewhere with 40 digits, or stands in a source.
/// </summary>
public sealed class BetjeningsevneTests
{
    private static readonly Oekonomi Familie = new() { NettoInntekt = 38_000, Livsopphold = 19_500, Gjeld = 2_100, AndreFaste = 2_400, Vedlikehold = 1_000, Felleskostnader = 3_000 };

    [Theory]
    [InlineData("10000", "6", 360, "1667916.144")]
    [InlineData("10000", "6.5", 360, "1582108.195")]
    [InlineData("0", "6", 360, "0")]
    [InlineData("-1", "6", 360, "0")]
    [InlineData("10000", "0", 360, "3600000")]
    public void Det_stoerste_annuitetslaanet_er_som_formelen_sier(string perMaaned, string rente, int maaneder, string laan) =>
        Assert.Equal(decimal.Parse(laan), Nedbetaling.StoersteLaan(decimal.Parse(perMaaned), decimal.Parse(rente), new(maaneder)), 3);

    [Fact]
    public void Et_serielaan_er_dyrest_den_foerste_maaneden()
    {
        var serie = new Loep(360, 0, Laanetype.Serie);

        // 10 000 / (1/360 + 0.005)
        Assert.Equal(1_285_714.285714m, Nedbetaling.StoersteLaan(10_000, 6, serie), 5);
        Assert.Equal(10_000m, Nedbetaling.Terminbeloep(Nedbetaling.StoersteLaan(10_000, 6, serie), 6, serie), 15);
        Assert.Equal(180_000m, Nedbetaling.Restgjeld(360_000, 6, serie, 180));
    }

    [Fact]
    public void Avdragsfrihet_gjoer_laanet_mindre_og_den_foerste_terminen_lavere()
    {
        var fri = new Loep(360, 96);

        Assert.Equal(Nedbetaling.StoersteLaan(10_000, 6, new(264)), Nedbetaling.StoersteLaan(10_000, 6, fri));
        Assert.Equal(10_000m, Nedbetaling.FoersteTermin(2_000_000, 6, fri));
        Assert.Equal(2_000_000m, Nedbetaling.Restgjeld(2_000_000, 6, fri, 96), 10);
        Assert.Equal(0m, Nedbetaling.Restgjeld(2_000_000, 6, fri, 360));
    }

    [Theory]
    [InlineData("4.21", "4.131")] // Husbanken's five rates of November 2026, monthly terms
    [InlineData("4.88", "4.774")]
    [InlineData("4.75", "4.650")]
    [InlineData("4.63", "4.535")]
    [InlineData("4.93", "4.822")]
    [InlineData("0", "0")]
    public void Nominell_rente_foelger_av_den_effektive(string effektiv, string nominell)
    {
        Assert.Equal(decimal.Parse(nominell), Rente.Nominell(decimal.Parse(effektiv)));
        Assert.Equal(decimal.Parse(effektiv), Rente.EffektivAv(decimal.Parse(nominell)), 2);
    }

    [Fact]
    public void Renten_er_basisrenten_uten_fratrekket_og_aldri_negativ()
    {
        Assert.Equal(4.21m, Rente.Effektiv(4.96m, 0.75m));
        Assert.Equal(0m, Rente.Effektiv(0.5m, 0.75m));
        Assert.Null(Rente.KontrollerPaaslag(0.25m, 0.25m));
        Assert.Equal("paaslag-for-hoeyt", Rente.KontrollerPaaslag(0.251m, 0.25m)!.Kode);
        Assert.Equal(1.0421m, Potens.Av(Potens.Rot(1.0421m, 12), 12), 25);
    }

    [Fact]
    public void Disponibelt_er_det_som_er_igjen_til_terminene()
    {
        Assert.Equal(10_000m, Betjeningsevne.Disponibelt(Familie));
        Assert.Equal(9_500m, Betjeningsevne.Disponibelt(Familie with { LivsoppholdMinst = 20_000 }));
        Assert.Equal(10_000m, Betjeningsevne.Disponibelt(Familie with { LivsoppholdMinst = 19_000 }));
        Assert.Equal(6.5m, Betjeningsevne.Stressrente(4m, 2.5m, 4.131m));
        Assert.Equal(7m, Betjeningsevne.Stressrente(4m, 2.5m, 7m));
    }

    [Fact]
    public void Svaret_sier_hva_som_stopper_laanet()
    {
        var hele = Betjeningsevne.Beregn(Familie, new(360), 4.131m, 6.5m, 1_500_000, null);
        Assert.Equal((Begrensning.Behovet, 1_500_000m, 0m), (hele.Begrensning, hele.Laan, hele.Mangler));
        var deler = Betjeningsevne.Beregn(Familie, new(360), 4.131m, 6.5m, 2_000_000, null);
        Assert.Equal((Begrensning.Betjeningsevnen, 1_582_108m, 417_892m), (deler.Begrensning, deler.Laan, deler.Mangler));
        Assert.Equal(13_000m, deler.KostnadStresset);
        var ingen = Betjeningsevne.Beregn(Familie with { NettoInntekt = 27_999 }, new(360), 4.131m, 6.5m, 1, null);
        Assert.Equal((Begrensning.IngenBetjeningsevne, 0m, -1m), (ingen.Begrensning, ingen.Laan, ingen.Disponibelt));
        Assert.Equal(1_582_108m, Betjeningsevne.Beregn(Familie, new(360), 4.131m, 6.5m, null, null).Laan);
    }

    [Fact]
    public void Med_banklaan_skal_pengene_dekke_begge_laan()
    {
        var bank = new Banklaan(500_000, 5.5m, new(300));

        var evne = Betjeningsevne.Beregn(Familie, new(360), 4.131m, 6.5m, null, bank);

        Assert.Equal(Nedbetaling.Terminbeloep(500_000, 6.5m, new(300)), evne.BankStresset);
        Assert.Equal(10_000m - evne.BankStresset, evne.TilStartlaan);
        Assert.Equal(13_000m, evne.KostnadStresset, 1);
        Assert.Equal(evne.BankStresset, Betjeningsevne.Beregn(Familie, new(360), 4m, 3m, null, bank with { Rente = 6.5m }).BankStresset);
    }

    [Fact]
    public void Laanet_synker_aldri_med_inntekten_og_stiger_aldri_med_renten()
    {
        var tilfeldig = new Random(2026);
        for (var i = 0; i < 2_000; i++)
        {
            var o = Familie with { NettoInntekt = tilfeldig.Next(0, 90_000), Livsopphold = tilfeldig.Next(5_000, 40_000), Gjeld = tilfeldig.Next(0, 9_000) };
            var loep = new Loep(tilfeldig.Next(5, 51) * 12, tilfeldig.Next(0, 5) * 12, (Laanetype)tilfeldig.Next(2));
            var (stress, mer) = (tilfeldig.Next(0, 2000) / 100m, tilfeldig.Next(0, 5_000) + (tilfeldig.Next(100) / 100m));
            decimal? behov = tilfeldig.Next(3) == 0 ? null : tilfeldig.Next(1, 5_000_000);

            var evne = Betjeningsevne.Beregn(o, loep, 4, stress, behov, null);

            Assert.True(Betjeningsevne.Beregn(o with { NettoInntekt = o.NettoInntekt + mer }, loep, 4, stress, behov, null).Laan >= evne.Laan, $"{o} {loep} {stress}");
            Assert.True(Betjeningsevne.Beregn(o, loep, 4, stress + 0.25m, behov, null).Laan <= evne.Laan, $"{o} {loep} {stress}");
            Assert.True(Nedbetaling.Terminbeloep(evne.Laan, stress, loep) <= Math.Max(0, evne.Disponibelt), $"{o} {loep} {stress}");
            // The annuity of the largest loan is what there is to pay it with.
            Assert.Equal(Math.Max(0, evne.Disponibelt), Nedbetaling.Terminbeloep(evne.StoersteLaan, stress, loep), 12);
        }
    }

    [Fact]
    public void Hver_utvei_er_regnet_og_holder_naar_den_foelges()
    {
        var u = new Utgangspunkt(Familie, new(240, 24, Laanetype.Serie), 6.5m, 1_350_000, null, 1_350_000, 2.5m);
        var veier = Utveier.Av(u, Beregn(u), 50).ToDictionary(v => v.Kode, StringComparer.Ordinal);

        Assert.Equal(["annuitet", "billigere-bolig", "lengre-loepetid", "mer-egenkapital", "mer-til-boutgifter", "mindre-gjeld", "uten-avdragsfrihet"], veier.Keys.Order(StringComparer.Ordinal));
        var aar = (int)veier["lengre-loepetid"].Maa;
        Assert.True(veier["lengre-loepetid"].Holder);
        Assert.Equal(0m, Beregn(u with { Loep = u.Loep with { Maaneder = aar * 12 } }).Mangler);
        Assert.NotEqual(0m, Beregn(u with { Loep = u.Loep with { Maaneder = (aar - 1) * 12 } }).Mangler);
        var mer = veier["mer-til-boutgifter"];
        Assert.Equal(0m, Beregn(u with { Oekonomi = Familie with { NettoInntekt = Familie.NettoInntekt + mer.Maa - mer.Naa } }).Mangler);
        Assert.NotEqual(0m, Beregn(u with { Oekonomi = Familie with { NettoInntekt = Familie.NettoInntekt + mer.Maa - mer.Naa - 0.02m } }).Mangler);
        Assert.Equal(0m, Beregn(u with { Behov = u.Behov - veier["mer-egenkapital"].Maa }).Mangler);
        var billigere = veier["billigere-bolig"];
        Assert.Equal(0m, Beregn(u with { Behov = u.Behov - ((billigere.Naa - billigere.Maa) * 1.025m) }).Mangler);
        Assert.NotEqual(0m, Beregn(u with { Behov = u.Behov - ((billigere.Naa - billigere.Maa - 2) * 1.025m) }).Mangler);

        static Evne Beregn(Utgangspunkt u) => Betjeningsevne.Beregn(u.Oekonomi, u.Loep, u.Stressrente, u.Stressrente, u.Behov, u.Bank);
    }

    [Fact]
    public void Et_laan_som_holder_sier_hva_det_taaler()
    {
        var u = new Utgangspunkt(Familie, new(360), 6.5m, 1_400_000, null, null, 0);
        var veier = Utveier.Av(u, Betjeningsevne.Beregn(Familie, u.Loep, 4.131m, 6.5m, u.Behov, null), 50);

        Assert.Equal(["taaler-rente", "taaler-lavere-inntekt"], veier.Select(v => v.Kode));
        Assert.True(Nedbetaling.Terminbeloep(1_400_000, veier[0].Maa, u.Loep) <= 10_000 && Nedbetaling.Terminbeloep(1_400_000, veier[0].Maa + 0.003m, u.Loep) > 10_000);
        Assert.Equal(28_000m + Math.Round(Nedbetaling.Terminbeloep(1_400_000, 6.5m, u.Loep), 2), veier[1].Maa);
    }

    [Theory]
    [InlineData("1396931", "1763245", "79.2")] // Ålesund's plan, 2023
    [InlineData("1604613", "1803542", "89.0")] // 2024
    [InlineData("2150000", "2430000", "88.5")] // 2025 to 31 July
    public void Andelen_av_kjoepesummen_er_planens(string laan, string pris, string andel) =>
        Assert.Equal(decimal.Parse(andel), Betjeningsevne.AndelAvKjoepesum(decimal.Parse(laan), decimal.Parse(pris)));

    [Theory]
    [InlineData(1_000_000, 0, 0, 600_000, 0, 400_000, 250_000, 150_000, 0)] // Husbanken's
    [InlineData(1_000_000, 0, 0, 800_000, 0, 200_000, 200_000, 0, 0)]
    [InlineData(1_100_000, 0, 0, 900_000, 200_000, 0, 0, 0, 200_000)] // lent on a price of 900 000
    [InlineData(1_100_000, 0, 0, 600_000, 200_000, 300_000, 225_000, 75_000, 200_000)]
    [InlineData(1_000_000, 20_000, 0, 600_000, 0, 420_000, 255_000, 165_000, 0)] // due interest counts
    [InlineData(1_000_000, 0, 20_000, 600_000, 0, 400_000, 250_000, 150_000, 20_000)] // forsinkelsesrente does not
    [InlineData(1_000_000, 0, 0, 1_000_000, 0, 0, 0, 0, 0)]
    [InlineData(1_000_000, 0, 0, 750_000, 0, 250_000, 250_000, 0, 0)]
    [InlineData(1_000_000, 0, 0, 749_999, 0, 250_001, 250_000, 1, 0)]
    [InlineData(1_100_000, 0, 0, 1_050_000, 200_000, 0, 0, 0, 50_000)] // what is left of the sale covers the rest
    public void Tap_deles_som_paragraf_7_5_sier(int hovedstol, int renter, int forsinkelse, int innbetalt, int over, int tap, int kommunen, int staten, int utenfor)
    {
        var svar = Tapsdeling.Fordel(new(hovedstol, renter, 0, forsinkelse, innbetalt, over), 25);

        Assert.Equal((tap, kommunen, staten, utenfor), ((int)svar.Tap, (int)svar.Kommunen, (int)svar.Staten, (int)svar.UtenforDeling));
        Assert.Equal(Math.Max(0, hovedstol + renter + forsinkelse - innbetalt), svar.Tap + svar.UtenforDeling);
    }

    [Fact]
    public void Stjoerdals_tapsfond_mangler_nesten_to_millioner()
    {
        var status = Tapsfond.Vurder(614_663_953, 1_228_039 + 3_000_000, 1);

        Assert.Equal((6_146_640m, 1_918_601m, 0.69m), (status.Krav, status.Mangler, status.Dekning));
        Assert.Equal(0m, Tapsfond.Vurder(100, 2, 1).Mangler);
        Assert.Null(Tapsfond.Vurder(0, 0, 1).Dekning);
    }

    [Fact]
    public void Satser_gjelder_fra_sin_dag_og_kommunens_egne_gaar_foran()
    {
        Assert.Null(Laanesatser.Gjeldende(new(2026, 10, 31), []).Finn("rente-flytende"));
        Assert.Equal(4.131m, Laanesatser.Gjeldende(new(2026, 11, 1), []).Verdi("rente-flytende"));
        var egen = new Sats("rente-flytende", 4.2m, "prosent", new(2027, 1, 1), "husbanken.no", Sikkerhet.Funnet);
        Assert.Equal(4.131m, Laanesatser.Gjeldende(new(2026, 12, 31), [egen]).Verdi("rente-flytende"));
        Assert.Equal(4.2m, Laanesatser.Gjeldende(new(2027, 1, 1), [egen]).Verdi("rente-flytende"));
        Assert.False(Laanesatser.Gjeldende(new(2026, 12, 1), []).Finn("rente-flytende")!.KanVaereEndret(new(2026, 12, 1)));
        Assert.True(Laanesatser.Gjeldende(new(2026, 12, 1), []).Finn("rente-fast-3")!.KanVaereEndret(new(2026, 12, 1)));
        Assert.Null(Laanesatser.Gjeldende(new(2026, 12, 1), []).Finn(Laanesatser.Styringsrente));
        Assert.All(Laanesatser.Kjente, s => Assert.NotEmpty(s.Kilde));
    }
}
