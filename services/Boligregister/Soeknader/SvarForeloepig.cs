using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>The applicant is told that it takes more than a month (forvaltningsloven § 11 a).</summary>
internal static class SvarForeloepig
{
    /// <summary>The answer.</summary>
    /// <param name="Dato">The day it was sent; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/foreloepig-svar", Handle)
        .Krever(Tilganger.RegistrerSoeknader)
        .WithName(nameof(SvarForeloepig))
        .WithSummary("Registrer at foreløpig svar er sendt")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), foreloepig-svar-sendt, soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) => soeknad.SvarForeloepig(dato).Nei());
}
