using Refit;

namespace Boligsosial.Client;

/// <summary>Midlertidig botilbud, through the gateway: a bed tonight. Refusals are as <see cref="IBoligregisterApi"/> tells.</summary>
public interface IMidlertidigBotilbudApi
{
    /// <summary>Somebody has no place to sleep. How many they are is all that must be said.</summary>
    /// <param name="henvendelse">Who and what they need.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Post("/api/v1/midlertidig-botilbud/henvendelser")]
    Task<Henvendelse> RegistrerHenvendelse([Body] NyHenvendelse henvendelse, CancellationToken cancellationToken = default);

    /// <summary>Which places suit and are free tonight, and why each of the others does not.</summary>
    /// <param name="id">The henvendelse.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/midlertidig-botilbud/henvendelser/{id}/plasser")]
    Task<Plasstilbud> FinnPlass(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Books a place; 409 <c>plass-opptatt</c> when somebody was first.</summary>
    /// <param name="bestilling">Whom, where and when.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Post("/api/v1/midlertidig-botilbud/opphold")]
    Task<Opphold> BestillPlass([Body] Plassbestilling bestilling, CancellationToken cancellationToken = default);
}
