using System.ComponentModel.DataAnnotations;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>
/// What a municipality chooses for rent and arrears. The plans say little of it (Stjørdal's: written off in the accounts
/// after three years, collected on); where they are silent the default stands until the municipality says otherwise.
/// </summary>
public sealed class Husleieprofil
{
    /// <summary>The day of the month on which its rent falls due; within the month, so that nobody pays more than a month ahead (husleieloven § 3-2).</summary>
    [Range(1, 28)]
    public int Forfallsdag { get; init; } = 1;

    /// <summary>A krav falls due at the earliest so many days after it was made.</summary>
    [Range(0, 60)]
    public int Betalingsfrist { get; init; } = 14;

    /// <summary>Purring can be sent so many days after the due date.</summary>
    [Range(1, 90)]
    public int PurringEtter { get; init; } = 14;

    /// <summary>Days that a purring gives, before the varsel of fravikelse.</summary>
    [Range(0, 90)]
    public int Purrefrist { get; init; } = 14;

    /// <summary>A betalingsavtale is broken when so many days have passed since an instalment, or rent, was to be paid.</summary>
    [Range(0, 60)]
    public int Avtalenaade { get; init; } = 7;

    /// <summary>The ladder stands still so many days after NAV has decided to pay what is owed.</summary>
    [Range(0, 180)]
    public int DekningVentes { get; init; } = 30;

    /// <summary>Written off in the accounts so many years after the due date; null: never.</summary>
    [Range(1, 20)]
    public int? AvskrivesEtterAar { get; init; } = 3;
}
