using Refit;

namespace Boligsosial.Client;

/// <summary>Finansiering, through the gateway. Refusals are as <see cref="IBoligregisterApi"/> tells.</summary>
public interface IFinansieringApi
{
    /// <summary>
    /// What bostøtte one household would get in one month, by the rates of the month, with every step explained. An estimate: Husbanken decides.
    /// Nothing of it is kept.
    /// </summary>
    /// <param name="husstand">The household; name nobody.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Post("/api/v1/finansiering/bostoette/beregning")]
    Task<Bostoetteberegning> BeregnBostoette([Body] Bostoettehusstand husstand, CancellationToken cancellationToken = default);
}
