using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>
/// Whether a loan that is to be granted can be carried over time with enough left to live on, at a rate that may rise (forskrift om lån fra Husbanken, FOR-2019-11-18-1546, § 5-2 third
/// paragraph, in force from 1 January 2020), reckoned as <see cref="Betjeningsevne"/> does. What cannot is for a person to judge: no rule is absolute, and no grant is without a reason.
/// </summary>
public static class Betjeningskontroll
{
    public const string Navn = "betjeningsevne";

    private static readonly Hjemmel Kilde = new("forskrift om lån fra Husbanken", "§ 5-2 tredje ledd", new(2020, 1, 1));

    /// <summary>Nobody lives on nothing: without livsopphold there is nothing to reckon from.</summary>
    public static Avvisning? Registrert(Oekonomi oekonomi) => Betjeningsevne.Livsopphold(oekonomi) > 0 ? null
        : new("oekonomi-mangler", "Husholdningens økonomi er ikke registrert: uten livsopphold kan betjeningsevnen ikke beregnes. Oppgi den i innstillingen.", Kilde, "oekonomi");

    /// <summary>The condition's answer for one loan.</summary>
    /// <param name="laan">Kroner.</param>
    /// <param name="oekonomi">The household's money.</param>
    /// <param name="loep">How it is to run.</param>
    /// <param name="stressrente">What it is tried against, in percent.</param>
    public static Vilkaarssvar Vurder(decimal laan, Oekonomi oekonomi, Loep loep, decimal stressrente)
    {
        var (disponibelt, stoerst) = (Betjeningsevne.Disponibelt(oekonomi), Nedbetaling.StoersteLaan(Betjeningsevne.Disponibelt(oekonomi), stressrente, loep));
        var koster = $"Et lån på {Norsk.Kroner(laan)} kr over {loep.Maaneder / Rente.TerminerPerAar} år koster {Norsk.Kroner(Betjeningsevne.Oere(Nedbetaling.Terminbeloep(laan, stressrente, loep)))} kr i måneden ved stressrenten {Norsk.Tall(stressrente)} prosent.";
        return laan <= stoerst
            ? new(Navn, Vilkaarsutfall.Oppfylt, $"{koster} Husholdningen har {Norsk.Kroner(disponibelt)} kr til det etter livsopphold og faste utgifter.", Kilde)
            : new(Navn, Vilkaarsutfall.MaaVurderes, $"{koster} Husholdningen har {Norsk.Kroner(disponibelt)} kr til det etter livsopphold og faste utgifter, og det bærer {Norsk.Kroner(decimal.Floor(stoerst))} kr.", Kilde);
    }
}
