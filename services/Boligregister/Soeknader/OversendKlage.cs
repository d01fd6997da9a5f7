using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>The municipality stands by its vedtak and sends the klage to the klageinstans (forvaltningsloven § 33).</summary>
internal static class OversendKlage
{
    /// <summary>The klage is sent on.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/klage/oversendelse", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(OversendKlage))
        .WithSummary("Send klagen til klageinstansen")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), ingen-klage, ingen-vedtak, klage-avgjort, klage-oversendt (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) => soeknad.SisteVedtak switch
        {
            null => Soeknadsendring.IngenVedtak,
            var vedtak when vedtak.KontrollerOversendelse(dato) is { } regel => Problem.From(regel),
            var vedtak => vedtak.Oversend(dato).Nei(),
        });
}
