using System.ComponentModel.DataAnnotations;

namespace Boligsosial.Boligregister.Leie;

/// <summary>What a municipality chooses for leases: length, renewal, how rent is regulated.</summary>
public sealed class Leieprofil
{
    /// <summary>Bofellesskap are let tidsubestemt; a fixed time needs a reason.</summary>
    public bool BofellesskapTidsubestemt { get; init; } = true;

    /// <summary>The contracts have a clause that a lease for a fixed time can be ended by notice (husleieloven § 9-2).</summary>
    public bool TidsbestemtKanSiesOpp { get; init; } = true;

    /// <summary>Months before a lease ends in which its renewal is assessed.</summary>
    [Range(1, 24)]
    public int FornyelseMaanederFoer { get; init; } = 6;

    /// <summary>Whether rent is adapted to gjengs leie (husleieloven § 4-3) at all.</summary>
    public bool GjengsLeie { get; init; } = true;

    /// <summary>A regulated rent is rounded down to whole kroner.</summary>
    public bool HeleKroner { get; init; } = true;
}
