using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>
/// The municipality takes the klage and grants (forvaltningsloven § 33 second ledd). The application holds from then as long
/// as a new one: time that went by on the klage is not the applicant's loss.
/// </summary>
internal static class OmgjoerVedtak
{
    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/klage/omgjoering", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(OmgjoerVedtak))
        .WithSummary("Gi klageren medhold, og innvilg")
        .WithDescription(
            "Før klagen er oversendt. Koder: ugyldig (400), finnes-ikke (404), ingen-klage, ingen-vedtak, klage-avgjort, klage-oversendt, soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden, "
            + "grunnlag-mangler, underretning-feil-dato (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(
        Guid id, InnvilgSoeknad.Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = InnvilgSoeknad.Feil(request, profil).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            if (soeknad.SisteVedtak is not { } klaget)
                return Soeknadsendring.IngenVedtak;
            if ((Datokontroll.Kontroller(dato, dato, klaget.KlageMottatt) ?? InnvilgSoeknad.Vedtakskontroll(request, soeknad, dato)) is { } regel)
                return Problem.From(regel);
            if (klaget.KlageOversendt is not null)
                return new Felles.Avvisning("klage-oversendt", "Klagen ligger hos klageinstansen.").Nei();
            var vedtak = InnvilgSoeknad.Vedtak(request, soeknad, dato, profil.Soeknad, bruker);
            if (soeknad.Omgjoer(vedtak, request.Grupper ?? [], Soeknadsfrister.GyldigTil(dato, profil.Soeknad.GyldigMaaneder)) is { } nei)
                return nei.Nei();
            db.FortellVedtak(soeknad, dato);
            return null;
        });
    }
}
