using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>The applicant withdraws it.</summary>
internal static class TrekkSoeknad
{
    /// <summary>The withdrawal.</summary>
    /// <param name="Dato">The day it came; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/trekking", Handle)
        .Krever(Tilganger.RegistrerSoeknader)
        .WithName(nameof(TrekkSoeknad))
        .WithSummary("Trekk en søknad")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            if (soeknad.Trekk(dato) is { } nei)
                return nei.Nei();
            db.Publish(new SoeknadAvsluttet(soeknad.Id, "trukket", dato));
            return null;
        });
}
