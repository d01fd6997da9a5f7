namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>
/// Whole powers and roots in decimal arithmetic, so that interest is exact to 25 digits or more: the formulas of
/// forskrift om lån fra Husbanken § 8-2 (FOR-2019-11-18-1546, in force from 1 January 2020) and of the annuity need no others.
/// </summary>
public static class Potens
{
    private const int FlestForsoek = 200;

    /// <summary><paramref name="grunntall"/> multiplied by itself, by squaring.</summary>
    public static decimal Av(decimal grunntall, int eksponent)
    {
        var resultat = 1m;
        for (var (rest, faktor) = (eksponent, grunntall); rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1)
                resultat *= faktor;
            if (rest > 1)
                faktor *= faktor;
        }

        return resultat;
    }

    /// <summary>The number that gives <paramref name="tall"/> when raised to <paramref name="n"/>, for tall near 1: by Newton's method, until it stands still.</summary>
    public static decimal Rot(decimal tall, int n)
    {
        var rot = 1m + ((tall - 1m) / n);
        for (var i = 0; i < FlestForsoek; i++)
        {
            var neste = rot - ((rot - (tall / Av(rot, n - 1))) / n);
            if (neste == rot)
                break;
            rot = neste;
        }

        return rot;
    }
}
