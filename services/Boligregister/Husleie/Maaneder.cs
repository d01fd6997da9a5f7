using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>A month of the calendar, in the API «2026-12» and else its first day.</summary>
internal static class Maaneder
{
    private static readonly DateOnly Siste = new(2200, 1, 1);

    public static bool TryLes([NotNullWhen(true)] string? tekst, out DateOnly maaned) =>
        DateOnly.TryParseExact(tekst, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out maaned)
        && maaned >= Husleiekonto.Begynnelse && maaned < Siste;

    public static string Skriv(DateOnly maaned) => maaned.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
