using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>
/// The rates of forskrift om bustøtte (FOR-2012-11-29-1283) through time. Each amendment is a set of its own, in force from its day until the next;
/// what it does not change is as it was. A month is computed with the rates of its first day (§ 10).
/// </summary>
public static class Satshistorikk
{
    /// <summary>New rates come every 1 June. What is computed later than the last set could know of is a guess, and is not computed.</summary>
    private static readonly DateOnly NesteRegulering = new(2027, 6, 1);

    private static readonly Satser Juni2023 = new()
    {
        Fra = new(2023, 6, 1),
        Kilde = "FOR-2023-05-30-753 og FOR-2024-01-04-35",
        MinsteEgendel = 23_949,
        Grense1 = 118_072,
        Grense2 = 207_909,
        Grense2UngUfoer = 259_245,
        Grense1Alder = 127_816,
        Grense2Alder = 219_867,
        // § 4 fourth paragraph: 0.12 from 1 June 2022 to 31 March 2024, prolonged four times.
        Progresjon = new(0.0012m, 1_283),
        Tak = [78_237, 97_404, 108_263, 119_124, 129_983],
        Kommunetillegg = [0, 24_900, 16_978, 11_319],
        Spesialtilpasset = 5_093,
        Driftsutgift = 13_582,
        Oppvarming = 6_791,
        OppvarmingBarePensjonister = true,
        FribeloepKapitalinntekt = 6_205,
        FribeloepFormue = 310_208,
        TakFormuesverdi = 651_436,
        MinsteUtbetaling = 56,
    };

    private static readonly Satser April2024 = Juni2023 with
    {
        Fra = new(2024, 4, 1),
        Kilde = "FOR-2023-05-30-753",
        Progresjon = new(0.0027m, 1_283),
    };

    private static readonly Satser Juni2024 = new()
    {
        Fra = new(2024, 6, 1),
        Kilde = "FOR-2024-05-28-859",
        MinsteEgendel = 25_075,
        Grense1 = 123_621,
        Grense2 = 217_681,
        Grense2UngUfoer = 271_430,
        Grense1Alder = 133_823,
        Grense2Alder = 230_201,
        Progresjon = new(0.0027m, 1_343),
        Tak = [81_523, 101_495, 112_810, 124_127, 135_442],
        Kommunetillegg = [0, 25_946, 17_691, 11_794],
        Spesialtilpasset = 5_307,
        Driftsutgift = 14_152,
        Oppvarming = 7_076,
        OppvarmingBarePensjonister = true,
        FribeloepKapitalinntekt = 6_497,
        FribeloepFormue = 324_788,
        TakFormuesverdi = 682_053,
        MinsteUtbetaling = 59,
    };

    private static readonly Satser Juli2024 = Juni2024 with
    {
        Fra = new(2024, 7, 1),
        Kilde = "FOR-2024-06-28-1393",
        Grense1 = 129_698,
        Grense2 = 231_424,
        Grense2UngUfoer = 279_088,
        Grense1Alder = 139_900,
        Grense2Alder = 242_119,
        Progresjon = null,
        Tak = [85_523, 105_495, 116_810, 128_127, 139_442],
    };

    private static readonly Satser September2024 = Juli2024 with
    {
        Fra = new(2024, 9, 1),
        Kilde = "FOR-2024-08-28-2046",
        OppvarmingBarePensjonister = false,
    };

    private static readonly Satser Juni2025 = new()
    {
        Fra = new(2025, 6, 1),
        Kilde = "FOR-2025-05-27-902",
        MinsteEgendel = 25_752,
        Grense1 = 133_200,
        Grense2 = 237_672,
        Grense2UngUfoer = 286_623,
        Grense1Alder = 143_677,
        Grense2Alder = 248_656,
        Tak = [89_029, 109_820, 121_599, 133_380, 145_159],
        Kommunetillegg = [0, 27_010, 18_416, 12_278],
        Spesialtilpasset = 5_525,
        Driftsutgift = 14_732,
        Oppvarming = 7_366,
        FribeloepKapitalinntekt = 6_672,
        FribeloepFormue = 333_557,
        TakFormuesverdi = 700_468,
        MinsteUtbetaling = 61,
    };

    private static readonly Satser Juni2026 = new()
    {
        Fra = new(2026, 6, 1),
        Kilde = "FOR-2026-05-26-940",
        MinsteEgendel = 26_576,
        Grense1 = 137_462,
        Grense2 = 245_278,
        Grense2UngUfoer = 295_795,
        Grense1Alder = 148_275,
        Grense2Alder = 256_613,
        Tak = [92_234, 113_774, 125_977, 138_182, 150_385],
        Kommunetillegg = [0, 27_982, 19_079, 12_720],
        Spesialtilpasset = 5_724,
        Driftsutgift = 15_262,
        Oppvarming = 7_631,
        FribeloepKapitalinntekt = 6_886,
        FribeloepFormue = 344_231,
        TakFormuesverdi = 722_883,
        MinsteUtbetaling = 63,
    };

    /// <summary>All sets, oldest first.</summary>
    public static IReadOnlyList<Satser> Alle { get; } = [Juni2023, April2024, Juni2024, Juli2024, September2024, Juni2025, Juni2026];

    /// <summary>Those of the month that the day is in; null where none are known.</summary>
    public static Satser? For(DateOnly dato)
    {
        if (dato >= NesteRegulering)
            return null;
        for (var nr = Alle.Count - 1; nr >= 0; nr--)
        {
            if (Alle[nr].Fra <= new DateOnly(dato.Year, dato.Month, 1))
                return Alle[nr];
        }

        return null;
    }

    /// <summary>Why there are none.</summary>
    public static Avvisning Mangler(DateOnly dato, string felt) => dato >= NesteRegulering
        ? new("satser-ikke-fastsatt", $"Satsene fra {NesteRegulering:yyyy-MM-dd} er ikke fastsatt ennå; de reguleres hvert år 1. juni.", new("forskrift om bustøtte", "§ 4", NesteRegulering), felt)
        : new("satser-mangler", $"De eldste satsene gjelder fra {Alle[0].Fra:yyyy-MM-dd}; {dato:yyyy-MM-dd} er før det.", new("forskrift om bustøtte", "§ 4", Alle[0].Fra), felt);
}
