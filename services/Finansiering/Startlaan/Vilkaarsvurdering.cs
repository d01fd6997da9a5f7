using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A person's judgement of a condition that the rules leave to one.</summary>
/// <param name="Vilkaar">Its name in the answer: «betjeningsevne», «nav-hjelpemiddelsentral».</param>
/// <param name="Grunn">Why; kept in the case with the name of who stands for it.</param>
/// <param name="Oppfylt">False when it does not hold.</param>
public sealed record Vilkaarsvurdering([property: Required] string? Vilkaar, string? Grunn, bool Oppfylt = true);

/// <summary>What people made of the conditions of startlån and of tilskudd, at the innstilling and at the grant.</summary>
internal static class Vilkaarsproeve
{
    /// <summary>What is wrong with the judgements as they are written: each has its reason, and a condition is judged once.</summary>
    public static IEnumerable<Avvisning> Feil(Vilkaarsvurdering?[]? vurderinger) => (vurderinger ?? []).Index().SelectMany(v => v.Item is null
        ? [new("mangler", "Må oppgis.", Felt: $"vurderinger[{v.Index}]")]
        : vurderinger!.Take(v.Index).Any(f => f?.Vilkaar == v.Item.Vilkaar)
            ? [new("ugyldig-verdi", "Vilkåret er vurdert to ganger.", Felt: $"vurderinger[{v.Index}].vilkaar")]
            : Fritekst.Kreves($"vurderinger[{v.Index}].grunn", v.Item.Grunn));

    /// <summary>The conditions with what a person made of them; null when a judgement is of one that is not there.</summary>
    public static IReadOnlyList<Vilkaarssvar>? Vurdert(IReadOnlyList<Vilkaarssvar> vilkaar, Vilkaarsvurdering[]? vurderinger, Bruker bruker) => vurderinger is null ? vilkaar
        : Array.TrueForAll(vurderinger, v => vilkaar.Any(s => s.Navn == v.Vilkaar))
            ? vurderinger.Aggregate(vilkaar, (alle, v) => Skjoennsvurdering.Bruk(alle, v.Vilkaar!, v.Oppfylt, new(v.Grunn!, bruker.Navn))) : null;

    public static Avvisning Ukjent(IReadOnlyList<Vilkaarssvar> vilkaar) => Avvisning.UkjentVerdi("vurderinger", vilkaar.Select(s => s.Navn).Distinct(StringComparer.Ordinal));
}
