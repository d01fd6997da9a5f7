namespace Boligsosial.Felles;

/// <summary>
/// The deadline for a klage: three weeks from the notice came (forvaltningsloven § 29, LOV-1967-02-10); after it a klage may
/// still be taken (§ 31), but not when more than a year has gone since the vedtak. A deadline that ends on a Saturday, a
/// Sunday or a holiday ends on the next working day (domstolloven § 149).
/// </summary>
public static class Klagefrist
{
    private const int Uker = 3;

    private static readonly Hjemmel Aarsfrist = new("forvaltningsloven", "§ 31", new(1970, 1, 1));

    /// <summary>The day the notice counts as come: the one that is known, else after <paramref name="postgangDager"/>.</summary>
    /// <param name="sendt">The day it was sent, or the electronic varsel was.</param>
    /// <param name="kommetFram">The day it came, when somebody knows.</param>
    /// <param name="regnesFra">Which law's rule.</param>
    /// <param name="postgangDager">Days that a letter is reckoned to take.</param>
    public static DateOnly Underrettet(DateOnly sendt, DateOnly? kommetFram, KlagefristRegnesFra regnesFra, int postgangDager) =>
        regnesFra == KlagefristRegnesFra.ElektroniskVarsel ? sendt : kommetFram ?? sendt.AddDays(postgangDager);

    /// <summary>A notice comes after the vedtak that it is about; half a year is our limit for a slip of the pen.</summary>
    public static Avvisning? KontrollerUnderretning(DateOnly? kommetFram, DateOnly vedtak) =>
        kommetFram < vedtak || kommetFram > vedtak.AddMonths(6)
            ? new("underretning-feil-dato", "Underretningen må ha kommet fram i løpet av et halvt år etter vedtaket.", Felt: "kommetFram")
            : null;

    /// <summary>The last day.</summary>
    public static DateOnly Av(DateOnly underrettet) => Virkedag.Fra(underrettet.AddDays(7 * Uker));

    /// <summary>A klage that comes more than a year after the vedtak cannot be taken at all.</summary>
    public static Avvisning? Kontroller(DateOnly mottatt, DateOnly vedtak) =>
        mottatt > vedtak.AddYears(1) ? new("klage-over-ett-aar", "Det er gått mer enn ett år siden vedtaket ble truffet; klagen kan ikke behandles.", Aarsfrist, "dato") : null;
}

/// <summary>From when the time for a klage runs; the new forvaltningslov (LOV-2025-06-20-81) is adopted but not in force.</summary>
public enum KlagefristRegnesFra
{
    /// <summary>Forvaltningsloven of 1967 § 29: when the notice has come.</summary>
    UnderretningKommetFram,

    /// <summary>Forvaltningsloven of 2025: when the electronic varsel was sent.</summary>
    ElektroniskVarsel,
}
