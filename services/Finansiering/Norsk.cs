using System.Globalization;

namespace Boligsosial.Finansiering;

/// <summary>Numbers as people read them in Norwegian: «2 200 000», «16,44». For texts alone; in JSON a number is a number.</summary>
public static class Norsk
{
    private static readonly NumberFormatInfo Format = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = " ", NegativeSign = "−" };

    /// <summary>Three decimals at most, as a rate has: «4,381».</summary>
    public static string Tall(decimal tall) => tall.ToString("#,0.###", Format);

    /// <summary>Without øre where there are none: «2 200 000», «9 481,02».</summary>
    public static string Kroner(decimal kroner) => kroner.ToString(decimal.Truncate(kroner) == kroner ? "#,0" : "#,0.00", Format);
}
