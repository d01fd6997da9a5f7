namespace Boligsosial.Client;

/// <summary>What an import did.</summary>
/// <param name="Lest">Lines read, the heading not counted.</param>
/// <param name="Opprettet">Dwellings added.</param>
/// <param name="Oppdatert">Dwellings changed.</param>
/// <param name="Uendret">Dwellings that were already as the line says.</param>
/// <param name="Avvist">The lines that were rejected, and why.</param>
public record Importrapport(
    int Lest,
    int Opprettet,
    int Oppdatert,
    int Uendret,
    IReadOnlyList<AvvistLinje> Avvist);

/// <summary>Why a line was rejected.</summary>
/// <param name="Linje">Line number in the file; the heading is 1.</param>
/// <param name="Kolonne">The column's heading; null when it concerns the whole line.</param>
/// <param name="Kode">The reason, for programs.</param>
/// <param name="Melding">The reason, for people, in Norwegian.</param>
public record AvvistLinje(int Linje, string? Kolonne, string Kode, string Melding);
