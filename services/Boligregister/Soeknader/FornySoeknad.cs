using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>The applicant confirms that it still holds, and says what is other than it was. The place in time is kept: it counts from the day it first came.</summary>
internal static class FornySoeknad
{
    /// <summary>The confirmation; what is left out is as it was.</summary>
    /// <param name="Dato">The day it came; today when left out.</param>
    /// <param name="Husstand">Who is going to live there.</param>
    /// <param name="Behov">What the dwelling must and had better be like.</param>
    /// <param name="InntektPerMaaned">Kroner a month, of the household.</param>
    public sealed record Request(DateOnly? Dato, Husstand? Husstand, Behov? Behov, [property: Range(0, 1_000_000)] decimal? InntektPerMaaned);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/fornyelse", Handle)
        .Krever(Tilganger.RegistrerSoeknader)
        .WithName(nameof(FornySoeknad))
        .WithSummary("Registrer at søkeren bekrefter søknaden")
        .WithDescription("Den gjelder på nytt fra bekreftelsen; ventetiden regnes fra den første dagen. Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil =
        [
            .. request.Husstand is { } husstand ? Soeknadskontroll.Kontroller(husstand) : [],
            .. request.Behov is { } behov ? Soeknadskontroll.Kontroller(behov) : [],
        ];
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            if (soeknad.Forny(dato, Soeknadsfrister.GyldigTil(dato, profil.Soeknad.GyldigMaaneder)) is { } nei)
                return nei.Nei();
            soeknad.Husstand = request.Husstand ?? soeknad.Husstand;
            soeknad.Behov = request.Behov ?? soeknad.Behov;
            soeknad.InntektPerMaaned = request.InntektPerMaaned ?? soeknad.InntektPerMaaned;
            return null;
        });
    }
}
