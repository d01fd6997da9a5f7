namespace Boligsosial.Boligregister.Leie;

/// <summary>A contract of a lease: the first, and each renewal.</summary>
public sealed class Leiekontrakt
{
    /// <summary>First day.</summary>
    public DateOnly Fra { get; init; }

    /// <summary>The day after the last; null: tidsubestemt.</summary>
    public DateOnly? Til { get; init; }

    /// <summary>The day it was entered into.</summary>
    public DateOnly Inngaatt { get; init; }

    /// <summary>The person who decided it.</summary>
    public required string BesluttetAv { get; init; }

    /// <summary>Why it is shorter than three years (husleieloven § 11-1), or how it came about.</summary>
    public string? Grunn { get; init; }
}

/// <summary>What the rent has been fixed at.</summary>
public sealed class Leiefastsettelse
{
    /// <summary>With effect from this day.</summary>
    public DateOnly Fra { get; init; }

    /// <summary>Kroner a month.</summary>
    public decimal Maanedsleie { get; init; }

    public Leiegrunnlag Grunnlag { get; init; }

    /// <summary>The month of the index that it was fixed by.</summary>
    public DateOnly? KpiMaaned { get; init; }
}

/// <summary>What a rent is fixed by.</summary>
public enum Leiegrunnlag
{
    Avtale,
    Kpi,
    GjengsLeie,
}

/// <summary>Notice of a lease.</summary>
public sealed class Oppsigelse
{
    public Guid Id { get; init; }

    public Part Av { get; init; }

    /// <summary>The day that the other party got it.</summary>
    public DateOnly Mottatt { get; init; }

    /// <summary>The day after the last day of the lease.</summary>
    public DateOnly Opphoerer { get; init; }

    /// <summary>The lease's end before it.</summary>
    public DateOnly? TilFoer { get; init; }

    /// <summary>The landlord's ground.</summary>
    public Oppsigelsesgrunn? Grunnlag { get; init; }

    public string? Begrunnelse { get; init; }

    public required string RegistrertAv { get; init; }

    /// <summary>The tenant protested in writing.</summary>
    public DateOnly? Protestert { get; set; }

    /// <summary>The landlord sued.</summary>
    public DateOnly? Soeksmaal { get; set; }

    /// <summary>It fell, or was taken back.</summary>
    public DateOnly? Bortfalt { get; set; }
}

/// <summary>Who gives notice.</summary>
public enum Part
{
    Leietaker,
    Utleier,
}

/// <summary>The landlord's grounds (husleieloven § 9-5).</summary>
public enum Oppsigelsesgrunn
{
    UtleiersBruk,
    RivingOmbygging,
    Mislighold,
    AnnenSakligGrunn,
}

/// <summary>What was handed over when they moved in, or out.</summary>
public sealed class Flytteprotokoll
{
    public Protokollslag Slag { get; init; }

    public DateOnly Dato { get; init; }

    /// <summary>Keys.</summary>
    public int Noekler { get; init; }

    /// <summary>The electricity meter, kWh.</summary>
    public decimal? MaalerStroem { get; init; }

    public string? Merknader { get; init; }

    public required string FoertAv { get; init; }
}

/// <summary>In or out.</summary>
public enum Protokollslag
{
    Innflytting,
    Utflytting,
}
