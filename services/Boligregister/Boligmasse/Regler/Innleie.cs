using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Boligmasse.Regler;

/// <summary>
/// What the municipality rents of a private owner and lets out again. Source: husleieloven (LOV-1999-03-26-17) § 7-2: framleie
/// needs the owner's consent; the notice runs to the end of a month, as § 9-6 has it for dwellings, its length by agreement.
/// </summary>
internal static class Innleie
{
    private static readonly Hjemmel Samtykke = new("husleieloven", "§ 7-2", new(2000, 1, 1));

    /// <summary>What is wrong with an agreement; null when it is good.</summary>
    public static Avvisning? Kontroller(bool framleieTillatt, DateOnly fra, DateOnly? til)
    {
        if (til <= fra)
            return new("til-foer-fra", "Siste dag må være etter den første.", Felt: "til");
        return framleieTillatt ? null : new("framleie-ikke-tillatt", "Uten utleierens samtykke kan kommunen ikke framleie boligen.", Samtykke, "framleieTillatt");
    }

    /// <summary>The day after the last when notice is given on <paramref name="oppsagt"/>: the first of the month after the notice is over.</summary>
    public static DateOnly Opphoerer(DateOnly oppsagt, int oppsigelsestidMaaneder) =>
        new DateOnly(oppsagt.Year, oppsagt.Month, 1).AddMonths(oppsigelsestidMaaneder + 1);
}
