using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>How the loan is to run; what betjeningsevnen is reckoned with.</summary>
/// <param name="LoepetidAar">Years; the profile's when left out.</param>
/// <param name="AvdragsfrihetAar">Years with interest only.</param>
/// <param name="Laanetype">«annuitet» (default) or «serie».</param>
/// <param name="Langtid">What a term above 30 years is grounded on.</param>
/// <param name="Felleskostnader">Kroner a month, of the dwelling.</param>
/// <param name="KommunaleAvgifter">Kroner a month, with eiendomsskatt and insurance.</param>
/// <param name="Stressrente">Percent, as Startskudd has it; styringsrenten + 2.5 points when left out.</param>
public sealed record Laanevilkaar(
    [property: Range(1, 100)] int? LoepetidAar = null, [property: Range(0, 100)] int? AvdragsfrihetAar = null, Laanetype? Laanetype = null, Langtidsgrunnlag? Langtid = null,
    [property: Kroner] decimal? Felleskostnader = null, [property: Kroner] decimal? KommunaleAvgifter = null, [property: Prosent] decimal? Stressrente = null);

/// <summary>What an innstilling and a grant have in common: the loan held against the household's money.</summary>
internal static class Laaneproeve
{
    /// <summary>The conditions with the loan's own answer for betjeningsevnen; or why it cannot be reckoned.</summary>
    public static (IReadOnlyList<Vilkaarssvar> Vilkaar, Avvisning? Nei) Proev(
        this Startlaansoeknad soeknad, IReadOnlyList<Vilkaarssvar> vilkaar, decimal beloep, Laanevilkaar? v, DateOnly dato, Startlaansprofil profil)
    {
        var satser = Laanesatser.Gjeldende(dato, profil.Satser);
        var (aar, fri) = (v?.LoepetidAar ?? profil.LoepetidAar, v?.AvdragsfrihetAar ?? 0);
        var oekonomi = new Oekonomi
        {
            NettoInntekt = soeknad.NettoInntekt,
            Livsopphold = soeknad.Livsopphold,
            Gjeld = soeknad.Gjeld,
            AndreFaste = soeknad.AndreFaste,
            Felleskostnader = v?.Felleskostnader ?? 0,
            KommunaleAvgifter = v?.KommunaleAvgifter ?? 0,
        };
        if ((Nedbetalingsvilkaar.Kontroller(aar, fri, v?.Langtid, satser) ?? Betjeningskontroll.Registrert(oekonomi)) is { } regel)
            return (vilkaar, regel);
        if ((v?.Stressrente ?? satser.Finn(Laanesatser.Styringsrente)?.Verdi + satser.Verdi(Laanesatser.Stresspaaslag)) is not { } stress)
            return (vilkaar, Laanesatser.Mangler(Laanesatser.Styringsrente, "laanevilkaar.stressrente"));
        var rente = satser.Finn(Laanesatser.Navn(Rentetype.Flytende))?.Verdi + profil.Paaslag;
        var svar = Betjeningskontroll.Vurder(beloep, oekonomi, new(aar * Laaneberegning.Aar, fri * Laaneberegning.Aar, v?.Laanetype ?? Laanetype.Annuitet), Math.Max(stress, rente ?? 0));
        // A person's own no stands.
        return vilkaar.Any(s => s.Navn == Betjeningskontroll.Navn)
            ? ([.. vilkaar.Select(s => s.Navn == Betjeningskontroll.Navn && s.Utfall != Vilkaarsutfall.IkkeOppfylt ? svar : s)], null)
            : ([.. vilkaar, svar], null);
    }
}
