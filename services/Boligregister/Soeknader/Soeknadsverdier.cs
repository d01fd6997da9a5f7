namespace Boligsosial.Boligregister.Soeknader;

/// <summary>What is applied for.</summary>
public enum Soeknadstype
{
    /// <summary>A dwelling, by somebody who does not live in a municipal one.</summary>
    Ny,

    /// <summary>Another dwelling than the one they rent.</summary>
    Bytte,

    /// <summary>To go on renting.</summary>
    Fornyelse,
}

/// <summary>How it came.</summary>
public enum Kanal
{
    Elektronisk,
    Papir,

    /// <summary>From another service of the municipality.</summary>
    Oversendt,
}

/// <summary>Where it stands. <c>Mottatt</c> and <c>Innvilget</c> are open: they lapse.</summary>
public enum Soeknadsstatus
{
    Mottatt,
    Innvilget,
    Avslag,
    Trukket,
    Utloept,
    Bosatt,
}

/// <summary>What a vedtak says.</summary>
public enum Vedtaksutfall
{
    Innvilget,
    Avslag,
}

/// <summary>
/// What the situation of an applicant may be; several may hold. <c>nibr-1</c> to <c>nibr-5</c> are NIBR's five situations of
/// those without a dwelling of their own (Ålesund's boligsosial plan 2025–2035, 1.2).
/// </summary>
internal static class Situasjoner
{
    public static readonly string[] UtenBolig = ["nibr-1", "nibr-2", "nibr-3", "nibr-4", "nibr-5"];

    public static readonly string[] Alle = [.. UtenBolig, "fare-for-aa-miste", "uegnet-bolig", "uegnet-bomiljoe"];
}
