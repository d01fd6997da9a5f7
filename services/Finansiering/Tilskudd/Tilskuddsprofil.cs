using System.ComponentModel.DataAnnotations;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Tilskudd.Regler;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>
/// What a municipality chooses for tilskudd: the law gives it the power to grant and leaves how much, how the need is tested and how long a grant holds to the municipality
/// (bustøttelova §§ 14 and 15, LOV-2012-08-24-64).
/// </summary>
public sealed class Tilskuddsprofil : Vedtaksprofil
{
    public Typeprofil Etablering { get; init; } = new();

    public Typeprofil Tilpasning { get; init; } = new();

    /// <summary>Whether tilpasning is tested against what the household can pay itself, as § 15 lets the municipality choose. Our default: it is.</summary>
    public bool BehovsproevTilpasning { get; init; } = true;

    /// <summary>Months in which a grant is to be used; then a person looks at it. Our default: no source says how long.</summary>
    [Range(1, 60)]
    public int BrukesInnenMaaneder { get; init; } = 12;

    /// <summary>Whether what is left of a year's bevilgning goes on to the next, when who sets the next does not say. Our default: Stjørdal has paid more than the year's frame in most years.</summary>
    public bool OverfoerUbrukt { get; init; } = true;

    /// <summary>What is chosen for a kind.</summary>
    public Typeprofil For(Tilskuddstype type) => type == Tilskuddstype.Etablering ? Etablering : Tilpasning;

    /// <summary>What is chosen for each kind of tilskudd.</summary>
    public sealed class Typeprofil
    {
        /// <summary>Kinds of what an applicant shows.</summary>
        public string[] Dokumentasjon { get; init; } = [];

        /// <summary>Kroner that a grant as a main rule is at most, never absolutely. Null: the municipality has no such rule.</summary>
        [Range(typeof(decimal), "1", "100000000")]
        public decimal? HovedregelMaks { get; init; }
    }
}
