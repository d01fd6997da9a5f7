using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>A refusal, on one of the few grounds that there are.</summary>
internal static class AvslaaBotilbud
{
    /// <summary>A vedtak.</summary>
    /// <param name="Grunn">«har-forsvarlig-sted», «klarer-det-selv» or «takket-nei-til-forsvarlig-tilbud»; the others are no grounds and are refused.</param>
    /// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
    /// <param name="BarnetsBeste">How regard was had to what is best for the children, when there are any.</param>
    /// <param name="Tidspunkt">When; now when left out.</param>
    /// <param name="KommetFram">The day the notice came, when it is known.</param>
    public sealed record Request([property: Required] Avslagsgrunn? Grunn, string? Begrunnelse, string? BarnetsBeste, DateTimeOffset? Tidspunkt, DateOnly? KommetFram);

    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapPost("/avslag", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(AvslaaBotilbud))
        .WithSummary("Avslå midlertidig botilbud")
        .WithDescription(
            "At en annen kommune kan ha ansvaret, at papirer mangler, at de ikke har søkt selv, eller hvorfor de er uten sted å sove, er ingen grunn. Klage: tre uker, til statsforvalteren. "
            + "Koder: ugyldig (400), finnes-ikke (404), henvendelse-feil-status, opphold-loeper (409), barnets-beste-mangler, dato-for-tidlig, dato-i-framtiden, ulovlig-avslagsgrunn, underretning-feil-dato (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("begrunnelse", request.Begrunnelse), .. Fritekst.Kontroller("barnetsBeste", request.BarnetsBeste)];
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (Avslagsgrunner.Kontroller(request.Grunn!.Value) is { } ulovlig)
            return Problem.From(ulovlig);

        var tidspunkt = (request.Tidspunkt ?? tid.GetUtcNow()).ToUniversalTime();
        return await db.EndreHenvendelse(id, null, bruker, logg, http, async (henvendelse, _) =>
            await db.IngenOppholdLoeper(id, http.RequestAborted)
            ?? henvendelse.Kontroller(tidspunkt, request.KommetFram, request.BarnetsBeste, tid.GetUtcNow())
            ?? henvendelse.Avgjoer(henvendelse.NyttVedtak(Vedtaksutfall.Avslag, tidspunkt, request.KommetFram, request.Begrunnelse!, request.BarnetsBeste, profil, bruker, request.Grunn)).Nei());
    }
}
