using Boligsosial.Felles;

namespace Boligsosial.MidlertidigBotilbud.Botid.Regler;

/// <summary>What a household's time in temporary housing asks for, in its order.</summary>
public enum Botidssteg
{
    /// <summary>Somebody is told that it goes on.</summary>
    Varsel,

    /// <summary>The plan for a home is looked at.</summary>
    Plankontroll,

    /// <summary>A leader takes it.</summary>
    Leder,

    /// <summary>The network group takes it.</summary>
    Nettverksgruppe,

    /// <summary>A named leader gives a reason and a date; nothing else settles it.</summary>
    TreMaaneder,
}

/// <summary>After how many nights each step is due.</summary>
/// <param name="Varsel">Nights.</param>
/// <param name="Plankontroll">Nights.</param>
/// <param name="Leder">Nights.</param>
/// <param name="Nettverksgruppe">Nights.</param>
/// <param name="TreMaaneder">Nights.</param>
public readonly record struct Terskler(int Varsel, int Plankontroll, int Leder, int Nettverksgruppe, int TreMaaneder)
{
    /// <summary>Nights before a step.</summary>
    public int Av(Botidssteg steg) => steg switch
    {
        Botidssteg.Varsel => Varsel,
        Botidssteg.Plankontroll => Plankontroll,
        Botidssteg.Leder => Leder,
        Botidssteg.Nettverksgruppe => Nettverksgruppe,
        _ => TreMaaneder,
    };
}

/// <summary>Something that stops nothing, and that somebody is to see.</summary>
/// <param name="Kode">Stable: «over-tre-maaneder».</param>
/// <param name="Tekst">For people.</param>
/// <param name="Hjemmel">Where it is said.</param>
public sealed record Botidsvarsel(string Kode, string Tekst, Hjemmel Hjemmel);

/// <summary>
/// The three strengths of the three months (Bolig for velferd 2014–2020): for families with children and youth a stay «skal ikke» last longer, for everyone it «skal bare skje
/// unntaksvis», in the text it «bør bare unntaksvis forekomme». None is a bar in law, so nothing here ends a stay or refuses one: it asks for reasons, and for somebody who stands for them.
/// </summary>
public static class Botidstrapp
{
    public static readonly Hjemmel Kilde = new("Bolig for velferd (2014–2020)", "resultatmål og mål 1");

    /// <summary>
    /// The steps that wait. A step that was taken before the clock began was for another time. The last is due also when it is agreed that they stay so long, and is settled by
    /// an exception, only as long as that holds; where there are children or youth it is not settled at all: it stays on the list, with the exception beside it.
    /// </summary>
    public static IEnumerable<Botidssteg> Venter(
        int doegn, DateOnly klokkeFra, Terskler terskler, IEnumerable<(Botidssteg Steg, DateOnly Dato)> tatt, DateOnly? unntakTil, bool barnEllerUng, DateOnly dag, int avtalt = 0)
    {
        var gjort = tatt.Where(t => t.Dato >= klokkeFra).Select(t => t.Steg).ToHashSet();
        return Enum.GetValues<Botidssteg>().Where(steg => steg == Botidssteg.TreMaaneder
            ? (doegn >= terskler.TreMaaneder || avtalt > terskler.TreMaaneder) && TrengerUnntak(unntakTil, barnEllerUng, dag)
            : doegn >= terskler.Av(steg) && !gjort.Contains(steg));
    }

    /// <summary>A stay is agreed to go past three months: nothing is refused, and somebody is asked to stand for it.</summary>
    /// <param name="avtalt">Nights at the agreed departure, with those that went before.</param>
    /// <param name="terskler">The profile's.</param>
    /// <param name="unntakTil">An exception holds until this day.</param>
    /// <param name="barnEllerUng">For these the exception does not settle it.</param>
    /// <param name="dag">Today.</param>
    public static Botidsvarsel? Varsel(int avtalt, Terskler terskler, DateOnly? unntakTil, bool barnEllerUng, DateOnly dag) =>
        avtalt > terskler.TreMaaneder && TrengerUnntak(unntakTil, barnEllerUng, dag) ? Over($"{avtalt} døgn ved avtalt avreise") : null;

    /// <summary>As above of a stay alone, where what went before it is not asked for.</summary>
    public static Botidsvarsel? Varsel(DateOnly fra, DateOnly til) => til > fra.AddMonths(3) ? Over($"{fra:yyyy-MM-dd} til {til:yyyy-MM-dd}") : null;

    private static bool TrengerUnntak(DateOnly? unntakTil, bool barnEllerUng, DateOnly dag) => barnEllerUng || unntakTil is null || unntakTil < dag;

    private static Botidsvarsel Over(string hvor) => new(
        "over-tre-maaneder", $"Oppholdet er avtalt utover tre måneder: {hvor}. Det stoppes ikke; en leder skal begrunne det, med navn og dato (unntak), og husstanden står på lista til det er gjort.", Kilde);

    /// <summary>Whether a step can be written down as taken.</summary>
    public static Avvisning? Kontroller(Botidssteg steg, int doegn, Terskler terskler)
    {
        if (steg == Botidssteg.TreMaaneder)
            return new("krever-unntak", "Over tre måneder krever at en leder begrunner det, med en dato.", Kilde, "steg");
        return doegn < terskler.Av(steg) ? new("steg-ikke-naadd", $"Steget kommer etter {terskler.Av(steg)} døgn; det er gått {doegn}.", Felt: "steg") : null;
    }
}
