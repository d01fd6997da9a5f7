namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>What was reckoned, for whoever asks what else would do.</summary>
/// <param name="Oekonomi">The household's money.</param>
/// <param name="Loep">How startlånet runs.</param>
/// <param name="Stressrente">What it is tried against.</param>
/// <param name="Behov">What it is to finance.</param>
/// <param name="Bank">A loan beside it.</param>
/// <param name="Pris">The price of the dwelling.</param>
/// <param name="AvgiftAvPris">Costs that follow the price, in percent.</param>
/// <param name="Egenkapital">Kroner that are put in already.</param>
public sealed record Utgangspunkt(Oekonomi Oekonomi, Loep Loep, decimal Stressrente, decimal Behov, Banklaan? Bank, decimal? Pris, decimal AvgiftAvPris, decimal Egenkapital = 0);

/// <summary>One change that alone would give the whole loan, or as much of it as the change can.</summary>
/// <param name="Kode">«lengre-loepetid», «mer-til-boutgifter», «mer-egenkapital», «billigere-bolig», «uten-avdragsfrihet», «annuitet», «taaler-rente», «taaler-lavere-inntekt».</param>
/// <param name="Naa">As it is.</param>
/// <param name="Maa">What it would have to be, or could become.</param>
/// <param name="Enhet">«aar», «kr», «kr/maaned», «prosent».</param>
/// <param name="Laan">The loan with it, in whole kroner.</param>
/// <param name="Holder">Whether all that is needed can be lent then.</param>
/// <param name="Regel">What the change is bound by.</param>
public sealed record Utvei(string Kode, decimal Naa, decimal Maa, string Enhet, decimal Laan, bool Holder, string Regel);

/// <summary>
/// What would change the answer, computed with <see cref="Betjeningsevne"/> itself, one change at a time: a longer term (forskrift om lån fra Husbanken, FOR-2019-11-18-1546,
/// § 8-5, in force from 1 January 2020), less debt, own capital, a cheaper dwelling; and where the loan can be carried, how much it stands.
/// </summary>
public static class Utveier
{
    private const int Aar = 12;
    private const decimal HoeyesteRente = 30;

    /// <param name="u">What was reckoned.</param>
    /// <param name="evne">What came of it.</param>
    /// <param name="lengst">Years that a term may be, with documented need.</param>
    public static IReadOnlyList<Utvei> Av(Utgangspunkt u, Evne evne, int lengst) => evne.Mangler == 0 ? Taaler(u, evne) : [.. Loepetid(u, lengst), .. Former(u), .. Penger(u, evne)];

    private static IEnumerable<Utvei> Loepetid(Utgangspunkt u, int lengst)
    {
        for (var (aar, beste) = ((u.Loep.Maaneder / Aar) + 1, Laan(u)); aar <= lengst; aar++)
        {
            var laan = Laan(u with { Loep = u.Loep with { Maaneder = aar * Aar } });
            if (laan < u.Behov && aar < lengst)
                continue;
            if (laan > beste)
                yield return new("lengre-loepetid", u.Loep.Maaneder / (decimal)Aar, aar, "aar", laan, laan >= u.Behov, "§ 8-5: over 30 år bare med dokumentert behov");
            yield break;
        }
    }

    private static IEnumerable<Utvei> Former(Utgangspunkt u)
    {
        if (u.Loep.Avdragsfrie > 0)
        {
            var laan = Laan(u with { Loep = u.Loep with { Avdragsfrie = 0 } });
            yield return new("uten-avdragsfrihet", u.Loep.Avdragsfrie / (decimal)Aar, 0, "aar", laan, laan >= u.Behov, "§ 8-5: avdragene blir større når de betales på kortere tid");
        }

        if (u.Loep.Type == Laanetype.Serie)
        {
            var laan = Laan(u with { Loep = u.Loep with { Type = Laanetype.Annuitet } });
            yield return new("annuitet", Nedbetaling.Terminbeloep(u.Behov, u.Stressrente, u.Loep), Nedbetaling.Terminbeloep(u.Behov, u.Stressrente, u.Loep with { Type = Laanetype.Annuitet }), "kr/maaned", laan, laan >= u.Behov, "§ 8-5: annuitets- eller serielån");
        }
    }

    private static IEnumerable<Utvei> Penger(Utgangspunkt u, Evne evne)
    {
        // An øre up, so that what it says is enough.
        var trenger = Opp(Nedbetaling.Terminbeloep(u.Behov, u.Stressrente, u.Loep) - evne.TilStartlaan);
        yield return new("mer-til-boutgifter", Betjeningsevne.Oere(evne.Disponibelt), Betjeningsevne.Oere(evne.Disponibelt) + trenger, "kr/maaned", u.Behov, true, "§ 5-2: mindre gjeld eller faste utgifter, eller høyere inntekt");
        if (u.Oekonomi.Gjeld > 0)
        {
            var laan = Laan(u with { Oekonomi = u.Oekonomi with { Gjeld = Math.Max(0, u.Oekonomi.Gjeld - trenger) } });
            yield return new("mindre-gjeld", u.Oekonomi.Gjeld, Math.Max(0, u.Oekonomi.Gjeld - trenger), "kr/maaned", laan, laan >= u.Behov, "§ 5-2: terminer på annen gjeld");
        }

        yield return new("mer-egenkapital", u.Egenkapital, u.Egenkapital + evne.Mangler, "kr", evne.Laan, true, "§ 5-3: egenkapital, tilskudd eller banklån i tillegg");
        if (u.Pris is { } pris)
            yield return new("billigere-bolig", pris, Math.Max(0, decimal.Floor(pris - (evne.Mangler / (1 + (u.AvgiftAvPris / 100))))), "kr", evne.Laan, evne.Laan > 0, "§ 5-3: nøktern og rimelig bolig");
    }

    private static Utvei[] Taaler(Utgangspunkt u, Evne evne)
    {
        var (ja, nei) = (0m, HoeyesteRente);
        if (Baerer(u, nei))
            ja = nei;
        while (nei - ja > 0.001m)
        {
            var midt = (ja + nei) / 2;
            (ja, nei) = Baerer(u, midt) ? (midt, nei) : (ja, midt);
        }

        return
        [
            new("taaler-rente", u.Stressrente, Math.Floor(ja * 1000) / 1000, "prosent", evne.Laan, true, "§ 5-2: renten kan bli dette før terminene ikke lenger kan betales"),
            new("taaler-lavere-inntekt", u.Oekonomi.NettoInntekt, u.Oekonomi.NettoInntekt - evne.Margin, "kr/maaned", evne.Laan, true, "§ 5-2: netto inntekt kan bli dette, ved stressrenten"),
        ];

        static bool Baerer(Utgangspunkt u, decimal rente) => Laan(u with { Stressrente = rente }) >= u.Behov;
    }

    private static decimal Laan(Utgangspunkt u) => Betjeningsevne.Beregn(u.Oekonomi, u.Loep, u.Stressrente, u.Stressrente, u.Behov, u.Bank).Laan;

    private static decimal Opp(decimal kroner) => Math.Ceiling(kroner * 100) / 100;
}
