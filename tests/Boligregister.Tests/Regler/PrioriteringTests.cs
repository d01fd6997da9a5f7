using Boligsosial.Boligregister.Venteliste;
using Boligsosial.Boligregister.Venteliste.Regler;

namespace Boligsosial.Boligregister.Tests.Regler;

/// <summary>The order of the waiting list and its explanation: <see cref="Prioritering"/>, <see cref="Forklaring"/>.</summary>
public sealed class PrioriteringTests
{
    private static readonly DateOnly Dag = new(2026, 12, 1);
    private static readonly IReadOnlyList<Kriterium> IKraft = Prioritering.IKraft(Profil.Aalesund.Venteliste.Kriterier, Dag);

    private static Fakta Fakta(string situasjon = "", int? yngste = null, string mottatt = "2026-11-20") =>
        new(situasjon.Split(' ', StringSplitOptions.RemoveEmptyEntries), yngste, [], DateOnly.Parse(mottatt));

    [Theory]
    [InlineData("", null, "2026-11-20", 0)]
    [InlineData("nibr-1", null, "2026-11-20", 40)]
    [InlineData("nibr-1 nibr-2", null, "2026-11-20", 40)] // once for the criterion
    [InlineData("nibr-5 uegnet-bolig", 17, "2026-11-20", 75)]
    [InlineData("uegnet-bolig uegnet-bomiljoe", null, "2026-11-20", 15)]
    [InlineData("fare-for-aa-miste", 0, "2026-11-01", 46)]
    [InlineData("fare-for-aa-miste", 0, "2026-11-02", 45)]
    [InlineData("", null, "2020-01-01", 24)] // at most 24 months
    public void Poeng_er_summen_av_kriteriene_som_er_oppfylt(string situasjon, int? yngste, string mottatt, int poeng) =>
        Assert.Equal(poeng, Prioritering.Poeng(IKraft, Fakta(situasjon, yngste, mottatt), Dag));

    [Theory]
    [InlineData("2026-01-31", "2026-02-27", 0)]
    [InlineData("2026-01-31", "2026-02-28", 1)]
    [InlineData("2028-01-31", "2028-02-28", 0)]
    [InlineData("2028-01-31", "2028-02-29", 1)]
    [InlineData("2028-02-29", "2029-02-28", 12)]
    [InlineData("2026-12-02", "2026-12-01", 0)]
    [InlineData("2026-10-31", "2026-11-30", 1)]
    public void Ventetid_er_hele_maaneder(string mottatt, string dag, int maaneder) =>
        Assert.Equal(maaneder, Prioritering.Maaneder(DateOnly.Parse(mottatt), DateOnly.Parse(dag)));

    [Fact]
    public void Grensene_mellom_maaneder_er_den_samme_regelen()
    {
        for (var dag = new DateOnly(2027, 12, 1); dag < new DateOnly(2028, 4, 1); dag = dag.AddDays(1))
        {
            var grenser = Prioritering.Maanedsgrenser(IKraft, dag);
            for (var mottatt = dag.AddYears(-2); mottatt <= dag; mottatt = mottatt.AddDays(1))
                Assert.Equal(Prioritering.Maaneder(mottatt, dag), 24 - grenser.Count(g => g <= mottatt));
        }
    }

    [Fact]
    public void Rekkefoelgen_er_den_samme_hvordan_de_enn_kommer_inn_og_ingen_deler_plass()
    {
        var tilfeldig = new Random(6);
        string[] situasjoner = ["", "nibr-3", "uegnet-bolig", "nibr-3 uegnet-bolig", "fare-for-aa-miste"];
        var alle = Enumerable.Range(0, 500).Select(_ => (Id: Guid.CreateVersion7(), Fakta: Fakta(
            situasjoner[tilfeldig.Next(5)], tilfeldig.Next(3) == 0 ? 5 : null, $"2026-10-{tilfeldig.Next(1, 4):00}"))).ToList();

        var rangert = Prioritering.Ranger(IKraft, alle, a => a.Fakta, a => a.Id, Dag);
        var stokket = Prioritering.Ranger(IKraft, alle.OrderBy(_ => tilfeldig.Next()), a => a.Fakta, a => a.Id, Dag);

        Assert.Equal(rangert.Select(r => r.Ventende.Id), stokket.Select(r => r.Ventende.Id));
        for (var i = 1; i < rangert.Count; i++)
            Assert.True(Prioritering.Sammenlign(Noekkel(rangert[i - 1]), Noekkel(rangert[i])) < 0);

        static (int, DateOnly, Guid) Noekkel((int Poeng, (Guid Id, Fakta Fakta) Ventende) r) => (r.Poeng, r.Ventende.Fakta.Mottatt, r.Ventende.Id);
    }

