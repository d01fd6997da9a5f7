using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Plasser;

namespace Boligsosial.MidlertidigBotilbud.Akutt.Regler;

/// <summary>Whom the three months are strictest for.</summary>
public enum Merke
{
    Barn,

    /// <summary>The youngest adult is youth by the profile.</summary>
    Ung,
}

/// <summary>
/// Families with children and youth «skal ikke» stay over three months (Bolig for velferd 2014–2020, resultatmål), so they are marked from the first day. Who takes a mark away
/// by a correction says why: a wrong age, or children who live elsewhere, is a fact that somebody stands for.
/// </summary>
public static class Merking
{
    private static readonly Hjemmel Kilde = new("Bolig for velferd (2014–2020)", "resultatmål og mål 1");

    /// <summary>What these are marked with. Whose age is not known is not youth; the answers say that it is not known.</summary>
    public static IEnumerable<Merke> Av(Behov behov, int ungUnder)
    {
        if (behov.AntallBarn > 0)
            yield return Merke.Barn;
        if (behov.Alder < ungUnder)
            yield return Merke.Ung;
    }

    /// <summary>There are adults, and nobody has told how old the youngest is: whether it is youth, is not known.</summary>
    public static bool AlderUkjent(Behov behov) => behov is { Voksne: > 0, Alder: null };

    /// <summary>A mark goes only with a reason.</summary>
    public static Avvisning? Kontroller(bool noeFallerBort, string? grunn) => noeFallerBort && string.IsNullOrWhiteSpace(grunn)
        ? new("grunn-mangler", "Rettingen fjerner merket for barn eller unge. Si hvorfor.", Kilde, "grunn")
        : null;
}
