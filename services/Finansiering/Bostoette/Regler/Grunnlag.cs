namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>How the dwelling is held; what counts as boutgift follows from it (forskrift om bustøtte § 2 a–c).</summary>
public enum Boform
{
    /// <summary>Rented: the rent.</summary>
    Leie,

    /// <summary>Burettslag, eigarseksjon, aksje- or obligasjonsleilighet: felleskostnader and the loan on the dwelling.</summary>
    Boligselskap,

    /// <summary>Any other of one's own, as a house: the loan, kommunale avgifter, eiendomsskatt, festeavgift, and a fixed driftsutgift.</summary>
    Annen,
}

/// <summary>What bostøtte is computed from, checked: one household in one month, as it is on the first of it (§ 10).</summary>
public readonly record struct Grunnlag
{
    public required DateOnly Dato { get; init; }

    /// <summary>See <see cref="Kommunegruppe"/>.</summary>
    public required int Gruppe { get; init; }

    /// <summary>Persons from 18, the applicant among them also when younger: the first person weighs 1.0 at any age (§ 7).</summary>
    public required int Voksne { get; init; }

    public int Barn { get; init; }

    /// <summary>All income that counts by § 5 but that from capital.</summary>
    public required decimal InntektPerMaaned { get; init; }

    /// <summary>Of a year, together; what each person has free is taken off.</summary>
    public decimal KapitalOverFribeloep { get; init; }

    public decimal Nettoformue { get; init; }

    public decimal FormuesverdiBolig { get; init; }

    /// <summary>What is paid, without the fixed sums for drift and heating.</summary>
    public required decimal BoutgiftPerMaaned { get; init; }

    public Boform Boform { get; init; }

    /// <summary>Heating is not paid with the rent or the felleskostnader, in whole or in part.</summary>
    public bool BetalerOppvarming { get; init; }

    public bool UngUfoer { get; init; }

    public bool EnsligAlderspensjonist { get; init; }

    /// <summary>Has a pension for age, disability or bereavement.</summary>
    public bool Pensjonist { get; init; }

    public bool Spesialtilpasset { get; init; }

    public int Personer => Voksne + Barn;
}
