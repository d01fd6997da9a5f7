namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>A vedtak that another has taken the place of after a klage: as it was, with the klage over it.</summary>
public sealed class ErstattetVedtak
{
    public Guid SakId { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Maaned { get; init; }

    /// <summary>1 is the oldest of the month.</summary>
    public required int Nr { get; init; }

    public required string Kode { get; init; }

    public decimal? Beloep { get; init; }

    public required DateOnly Dato { get; init; }

    public required DateOnly Klagefrist { get; init; }

    public DateOnly? Utbetales { get; init; }

    public required DateOnly KlageMottatt { get; init; }

    public required string KlageGrunn { get; init; }

    public bool KlageForSent { get; init; }

    public Bostoetteklageutfall? HusbankensUtfall { get; init; }

    public Bostoetteklageutfall? NemndasUtfall { get; init; }

    public required DateOnly KlageAvgjort { get; init; }
}
