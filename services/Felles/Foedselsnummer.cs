using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;

namespace Boligsosial.Felles;

/// <summary>Which register a person's number comes from.</summary>
public enum Identitetstype
{
    Foedselsnummer,
    DNummer,
    Duf,
}

/// <summary>
/// A person's number: fødselsnummer or D-nummer (11 digits), or the DUF-nummer of somebody who has neither yet (12).
/// Source: folkeregisterloven, and Skatteetaten's description of how the number is built.
/// Nothing shows the digits but <see cref="Verdi"/>, which is for storage and for what the law sends out. Neither sex nor
/// birth date is read out of them: from 2032 they no longer tell, and the register knows.
/// </summary>
public sealed record Foedselsnummer
{
    private const string Stjerner = "***********";
    private static readonly SearchValues<char> Sifre = SearchValues.Create("0123456789");
    private static readonly int[] Vekter1 = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] Vekter2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    private Foedselsnummer(string verdi, Identitetstype type, bool syntetisk) => (Verdi, Type, Syntetisk) = (verdi, type, syntetisk);

    /// <summary>The digits. Never to be logged, put in an address or an event, or shown to who does not need them.</summary>
    [JsonIgnore]
    public string Verdi { get; }

    public Identitetstype Type { get; }

    /// <summary>Made for testing: month + 80 (Tenor) or + 40 (NAV). Belongs to nobody.</summary>
    public bool Syntetisk { get; }

    /// <summary>Reads 11 or 12 ASCII digits, with or without the usual space after the sixth of 11.</summary>
    public static bool TryParse(string? tekst, [NotNullWhen(true)] out Foedselsnummer? nummer)
    {
        var sifre = tekst.AsSpan().Trim();
        if (sifre is [_, _, _, _, _, _, ' ', _, _, _, _, _])
            sifre = $"{sifre[..6]}{sifre[7..]}";
        nummer = sifre.ContainsAnyExcept(Sifre) ? null : sifre.Length switch
        {
            11 when Les(sifre) is { } lest => new(sifre.ToString(), lest.Type, lest.Syntetisk),
            // Utlendingsmyndighetene publish no check digit: the year of registration and ten more is all that is known.
            12 when Tall(sifre[..4]) is >= 1990 and <= 2099 => new(sifre.ToString(), Identitetstype.Duf, syntetisk: false),
            _ => null,
        };
        return nummer is not null;
    }

    /// <summary>
    /// The text with every valid fødselsnummer and D-nummer in it masked; the text itself when there is none. DUF-numre are not
    /// known from other numbers of 12 digits.
    /// </summary>
    [return: NotNullIfNotNull(nameof(tekst))]
    public static string? Sladd(string? tekst)
    {
        StringBuilder? sladdet = null;
        var ferdig = 0;
        for (var fra = 0; Neste(tekst, ref fra) is var lengde and > 0; ferdig = fra)
            (sladdet ??= new()).Append(tekst, ferdig, fra - lengde - ferdig).Append(Stjerner);
        return sladdet is null ? tekst : sladdet.Append(tekst, ferdig, tekst!.Length - ferdig).ToString();
    }

    /// <summary>Whether <see cref="Sladd"/> would mask something.</summary>
    public static bool FinnesI(string? tekst)
    {
        var fra = 0;
        return Neste(tekst, ref fra) > 0;
    }

    /// <summary>Stars.</summary>
    public override string ToString() => Stjerner;

    /// <summary>Length of the next number at or after <paramref name="fra"/>, which is moved past it; 0 when there is none.</summary>
    private static int Neste(ReadOnlySpan<char> tekst, ref int fra)
    {
        Span<char> sifre = stackalloc char[11];
        while (tekst[fra..].IndexOfAny(Sifre) is var hopp and >= 0)
        {
            var start = fra + hopp;
            fra = start + Rekke(tekst[start..]);
            var slutt = (fra - start) switch
            {
                11 => fra,
                6 when Mellomrom(tekst[fra..]) is var m and > 0 && Rekke(tekst[(fra + m)..]) == 5 => fra + m + 5,
                _ => 0,
            };
            if (slutt == 0 || IHeksadesimalt(tekst, start - 1) || IHeksadesimalt(tekst, slutt))
                continue;

            tekst[start..(start + 6)].CopyTo(sifre);
            tekst[(slutt - 5)..slutt].CopyTo(sifre[6..]);
            if (Les(sifre) is null)
                continue;

            fra = slutt;
            return slutt - start;
        }

        return 0;
    }

    private static int Rekke(ReadOnlySpan<char> tekst) => tekst.IndexOfAnyExcept(Sifre) is var lengde and >= 0 ? lengde : tekst.Length;

    /// <summary>Length of the space between the sixth and the seventh digit, as people or addresses write it.</summary>
    private static int Mellomrom(ReadOnlySpan<char> tekst) => tekst switch
    {
        [' ' or '+' or '\u00a0', ..] => 1,
        ['%', '2', '0', ..] => 3,
        _ => 0,
    };

    /// <summary>Digits beside a letter a–f are a piece of a uuid, a trace id or a hash.</summary>
    private static bool IHeksadesimalt(ReadOnlySpan<char> tekst, int i) => i >= 0 && i < tekst.Length && char.IsAsciiHexDigit(tekst[i]);

    /// <summary>
    /// What eleven digits say of their kind; null when they are no number. Until 2031 both sums leave 0; from 1.1.2032 the first
    /// may leave 0, 1, 2 or 3 (Skatteetaten, of the gender-neutral number). Both are taken at all times.
    /// </summary>
    private static (Identitetstype Type, bool Syntetisk)? Les(ReadOnlySpan<char> elleve)
    {
        var (dag, maaned) = (Tall(elleve[..2]), Tall(elleve[2..4]));
        var dnummer = dag > 40;
        var syntetisk = maaned > 40;
        return FinnesDagen(dnummer ? dag - 40 : dag, maaned > 80 ? maaned - 80 : syntetisk ? maaned - 40 : maaned, Aar(Tall(elleve[4..6]), Tall(elleve[6..9])))
            && Rest(elleve, Vekter1) <= 3 && Rest(elleve, Vekter2) == 0
            ? (dnummer ? Identitetstype.DNummer : Identitetstype.Foedselsnummer, syntetisk)
            : null;
    }

    private static bool FinnesDagen(int dag, int maaned, int aar) =>
        aar > 0 && maaned is >= 1 and <= 12 && dag >= 1 && dag <= DateTime.DaysInMonth(aar, maaned);

    /// <summary>The century is in the series of the individnummer; 0 when it has none for that year.</summary>
    private static int Aar(int aar, int individ) => (aar, individ) switch
    {
        (_, < 500) => 1900 + aar,
        ( >= 54, < 750) => 1800 + aar,
        ( >= 40, >= 900) => 1900 + aar,
        ( < 40, _) => 2000 + aar,
        _ => 0,
    };

    private static int Rest(ReadOnlySpan<char> sifre, int[] vekter)
    {
        var sum = 0;
        for (var i = 0; i < vekter.Length; i++)
            sum += vekter[i] * (sifre[i] - '0');
        return sum % 11;
    }

    private static int Tall(ReadOnlySpan<char> sifre)
    {
        var tall = 0;
        foreach (var siffer in sifre)
            tall = (tall * 10) + siffer - '0';
        return tall;
    }
}
