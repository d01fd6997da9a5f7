using System.Globalization;

namespace Boligsosial.Demoliv;

/// <summary>People who do not exist: numbers as Tenor's (month + 80), and names that nobody has.</summary>
public static class Folk
{
    private static readonly string[] Fornavn = ["Blid", "Djerv", "Fager", "Glad", "Heldig", "Jevn", "Klok", "Lun", "Mild", "Rask", "Rolig", "Sindig", "Stø", "Trygg", "Varm", "Våken"];
    private static readonly string[] Etternavn = ["Bjørk", "Bølge", "Dal", "Eng", "Fjell", "Foss", "Hav", "Lyng", "Måke", "Nes", "Rogn", "Sjø", "Skog", "Stein", "Vik", "Ås"];

    /// <summary>The name of number <paramref name="nr"/>.</summary>
    public static string Navn(int nr) => $"{Fornavn[nr % Fornavn.Length]} {Etternavn[nr / Fornavn.Length % Etternavn.Length]}";

    /// <summary>Number <paramref name="nr"/>, each another day of birth: from 0 to 16 799.</summary>
    public static string Nummer(int nr)
    {
        var foedt = string.Create(CultureInfo.InvariantCulture, $"{(nr % 28) + 1:00}{(nr / 28 % 12) + 81:00}{(nr / 336 % 50) + 50:00}");
        for (var individ = nr * 7 % 400; ; individ++)
        {
            var ni = string.Create(CultureInfo.InvariantCulture, $"{foedt}{individ:000}");
            if (Kontroll(ni, [3, 7, 6, 1, 8, 9, 4, 5, 2]) is var en and < 10 && Kontroll($"{ni}{en}", [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) is var to and < 10)
                return $"{ni}{en}{to}";
        }
    }

    private static int Kontroll(string sifre, int[] vekter) => (11 - (vekter.Select((vekt, i) => vekt * (sifre[i] - '0')).Sum() % 11)) % 11;
}
