using Boligsosial.Felles;

namespace Boligsosial.MidlertidigBotilbud.Garantier.Regler;

/// <summary>What boligregister has told of a municipal lease.</summary>
/// <param name="Fra">First day; null: only its end or its rent has been told.</param>
/// <param name="Opphoert">The day after the last, when it has ended.</param>
/// <param name="Maanedsleie">The rent on the garanti's first day; null: not told.</param>
public sealed record KjentLeie(DateOnly? Fra, DateOnly? Opphoert, decimal? Maanedsleie);

/// <summary>A garanti for a municipal dwelling is for a lease that there is, and six months' rent (husleieloven § 3-6) is reckoned of the rent that the register has, not of what the caller says.</summary>
public static class Leiegrunnlag
{
    /// <summary>Why it cannot be decided on: the lease is not known here, its rent is not, or it is another than was said.</summary>
    public static Avvisning? Kontroller(KjentLeie? leie, decimal? oppgitt) => (leie, oppgitt) switch
    {
        (null or { Fra: null, Opphoert: null }, _) => new(
            "leieforhold-ikke-kjent", "Leieforholdet er ikke kjent her, eller er ikke kommet hit ennå fra boligregisteret. Kontroller leieforholdId, og prøv igjen om litt hvis det er nytt.", Felt: "leieforholdId"),
        ({ Maanedsleie: null }, _) => new(
            "leie-ikke-kjent", "Boligregisteret har ikke fortalt hva leien er ennå. Prøv igjen om litt.", Garantitak.Sikkerhet, "maanedsleie"),
        ({ Maanedsleie: { } leien }, { } sagt) when sagt != leien => new(
            "maanedsleie-avviker", $"Leien er {leien:0.##} kroner i boligregisteret, og det er oppgitt {sagt:0.##}. Utelat den, eller rett den i boligregisteret.", Garantitak.Sikkerhet, "maanedsleie"),
        _ => null,
    };

    /// <summary>A lease that has ended needs no security; that it is refused can still be written.</summary>
    public static Avvisning? Opphoert(KjentLeie leie) => leie.Opphoert is { } dag
        ? new("leieforhold-opphoert", $"Leieforholdet opphørte {dag.AddDays(-1):yyyy-MM-dd}; da kan det ikke stilles sikkerhet for det.", Felt: "leieforholdId")
        : null;
}
