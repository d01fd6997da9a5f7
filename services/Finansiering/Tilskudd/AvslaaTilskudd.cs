using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>A refusal by somebody with fullmakt, on one of the grounds that there are.</summary>
internal static class AvslaaTilskudd
{
    /// <summary>A vedtak.</summary>
    /// <param name="Grunn">The ground.</param>
    /// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
    /// <param name="BarnetsBeste">How regard was had to what is best for the children, when there are any.</param>
    /// <param name="Dato">The day; today when left out.</param>
    /// <param name="KommetFram">The day the notice came, when it is known.</param>
    public sealed record Request([property: Required] Tilskuddsavslag? Grunn, string? Begrunnelse, string? BarnetsBeste, DateOnly? Dato, DateOnly? KommetFram);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/avslag", Handle)
        .Krever(Tilganger.AvgjoerTilskudd)
        .WithName(nameof(AvslaaTilskudd))
        .WithSummary("Avslå en søknad om tilskudd")
        .WithDescription(
            "Av en annen enn den som innstilte. Klage: tre uker, til kommunal klagenemnd. Koder: ugyldig (400), egen-innstilling, fullmakt-mangler (403), finnes-ikke (404), soeknad-feil-status (409), "
            + "barnets-beste-mangler, dato-for-tidlig, dato-i-framtiden, innstilling-annet-utfall, underretning-feil-dato (422).")
        .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, FinansieringDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("begrunnelse", request.Begrunnelse), .. Fritekst.Kontroller("barnetsBeste", request.BarnetsBeste)];
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreTilskudd(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            if (soeknad.Kontroller(Vedtaksutfall.Avslag, dato, request.BarnetsBeste, request.KommetFram, profil.Tilskudd, bruker) is { } nei)
                return nei;
            var dekning = soeknad.Finansiert(0, await db.Startlaan(soeknad.StartlaanId, dato, http.RequestAborted));
            return soeknad.Avgjoer(soeknad.NyttVedtak(Vedtaksutfall.Avslag, dato, request.KommetFram, request.Begrunnelse!, request.BarnetsBeste, profil.Tilskudd, bruker, dekning, request.Grunn), null).Nei();
        });
    }
}
