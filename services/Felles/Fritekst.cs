namespace Boligsosial.Felles;

/// <summary>What people write in their own words: a reason, a note.</summary>
public static class Fritekst
{
    private const int Lengst = 4000;

    /// <summary>What is wrong with a text that must be there.</summary>
    public static IEnumerable<Avvisning> Kreves(string felt, string? tekst) =>
        string.IsNullOrWhiteSpace(tekst) ? [new Avvisning("mangler", "Må oppgis.", Felt: felt)] : Kontroller(felt, tekst);

    /// <summary>What is wrong with a text: too long, or with something in it that has no place there.</summary>
    public static IEnumerable<Avvisning> Kontroller(string felt, string? tekst)
    {
        if (tekst?.Length > Lengst)
            yield return new("for-lang", $"Kan være på {Lengst} tegn.", Felt: felt);
        if (tekst?.Contains('\0', StringComparison.Ordinal) == true)
            yield return new("ugyldig-verdi", "Inneholder et nulltegn.", Felt: felt);
        if (Foedselsnummer.FinnesI(tekst))
            yield return new("ugyldig-verdi", "Inneholder et fødselsnummer. Bruk personRef.", Felt: felt);
    }
}
