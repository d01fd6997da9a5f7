namespace Boligsosial.Boligregister.Husleie.Regler;

/// <summary>How a betalingsavtale stands; <see cref="Avtale"/> says when.</summary>
public enum Avtalestatus
{
    /// <summary>Kept so far: the ladder towards fravikelse stands still.</summary>
    Loeper,

    /// <summary>An instalment, or rent beside it, was not paid in time.</summary>
    Brutt,

    /// <summary>All of it is paid.</summary>
    Oppfylt,

    /// <summary>Ended before it was over.</summary>
    Opphevet,
}

/// <summary>
/// Whether a betalingsavtale is kept. The lease has one KID, so nobody can see which krone was rent and which an instalment: the
/// agreement is kept while what is overdue is no more than it has left, and so the rent that falls due is paid beside it. What
/// is late by no more than the profile's days of grace does not count. An agreement between the parties; no law sets its terms.
/// </summary>
public static class Avtale
{
    /// <param name="restanse">What the agreement is about.</param>
    /// <param name="avdrag">When how much of it is to be paid.</param>
    /// <param name="aapne">What is unpaid, by due date.</param>
    /// <param name="dag">The day that is asked about.</param>
    /// <param name="naade">Days of grace.</param>
    public static Avtalestatus Vurder(
        decimal restanse, IReadOnlyList<(DateOnly Forfall, decimal Beloep)> avdrag, IEnumerable<Restansealder.Aapent> aapne, DateOnly dag, int naade)
    {
        var grense = dag.AddDays(-naade);
        var rest = restanse - avdrag.Where(a => a.Forfall < grense).Sum(a => a.Beloep);
        if (aapne.Where(a => a.Forfall < grense).Sum(a => a.Ubetalt) > rest)
            return Avtalestatus.Brutt;
        return rest == 0 ? Avtalestatus.Oppfylt : Avtalestatus.Loeper;
    }
}
