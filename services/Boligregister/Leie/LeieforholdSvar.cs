namespace Boligsosial.Boligregister.Leie;

/// <summary>A lease as lists show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="BoligId">The dwelling.</param>
/// <param name="Enhet">The unit whose case it is.</param>
/// <param name="Fra">The first day.</param>
/// <param name="Til">The day after the last; null: tidsubestemt.</param>
/// <param name="Maanedsleie">Kroner a month, as last fixed.</param>
/// <param name="Leietakere">The tenants (personRef).</param>
/// <param name="SoeknadId">The application that it came of.</param>
/// <param name="Barn">Children under 18 who live there.</param>
/// <param name="Depositum">Kroner.</param>
/// <param name="Garanti">Kroner.</param>
/// <param name="Innflyttet">Keys handed over.</param>
/// <param name="Utflyttet">Keys back; null: it runs.</param>
/// <param name="OpphoertAarsak">Why it ended.</param>
/// <param name="Boligkjoep">A tenant bought with startlån: notice is to be expected.</param>
/// <param name="ForventetLedig">When the dwelling may then be vacant.</param>
public record LeieforholdSvar(
    Guid Id, Guid BoligId, string Enhet, DateOnly Fra, DateOnly? Til, decimal Maanedsleie, IReadOnlyList<Guid> Leietakere, Guid? SoeknadId, int Barn, decimal Depositum,
    decimal Garanti, DateOnly? Innflyttet, DateOnly? Utflyttet, Opphoersaarsak? OpphoertAarsak, DateOnly? Boligkjoep, DateOnly? ForventetLedig)
{
    internal LeieforholdSvar(Leieforhold l)
        : this(
            l.Id, l.BoligId, l.Enhet, l.Fra, l.Til, l.Maanedsleie, l.Leietakere, l.SoeknadId, l.Barn, l.Depositum, l.Garanti, l.Innflyttet, l.Utflyttet, l.OpphoertAarsak,
            l.Boligkjoep, l.ForventetLedig)
    {
    }
}

/// <summary>A lease with all that has happened to it.</summary>
public sealed record LeieforholdMedHistorikk : LeieforholdSvar
{
    internal LeieforholdMedHistorikk(Leieforhold l)
        : base(l) =>
        (Kontrakter, Fastsettelser, Oppsigelser, Protokoller) =
            ([.. l.Kontrakter.OrderBy(k => k.Fra)], [.. l.Fastsettelser.OrderBy(f => f.Fra)], [.. l.Oppsigelser.OrderBy(o => o.Id)], [.. l.Protokoller.OrderBy(p => p.Slag)]);

    /// <summary>The contracts, oldest first.</summary>
    public IReadOnlyList<Leiekontrakt> Kontrakter { get; }

    /// <summary>What the rent has been, oldest first.</summary>
    public IReadOnlyList<Leiefastsettelse> Fastsettelser { get; }

    /// <summary>Notices, oldest first.</summary>
    public IReadOnlyList<Oppsigelse> Oppsigelser { get; }

    /// <summary>What was handed over, in and out.</summary>
    public IReadOnlyList<Flytteprotokoll> Protokoller { get; }
}
