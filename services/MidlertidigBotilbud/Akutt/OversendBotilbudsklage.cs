using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>NAV stands by its vedtak and sends the klage to statsforvalteren (sosialtjenesteloven § 47, forvaltningsloven § 33).</summary>
internal static class OversendBotilbudsklage
{
    /// <summary>The klage is sent on.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapPost("/klage/oversendelse", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(OversendBotilbudsklage))
        .WithSummary("Send klagen til statsforvalteren")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), ingen-klage, ingen-vedtak, klage-avgjort, klage-oversendt (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreHenvendelse(id, request.Dato, bruker, logg, http, (henvendelse, dato) => henvendelse.SisteVedtak switch
        {
            null => Henvendelsesak.IngenVedtak,
            var vedtak when vedtak.KontrollerOversendelse(dato) is { } regel => Problem.From(regel),
            var vedtak => vedtak.Oversend(dato).Nei(),
        });
}
