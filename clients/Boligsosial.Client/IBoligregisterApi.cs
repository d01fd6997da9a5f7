using Refit;

namespace Boligsosial.Client;

/// <summary>
/// The municipality's dwelling register (boligregister), through the gateway.
/// </summary>
/// <remarks>
/// <para>Rents are kroner per month, areas m². Dates are ISO 8601; a period includes its first day, not its last.</para>
/// <para>
/// A refusal is problem details (RFC 7807) whose <c>type</c> is <c>urn:boligsosial:&lt;kode&gt;</c>: 400 for a request
/// that does not validate (<c>errors</c> names the fields), 404 for an unknown id, 409 for a state that forbids it,
/// 412 for an <c>If-Match</c> that is out of date, 422 for a rule, 429 with <c>Retry-After</c> for too many requests,
/// 502, 503 and 504 when the service is out of reach. Methods that return <see cref="ApiResponse{T}"/> put it in
/// <see cref="ApiResponse{T}.Error"/>; the others throw it as <see cref="ApiException"/>.
/// </para>
/// </remarks>
public interface IBoligregisterApi
{
    /// <summary>Registers a dwelling. Answers 201, with the version in <c>ETag</c>.</summary>
    /// <param name="bolig">The dwelling.</param>
    /// <param name="idempotencyKey">
    /// Any text of the caller's that names this attempt. Within 24 hours the same key and body give the same answer
    /// without a second dwelling; the same key with another body is 422.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the registration.</param>
    [Post("/api/v1/boligregister/boliger")]
    Task<ApiResponse<Bolig>> RegistrerBolig(
        [Body] BoligInn bolig,
        [Header("Idempotency-Key")] string idempotencyKey,
        CancellationToken cancellationToken = default);

    /// <summary>Replaces what is registered about a dwelling. Answers 200, with the new version in <c>ETag</c>.</summary>
    /// <param name="id">The register's id of the dwelling.</param>
    /// <param name="bolig">The whole dwelling as it shall be; what is left out is removed.</param>
    /// <param name="ifMatch">The <c>ETag</c>, quotes included, that the change builds on; 412 when another came between.</param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the change.</param>
    [Put("/api/v1/boligregister/boliger/{id}")]
    Task<ApiResponse<Bolig>> EndreBolig(
        Guid id,
        [Body] BoligInn bolig,
        [Header("If-Match")] string ifMatch,
        CancellationToken cancellationToken = default);

    /// <summary>One dwelling with its status history. The version is in <c>ETag</c>.</summary>
    /// <param name="id">The register's id of the dwelling.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/boligregister/boliger/{id}")]
    Task<ApiResponse<Bolig>> HentBolig(Guid id, CancellationToken cancellationToken = default);

    /// <summary>The dwellings that meet every condition of the filter, a page at a time, in a fixed order.</summary>
    /// <param name="filter">The conditions and the page; an empty filter is the whole register.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/boligregister/boliger")]
    Task<Side<Bolig>> SoekBoliger([Query] Boligfilter filter, CancellationToken cancellationToken = default);

    /// <summary>How many dwellings there are, by the groups asked for.</summary>
    /// <param name="grupper">
    /// Any of <c>omraade</c>, <c>kategori</c>, <c>status</c>; sent comma-separated. None: the total only.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/boligregister/boliger/antall")]
    Task<Boligantall> TellBoliger(
        [Query(CollectionFormat.Csv)] IReadOnlyCollection<string>? grupper = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Adds and updates dwellings from CSV in Kobo's columns, <c>;</c> or <c>,</c> between them, in UTF-8 or ISO-8859-1.
    /// A line updates the dwelling with the same leverandorBoligId, else the same matrikkel, bruksenhetsnummer and
    /// ekstraReferanse.
    /// </summary>
    /// <param name="csv">The file, sent as it is read; closed when the call ends.</param>
    /// <param name="modus">
    /// One of <see cref="Importmodus"/>. By default one bad line refuses the file: 422, nothing is written, and the
    /// report is read with <see cref="Boligregister.LesImportrapport"/>.
    /// </param>
    /// <param name="cancellationToken">Ends the upload; what is half sent is not written.</param>
    [Post("/api/v1/boligregister/boliger/import")]
    [Headers("Content-Type: text/csv")]
    Task<ApiResponse<Importrapport>> ImporterBoliger(
        [Body] Stream csv,
        string? modus = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// The whole register as CSV in the columns of <see cref="ImporterBoliger"/>, as it is read from the database.
    /// Importing it again changes nothing.
    /// </summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The text, which the caller disposes.</returns>
    [Get("/api/v1/boligregister/boliger/eksport")]
    Task<Stream> EksporterBoliger(CancellationToken cancellationToken = default);
}
