namespace Boligsosial.Boligregister.Husleie;

/// <summary>How the rent of a lease is paid.</summary>
public enum Betalingsform
{
    /// <summary>The tenants pay an invoice; where nothing else is said.</summary>
    Faktura,

    /// <summary>By an authority that the tenant has given the bank.</summary>
    Avtalegiro,

    /// <summary>Withheld by NAV or an employer and paid for the tenant.</summary>
    FastTrekk,

    /// <summary>NAV manages the tenant's money, by agreement with the tenant.</summary>
    FrivilligForvaltning,
}
