using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>They have a right to temporary housing (sosialtjenesteloven § 27). That no place is found changes nothing in it: then it is an avvik.</summary>
internal static class InnvilgBotilbud
{
    /// <summary>A vedtak.</summary>
    /// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
    /// <param name="BarnetsBeste">How regard was had to what is best for the children, when there are any.</param>
    /// <param name="Tidspunkt">When; now when left out.</param>
    /// <param name="KommetFram">The day the notice came, when it is known.</param>
    public sealed record Request(string? Begrunnelse, string? BarnetsBeste, DateTimeOffset? Tidspunkt, DateOnly? KommetFram);

    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapPost("/innvilgelse", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(InnvilgBotilbud))
        .WithSummary("Innvilg midlertidig botilbud")
        .WithDescription(
            "Enkeltvedtak etter sosialtjenesteloven § 27. Klage: tre uker, til statsforvalteren. "
            + "Koder: ugyldig (400), finnes-ikke (404), henvendelse-feil-status (409), barnets-beste-mangler, dato-for-tidlig, dato-i-framtiden, underretning-feil-dato (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("begrunnelse", request.Begrunnelse), .. Fritekst.Kontroller("barnetsBeste", request.BarnetsBeste)];
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var tidspunkt = (request.Tidspunkt ?? tid.GetUtcNow()).ToUniversalTime();
        return await db.EndreHenvendelse(id, null, bruker, logg, http, (henvendelse, _) =>
            henvendelse.Kontroller(tidspunkt, request.KommetFram, request.BarnetsBeste, tid.GetUtcNow())
            ?? henvendelse.Avgjoer(henvendelse.NyttVedtak(Vedtaksutfall.Innvilget, tidspunkt, request.KommetFram, request.Begrunnelse!, request.BarnetsBeste, profil, bruker)).Nei());
    }
}
