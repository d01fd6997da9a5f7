namespace Boligsosial.Boligregister.Tildeling.Regler;

/// <summary>
/// Who gets which dwelling, when all that are vacant are allocated at once. First who: in the order of the list each is
/// housed if that can be done without putting out anyone before, others changing dwelling for it (augmenting paths), so no
/// one lower is housed where that keeps someone higher out and both could be. Then which: in the same order each gets the
/// best that leaves everybody housed. Source: the municipality's order of priority; the method is Berge's, by Kuhn.
/// </summary>
public static class Boligfordeling
{
    private const int Ingen = -1;

    /// <summary>The dwelling of each applicant, by their places; -1: none.</summary>
    /// <param name="passer">For each applicant, first place first, the dwellings that fit. Applicants with equal needs share a list.</param>
    /// <param name="boliger">How many dwellings.</param>
    /// <param name="poeng">How well a dwelling fits an applicant.</param>
    public static int[] Fordel(IReadOnlyList<int[]> passer, int boliger, Func<int, int, int> poeng)
    {
        var fordeling = new Fordeling(passer, boliger);
        fordeling.Plasser();
        fordeling.Forbedre(poeng);
        return fordeling.Bolig;
    }

    private sealed class Fordeling(IReadOnlyList<int[]> passer, int boliger)
    {
        /// <summary>What each may have: what fits, and later only what is as good as they have been promised.</summary>
        private readonly int[][] _tillatt = [.. passer];
        private readonly int[] _beboer = Fylt(boliger);
        private readonly int[] _fra = new int[boliger];
        private readonly int[] _sett = new int[boliger];
        private readonly bool[] _stengt = new bool[boliger];
        private readonly Queue<int> _koe = new();
        private readonly List<int> _naadd = [];
        private int _runde;

        public int[] Bolig { get; } = Fylt(passer.Count);

        /// <summary>
        /// Where a search ends in vain, all that it reached is taken by people who cannot be moved out of it, now or later: it is
        /// closed for good, and so is every list within it. So each dwelling is searched in vain once.
        /// </summary>
        public void Plasser()
        {
            var (ledige, stengte) = (boliger, new HashSet<int[]>(ReferenceEqualityComparer.Instance));
            for (var soeker = 0; soeker < passer.Count && ledige > 0; soeker++)
            {
                if (stengte.Contains(passer[soeker]))
                    continue;
                if (Flytt(soeker))
                {
                    ledige--;
                    continue;
                }

                foreach (var bolig in _naadd)
                    _stengt[bolig] = true;
                stengte.Add(passer[soeker]);
            }

            Array.Clear(_stengt);
        }

        /// <summary>
        /// In the same order, each is promised the most points that leave everybody housed and every promise kept; which of the
        /// dwellings that give them is settled last.
        /// </summary>
        public void Forbedre(Func<int, int, int> poeng)
        {
            for (var soeker = 0; soeker < passer.Count; soeker++)
            {
                if (Bolig[soeker] == Ingen)
                    continue;
                var naa = poeng(soeker, Bolig[soeker]);
                foreach (var likeGode in passer[soeker].GroupBy(b => poeng(soeker, b)).Where(g => g.Key >= naa).OrderByDescending(g => g.Key))
                {
                    _tillatt[soeker] = [.. likeGode];
                    if (likeGode.Key == naa || Bytt(soeker))
                        break;
                }
            }
        }

        /// <summary>Gives up the dwelling for another that is allowed, if whoever must move for it can.</summary>
        private bool Bytt(int soeker)
        {
            var oppgitt = Bolig[soeker];
            (_beboer[oppgitt], Bolig[soeker]) = (Ingen, Ingen);
            if (Flytt(soeker))
                return true;
            (_beboer[oppgitt], Bolig[soeker]) = (soeker, oppgitt);
            return false;
        }

        /// <summary>Finds the nearest vacant dwelling that the applicant can have, directly or by others moving on; along that way, everyone moves one on.</summary>
        private bool Flytt(int soeker)
        {
            var bolig = FinnLedig(soeker);
            if (bolig == Ingen)
                return false;
            for (var hvem = _fra[bolig]; ; hvem = _fra[bolig])
            {
                var forlatt = Bolig[hvem];
                (Bolig[hvem], _beboer[bolig]) = (bolig, hvem);
                if (hvem == soeker)
                    return true;
                bolig = forlatt;
            }
        }

        private int FinnLedig(int soeker)
        {
            _runde++;
            _koe.Clear();
            _naadd.Clear();
            _koe.Enqueue(soeker);
            while (_koe.TryDequeue(out var hvem))
            {
                foreach (var bolig in _tillatt[hvem])
                {
                    if (_stengt[bolig] || _sett[bolig] == _runde)
                        continue;
                    (_sett[bolig], _fra[bolig]) = (_runde, hvem);
                    _naadd.Add(bolig);
                    if (_beboer[bolig] == Ingen)
                        return bolig;
                    _koe.Enqueue(_beboer[bolig]);
                }
            }

            return Ingen;
        }

        private static int[] Fylt(int antall)
        {
            var tall = new int[antall];
            Array.Fill(tall, Ingen);
            return tall;
        }
    }
}