    [Fact]
    public void Et_kriterium_gjelder_fra_sin_dag_og_til_det_neste_med_samme_kode()
    {
        Kriterium[] kriterier =
        [
            new() { Kode = "barnefamilie", Poeng = 20, BarnUnder = 18, Fra = new(2020, 1, 1) },
            new() { Kode = "barnefamilie", Poeng = 30, BarnUnder = 18, Fra = new(2026, 12, 1) },
            new() { Kode = "ung", Poeng = 10, Grupper = ["ung"], Fra = new(2020, 1, 1) },
            new() { Kode = "ung", Poeng = 0, Fra = new(2026, 12, 2) },
        ];

        Assert.Equal([20, 10], Prioritering.IKraft(kriterier, new(2026, 11, 30)).Select(k => k.Poeng));
        Assert.Equal([30, 10], Prioritering.IKraft(kriterier, new(2026, 12, 1)).Select(k => k.Poeng));
        Assert.Equal([30], Prioritering.IKraft(kriterier, new(2026, 12, 2)).Select(k => k.Poeng));
        Assert.Empty(Prioritering.IKraft(kriterier, new(2019, 12, 31)));
    }

    [Fact]
    public void Forklaringen_sier_hvorfor_hvorfor_ikke_hoeyere_og_hva_som_ville_endre_det()
    {
        var forklaring = Forklaring.Av(IKraft, Dag, Fakta("uegnet-bolig", mottatt: "2026-10-20"),
        [
            new(Fakta("nibr-1", 3), 4, 1), // 60 points, all four ahead whenever they came
            new(Fakta("uegnet-bomiljoe", mottatt: "2026-10-15"), 3, 2), // 16, as I have: two came first
            new(Fakta(), 10, 10), // 0
        ]);

        Assert.Equal((7, 18, 16), (forklaring.Plass, forklaring.Antall, forklaring.Poeng));
        Assert.Equal((4, 2), (forklaring.MedFlerePoeng, forklaring.LikeMangeOgEldre));
        Assert.Equal([("barnefamilie", 4), ("fare-for-aa-miste", 0), ("uegnet", 2), ("uten-bolig", 4)], forklaring.Foran.Select(f => (f.Kode, f.Antall)));
        Assert.Equal([("barnefamilie", 5), ("fare-for-aa-miste", 5), ("uten-bolig", 5), ("ventetid", (int?)null)], forklaring.Endringer.Select(e => (e.Kode, e.NyPlass)).OrderBy(e => e.Kode, StringComparer.Ordinal));
        Assert.Equal(new DateOnly(2026, 12, 20), forklaring.Endringer.Single(e => e.Kode == "ventetid").FraDag);
        Assert.Contains("Plass 7 av 18 på ventelisten 01.12.2026, med 16 poeng.", forklaring.Tekst, StringComparison.Ordinal);
        Assert.Contains("6 står foran: 4 med flere poeng, 2 med like mange poeng og eldre søknad.", forklaring.Tekst, StringComparison.Ordinal);
        Assert.Contains("Står uten bolig (en av NIBRs fem situasjoner): 40 poeng mer, og plass 5 i dag.", forklaring.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void De_som_er_for_faa_til_aa_vaere_anonyme_vises_bare_som_et_tall()
    {
        var forklaring = Forklaring.Av(IKraft, Dag, Fakta(), [new(Fakta("nibr-3"), 2, 0)]);

        Assert.Equal((3, 2), (forklaring.Plass, forklaring.MedFlerePoeng));
        Assert.Empty(forklaring.Foran);
        Assert.DoesNotContain("av dem", forklaring.Tekst, StringComparison.Ordinal);
    }
}
