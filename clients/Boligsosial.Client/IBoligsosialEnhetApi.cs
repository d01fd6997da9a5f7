using Refit;

namespace Boligsosial.Client;

/// <summary>
/// The municipality's overview, kept by boligsosial enhet, through the gateway. Refusals are as
/// <see cref="IBoligregisterApi"/> tells.
/// </summary>
public interface IBoligsosialEnhetApi
{
    /// <summary>
    /// How many dwellings of each kind there are, on a day and day by day until it (boligsosialloven § 5). Counted from what
    /// the dwelling register tells, some seconds after it: <see cref="Boligmasse.SistOppdatert"/> says how new it is.
    /// </summary>
    /// <param name="filter">Which dwellings and days; an empty filter is all there are today, and the 30 days before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/boligsosial-enhet/oversikt/boligmasse")]
    Task<Boligmasse> HentBoligmasse([Query] Boligmassefilter filter, CancellationToken cancellationToken = default);

    /// <summary>
    /// Applications, leases and fravikelser in numbers: on a day, day by day until it, and what happened meanwhile. Counted by the
    /// day that something happened, so that what is registered afterwards changes the figures of days gone by.
    /// </summary>
    /// <param name="filter">Which days; an empty filter is today, and the 30 days before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/boligsosial-enhet/oversikt/utleie")]
    Task<Utleie> HentUtleie([Query] Utleiefilter filter, CancellationToken cancellationToken = default);
}
