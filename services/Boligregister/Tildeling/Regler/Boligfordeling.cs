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
                if (FinnLedig(soeker, Ingen) is var ledig && ledig != Ingen)
                {
                    Flytt(soeker, ledig);
                    ledige--;
                    continue;
                }

                foreach (var bolig in _naadd)
                    _stengt[bolig] = true;
                stengte.Add(passer[soeker]);
            }
        }

        /// <summary>From here on what is closed is what somebody with a better place has chosen.</summary>
        public void Forbedre(Func<int, int, int> poeng)
        {
            Array.Clear(_stengt);
            for (var soeker = 0; soeker < passer.Count; soeker++)
            {
                if (Bolig[soeker] == Ingen)
                    continue;
                foreach (var bolig in passer[soeker].Where(b => !_stengt[b]).OrderByDescending(b => poeng(soeker, b)).ThenBy(b => b != Bolig[soeker]))
                {
                    if (bolig == Bolig[soeker] || Ta(soeker, bolig))
                        break;
                }

                _stengt[Bolig[soeker]] = true;
            }
        }

        /// <summary>Takes the dwelling, if whoever has it can be housed otherwise: in what is given up for it, or by others moving on.</summary>
        private bool Ta(int soeker, int bolig)
        {
            var (oppgitt, beboer) = (Bolig[soeker], _beboer[bolig]);
            if (beboer != Ingen)
            {
                _beboer[oppgitt] = Ingen;
                _stengt[bolig] = true;
                var ledig = FinnLedig(beboer, bolig);
                _stengt[bolig] = false;
                if (ledig == Ingen)
                {
                    _beboer[oppgitt] = soeker;
                    return false;
                }

                Bolig[soeker] = Ingen;
                Flytt(beboer, ledig);
            }
            else
            {
                _beboer[oppgitt] = Ingen;
            }

            (Bolig[soeker], _beboer[bolig]) = (bolig, soeker);
            return true;
        }

        /// <summary>The nearest vacant dwelling that the applicant can have, directly or by others moving on; how it was reached is in <see cref="_fra"/>.</summary>
        private int FinnLedig(int soeker, int unntatt)
        {
            _runde++;
            _koe.Clear();
            _naadd.Clear();
            _koe.Enqueue(soeker);
            while (_koe.TryDequeue(out var hvem))
            {
                foreach (var bolig in passer[hvem])
                {
                    if (_stengt[bolig] || _sett[bolig] == _runde || bolig == unntatt)
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

        /// <summary>Along the way that was found, everyone moves one on.</summary>
        private void Flytt(int soeker, int ledig)
        {
            for (var bolig = ledig; ;)
            {
                var hvem = _fra[bolig];
                var forlatt = Bolig[hvem];
                (Bolig[hvem], _beboer[bolig]) = (bolig, hvem);
                if (hvem == soeker)
                    return;
                bolig = forlatt;
            }
        }

        private static int[] Fylt(int antall)
        {
            var tall = new int[antall];
            Array.Fill(tall, Ingen);
            return tall;
        }
    }
}
