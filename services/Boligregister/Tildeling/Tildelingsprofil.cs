using System.ComponentModel.DataAnnotations;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>What a municipality chooses for allocation: how often, how long an offer stands, what fits best, what is warned against.</summary>
public sealed class Tildelingsprofil
{
    /// <summary>Days between two meetings; 0: whenever something is vacant.</summary>
    [Range(0, 60)]
    public int DagerMellomMoeter { get; init; }

    /// <summary>Days that an applicant has to answer an offer. No source says how many.</summary>
    [Range(1, 60)]
    public int Svarfrist { get; init; } = 7;

    /// <summary>So many of the household can share a bedroom; one person alone may have none (hybel).</summary>
    [Range(1, 4)]
    public int PersonerPerSoverom { get; init; } = 2;

    /// <summary>A rent above this share of the income is more than the household ought to pay, before bostøtte.</summary>
    [Range(0.05, 1)]
    public decimal LeieandelAvInntekt { get; init; } = 0.4m;

    public Passformpoeng Poeng { get; init; } = new();

    public Blandingsadvarsel[] Advarsler { get; init; } = [];
}

/// <summary>What makes one dwelling fit better than another. No source weighs them: these are defaults.</summary>
public sealed class Passformpoeng
{
    /// <summary>An area that is wished for.</summary>
    public int Omraade { get; init; } = 40;

    /// <summary>The children keep their school.</summary>
    public int Skolekrets { get; init; } = 30;

    /// <summary>A rent within <see cref="Tildelingsprofil.LeieandelAvInntekt"/>.</summary>
    public int Leie { get; init; } = 20;

    /// <summary>Each bedroom more than needed, and an adaptation that nobody needs: others wait for it.</summary>
    public int Overfloedig { get; init; } = -10;
}

/// <summary>A mix that the guidelines advise against, seen from marks on dwellings, never from what anybody knows of a person's health.</summary>
public sealed record Blandingsadvarsel
{
    [Required]
    public string Kode { get; init; } = "";

    /// <summary>The mark (egenskap), on the dwelling or another at the same address.</summary>
    [Required]
    public string Merke { get; init; } = "";

    /// <summary>Only for a household with children.</summary>
    public bool BareMedBarn { get; init; }

    /// <summary>Warns when the dwelling has it and at least so many others at the address; 0: when any has it.</summary>
    public int Andre { get; init; }

    /// <summary>Warns when the dwelling lacks the mark, for those who have no car.</summary>
    public bool NaarDetMangler { get; init; }

    public string Tekst { get; init; } = "";

    public string Kilde { get; init; } = "";
}
