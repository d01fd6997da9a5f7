using Boligsosial.Boligregister.Tildeling.Regler;

namespace Boligsosial.Boligregister.Tests.Tildeling;

/// <summary>Against every possible allocation of small cases: who is housed is lexicographically best, and so is how well.</summary>
public sealed class BoligfordelingTests
{
    [Fact]
    public void Er_den_beste_av_alle_mulige()
    {
        var tall = new Random(20261201);
        var flyttet = 0;
        for (var nr = 0; nr < 3000; nr++)
        {
            var (soekere, boliger) = (tall.Next(1, 7), tall.Next(1, 6));
            var tetthet = tall.Next(2, 9);
            int[][] passer = [.. Enumerable.Range(0, soekere).Select(_ => Enumerable.Range(0, boliger).Where(_ => tall.Next(10) < tetthet).ToArray())];
            int[][] poeng = [.. Enumerable.Range(0, soekere).Select(_ => Enumerable.Range(0, boliger).Select(_ => tall.Next(4) * 10).ToArray())];

            var fikk = Boligfordeling.Fordel(passer, boliger, (s, b) => poeng[s][b]);

            for (var s = 0; s < soekere; s++)
                Assert.True(fikk[s] < 0 || passer[s].Contains(fikk[s]), $"case {nr}: applicant {s} got a dwelling that does not fit");
            Assert.Distinct(fikk.Where(b => b >= 0));
            var beste = Alle(passer, 0, new bool[boliger]).Select(f => (Hvem: Hvem(f), Poeng: Poeng(f, poeng)))
                .OrderByDescending(f => f.Hvem, StringComparer.Ordinal).ThenByDescending(f => f.Poeng, StringComparer.Ordinal).First();
            Assert.Equal((nr, beste.Hvem, beste.Poeng), (nr, Hvem(fikk), Poeng(fikk, poeng)));
            flyttet += beste.Hvem.Contains("01", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(flyttet > 100, "The cases are such that somebody high cannot be housed and somebody lower can.");
    }

    [Fact]
    public void Den_foerste_viker_for_at_den_andre_ogsaa_skal_faa()
    {
        var fikk = Boligfordeling.Fordel([[0, 1], [0]], 2, (s, b) => s == 0 && b == 0 ? 100 : 0);

        Assert.Equal([1, 0], fikk);
    }

    [Fact]
    public void Den_siste_faar_ikke_det_den_foerste_kunne_faatt() => Assert.Equal([0, -1], Boligfordeling.Fordel([[0], [0]], 1, (_, _) => 0));

    [Fact]
    public void Uten_soekere_eller_boliger_er_det_ingenting_aa_fordele()
    {
        Assert.Empty(Boligfordeling.Fordel([], 3, (_, _) => 0));
        Assert.Equal([-1], Boligfordeling.Fordel([[]], 0, (_, _) => 0));
    }

    private static string Hvem(int[] fordeling) => string.Concat(fordeling.Select(b => b < 0 ? '0' : '1'));

    private static string Poeng(int[] fordeling, int[][] poeng) => string.Concat(fordeling.Select((b, s) => b < 0 ? "--" : $"{poeng[s][b]:00}"));

    private static IEnumerable<int[]> Alle(int[][] passer, int soeker, bool[] tatt)
    {
        if (soeker == passer.Length)
        {
            yield return [];
            yield break;
        }

        foreach (var rest in Alle(passer, soeker + 1, tatt))
            yield return [-1, .. rest];
        foreach (var bolig in passer[soeker].Where(b => !tatt[b]).ToArray())
        {
            tatt[bolig] = true;
            foreach (var rest in Alle(passer, soeker + 1, tatt))
                yield return [bolig, .. rest];
            tatt[bolig] = false;
        }
    }
}
