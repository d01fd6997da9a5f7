using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A refusal by somebody with fullmakt, on one of the grounds that there are.</summary>
internal static class AvslaaStartlaan
{
    /// <summary>A vedtak.</summary>
    /// <param name="Grunn">From Husbankens list.</param>
    /// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
    /// <param name="BarnetsBeste">How regard was had to what is best for the children, when there are any.</param>
    /// <param name="Unntaksvurdering">Why no exception is made, when the ground is the municipality's own rules.</param>
    /// <param name="Dato">The day; today when left out.</param>
    /// <param name="KommetFram">The day the notice came, when it is known.</param>
    public sealed record Request([property: Required] Avslagsgrunn? Grunn, string? Begrunnelse, string? BarnetsBeste, string? Unntaksvurdering, DateOnly? Dato, DateOnly? KommetFram);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/avslag", Handle)
        .Krever(Tilganger.AvgjoerStartlaan)
        .WithName(nameof(AvslaaStartlaan))
        .WithSummary("Avslå en søknad om startlån")
        .WithDescription(
            "Av en annen enn den som innstilte. Klage: tre uker, til kommunal klagenemnd. Koder: ugyldig (400), egen-innstilling, fullmakt-mangler (403), finnes-ikke (404), soeknad-feil-status (409), "
            + "barnets-beste-mangler, dato-for-tidlig, dato-i-framtiden, innstilling-annet-utfall, underretning-feil-dato, unntak-ikke-vurdert (422).")
        .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, FinansieringDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil =
        [
            .. Fritekst.Kreves("begrunnelse", request.Begrunnelse),
            .. Fritekst.Kontroller("barnetsBeste", request.BarnetsBeste),
            .. Fritekst.Kontroller("unntaksvurdering", request.Unntaksvurdering),
        ];
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreStartlaan(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            if (soeknad.Kontroller(Vedtaksutfall.Avslag, dato, request.BarnetsBeste, request.KommetFram, profil.Startlaan, bruker) is { } nei)
                return nei;
            if (Vedtakskontroll.Unntak(request.Grunn!.Value, request.Unntaksvurdering) is { } regel)
                return Problem.From(regel);
            return soeknad.Avgjoer(
                soeknad.NyttVedtak(Vedtaksutfall.Avslag, dato, request.KommetFram, request.Begrunnelse!, request.BarnetsBeste, profil.Startlaan, bruker, null, request.Grunn, request.Unntaksvurdering), null).Nei();
        });
    }
}
