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

    /// <summary>How large a startlån a household can carry, what it costs and what would change the answer, for several ways in one call. Nothing of it is kept.</summary>
    /// <param name="spoersmaal">The household and the ways; name nobody.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Post("/api/v1/finansiering/startlaan/beregning")]
    Task<Startlaanberegning> BeregnStartlaan([Body] Startlaanspoersmaal spoersmaal, CancellationToken cancellationToken = default);

    /// <summary>Registers an application for startlån. Answers 201, with the version in <c>ETag</c>.</summary>
    /// <param name="soeknad">The application; the applicants are registered for the caller's unit.</param>
    /// <param name="idempotencyKey">Names this attempt, as for <see cref="IBoligregisterApi.RegistrerBolig"/>.</param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the registration.</param>
    [Post("/api/v1/finansiering/startlaan/soeknader")]
    Task<ApiResponse<Startlaansoeknad>> RegistrerStartlaansoeknad([Body] StartlaansoeknadInn soeknad, [Header("Idempotency-Key")] string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>One application, with vedtak and bevis.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/finansiering/startlaan/soeknader/{id}")]
    Task<ApiResponse<Startlaansoeknad>> HentStartlaansoeknad(Guid id, CancellationToken cancellationToken = default);

    /// <summary>The applications of the caller's unit that meet every condition, a page at a time.</summary>
    /// <param name="filter">The conditions and the page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/finansiering/startlaan/soeknader")]
    Task<Side<Startlaansoeknad>> SoekStartlaansoeknader([Query] Startlaanfilter filter, CancellationToken cancellationToken = default);

    /// <summary>A grant: money is bound in the year's frame. 403 for the one who prepared it, 409 where the frame is used up.</summary>
    /// <param name="id">The application, prepared for it.</param>
    /// <param name="vedtak">The vedtak.</param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the vedtak.</param>
    [Post("/api/v1/finansiering/startlaan/soeknader/{id}/innvilgelse")]
    Task<ApiResponse<Startlaansoeknad>> InnvilgStartlaan(Guid id, [Body] Startlaaninnvilgelse vedtak, CancellationToken cancellationToken = default);

    /// <summary>A refusal, on one of the grounds that there are. 403 for the one who prepared it.</summary>
    /// <param name="id">The application, prepared for it.</param>
    /// <param name="vedtak">The vedtak.</param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the vedtak.</param>
    [Post("/api/v1/finansiering/startlaan/soeknader/{id}/avslag")]
    Task<ApiResponse<Startlaansoeknad>> AvslaaStartlaan(Guid id, [Body] Startlaanavslag vedtak, CancellationToken cancellationToken = default);

    /// <summary>Registers an application for tilskudd. Answers 201, with the version in <c>ETag</c>.</summary>
    /// <param name="soeknad">The application; the applicants are registered for the caller's unit.</param>
    /// <param name="idempotencyKey">Names this attempt, as for <see cref="IBoligregisterApi.RegistrerBolig"/>.</param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the registration.</param>
    [Post("/api/v1/finansiering/tilskudd/soeknader")]
    Task<ApiResponse<Tilskuddssoeknad>> RegistrerTilskuddssoeknad([Body] TilskuddssoeknadInn soeknad, [Header("Idempotency-Key")] string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>Prepares what another person decides. 422 <c>vilkaar-ikke-vurdert</c> where a grant is proposed and the rules leave a condition that nobody has judged.</summary>
    /// <param name="id">The application.</param>
    /// <param name="innstilling">What should be decided, and what was made of the conditions.</param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the innstilling.</param>
    [Post("/api/v1/finansiering/tilskudd/soeknader/{id}/innstilling")]
    Task<ApiResponse<Tilskuddssoeknad>> InnstillTilskudd(Guid id, [Body] Tilskuddsinnstilling innstilling, CancellationToken cancellationToken = default);

    /// <summary>A grant: money is bound in the year's bevilgning. 403 for the one who prepared it, 409 where there is no more.</summary>
    /// <param name="id">The application, prepared for it.</param>
    /// <param name="vedtak">The vedtak.</param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the vedtak.</param>
    [Post("/api/v1/finansiering/tilskudd/soeknader/{id}/innvilgelse")]
    Task<ApiResponse<Tilskuddssoeknad>> InnvilgTilskudd(Guid id, [Body] Tilskuddsinnvilgelse vedtak, CancellationToken cancellationToken = default);

    /// <summary>The loans of the caller's unit that meet every condition, a page at a time, each by its last saldo.</summary>
    /// <param name="filter">The conditions and the page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/finansiering/startlaan/laan")]
    Task<Side<Startlaanslaan>> SoekLaan([Query] Laanefilter filter, CancellationToken cancellationToken = default);

    /// <summary>Registers an application for bostøtte, to be followed; Husbanken decides it. 409 when the applicant has one that is followed.</summary>
    /// <param name="sak">The application.</param>
    /// <param name="idempotencyKey">Names this attempt, as for <see cref="IBoligregisterApi.RegistrerBolig"/>.</param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the registration.</param>
    [Post("/api/v1/finansiering/bostoette/saker")]
    Task<ApiResponse<Bostoettesak>> RegistrerBostoettesak([Body] BostoettesakInn sak, [Header("Idempotency-Key")] string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>One case, with what Husbanken decided month by month.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/finansiering/bostoette/saker/{id}")]
    Task<ApiResponse<Bostoettesak>> HentBostoettesak(Guid id, CancellationToken cancellationToken = default);

    /// <summary>The cases of the caller's unit that meet every condition, a page at a time.</summary>
    /// <param name="filter">The conditions and the page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/finansiering/bostoette/saker")]
    Task<Side<Bostoettesak>> SoekBostoettesaker([Query] Bostoettesakfilter filter, CancellationToken cancellationToken = default);

    /// <summary>Writes down Husbanken's vedtak for the next month of a case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="vedtak">The vedtak.</param>
    /// <param name="cancellationToken">Ends the waiting, not necessarily the registration.</param>
    [Post("/api/v1/finansiering/bostoette/saker/{id}/vedtak")]
    Task<ApiResponse<Bostoettesak>> RegistrerBostoettevedtak(Guid id, [Body] BostoettevedtakInn vedtak, CancellationToken cancellationToken = default);

    /// <summary>What came of startlån in a period, computed from the cases.</summary>
    /// <param name="periode">The period.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/finansiering/startlaan/statistikk")]
    Task<Startlaanstatistikk> HentStartlaanstatistikk([Query] Statistikkperiode periode, CancellationToken cancellationToken = default);

    /// <summary>What came of bostøtte in a period, computed from the cases.</summary>
    /// <param name="periode">The period.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [Get("/api/v1/finansiering/bostoette/statistikk")]
    Task<Bostoettestatistikk> HentBostoettestatistikk([Query] Statistikkperiode periode, CancellationToken cancellationToken = default);
}
