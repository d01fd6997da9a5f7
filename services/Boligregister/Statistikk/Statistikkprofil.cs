using System.ComponentModel.DataAnnotations;

namespace Boligsosial.Boligregister.Statistikk;

/// <summary>What a municipality chooses for statistics.</summary>
public sealed class Statistikkprofil
{
    /// <summary>Limits between bands of monthly rent, kroner; each band is half-open: [5000, 7000). Stjørdal's (T26) unless set.</summary>
    [MinLength(1)]
    public decimal[] Leiegrenser { get; init; } = [5000, 7000, 9000, 11000, 13000, 20000];

    /// <summary>To other systems, numbers of households from 1 to below this are left out, as IMDi does. 0: none are.</summary>
    [Range(0, 100)]
    public int SkjulUnder { get; init; } = 5;
}
