namespace Boligsosial.Boligregister.Husleie.Regler;

/// <summary>
/// The payment's own name: each lease has one KID of nine digits and a control digit by mod 10 (Luhn), one of the two ways that
/// banks check. The database makes them (<c>husleie_kid</c>); here is told what is wrong with one that nobody has.
/// </summary>
public static class Kid
{
    /// <summary>Why a payment found no lease.</summary>
    public enum Mangel
    {
        KidMangler,
        KidUgyldig,
        KidUkjent,
    }

    /// <summary>The digits that a cell holds, without spaces; null when it holds anything else.</summary>
    public static string? Les(string celle)
    {
        var siffer = celle.Replace(" ", "", StringComparison.Ordinal);
        return siffer.Length is > 1 and <= 25 && siffer.All(char.IsAsciiDigit) ? siffer : null;
    }

    /// <summary>What is wrong with a KID that no lease has.</summary>
    public static Mangel Forklar(string? kid) => kid is null ? Mangel.KidMangler : ErGyldig(kid) ? Mangel.KidUkjent : Mangel.KidUgyldig;

    /// <summary>Whether the last digit is the control digit of the others.</summary>
    public static bool ErGyldig(string kid) => kid.Length > 1 && kid.Select((tegn, i) => Bidrag(tegn - '0', dobles: (kid.Length - i) % 2 == 0)).Sum() % 10 == 0;

    private static int Bidrag(int siffer, bool dobles) => dobles ? (siffer * 2 / 10) + (siffer * 2 % 10) : siffer;
}
