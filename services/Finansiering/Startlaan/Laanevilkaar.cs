using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;

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

/// <summary>A person's judgement of a condition that the rules leave to one.</summary>
/// <param name="Vilkaar">Its name in the answer: «betjeningsevne», «formaal-og-bolig».</param>
/// <param name="Grunn">Why; kept in the case with the name of who stands for it.</param>
/// <param name="Oppfylt">False when it does not hold.</param>
public sealed record Vilkaarsvurdering([property: Required] string? Vilkaar, string? Grunn, bool Oppfylt = true);

/// <summary>What an innstilling and a grant have in common: the loan held against the household's money, and what people made of the conditions.</summary>
internal static class Laaneproeve
{
    /// <summary>What is wrong with the judgements as they are written.</summary>
    public static IEnumerable<Avvisning> Feil(Vilkaarsvurdering?[]? vurderinger) => (vurderinger ?? []).Index().SelectMany(v => v.Item is null
        ? [new("mangler", "Må oppgis.", Felt: $"vurderinger[{v.Index}]")]
        : Fritekst.Kreves($"vurderinger[{v.Index}].grunn", v.Item.Grunn));

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

    /// <summary>The conditions with what a person made of them; null when a judgement is of one that is not there.</summary>
    public static IReadOnlyList<Vilkaarssvar>? Vurdert(IReadOnlyList<Vilkaarssvar> vilkaar, Vilkaarsvurdering[]? vurderinger, Bruker bruker) => vurderinger is null ? vilkaar
        : Array.TrueForAll(vurderinger, v => vilkaar.Any(s => s.Navn == v.Vilkaar))
            ? vurderinger.Aggregate(vilkaar, (alle, v) => Skjoennsvurdering.Bruk(alle, v.Vilkaar!, v.Oppfylt, new(v.Grunn!, bruker.Navn))) : null;

    public static Avvisning Ukjent(IReadOnlyList<Vilkaarssvar> vilkaar) => Avvisning.UkjentVerdi("vurderinger", vilkaar.Select(s => s.Navn).Distinct(StringComparer.Ordinal));
}
