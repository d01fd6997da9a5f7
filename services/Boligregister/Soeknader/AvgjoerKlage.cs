using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>What the klageinstans came to (forvaltningsloven § 34): the vedtak stands, is changed, or is void and to be made anew.</summary>
internal static class AvgjoerKlage
{
    /// <summary>The outcome.</summary>
    /// <param name="Utfall">What the klageinstans came to.</param>
    /// <param name="Vedtak">Its vedtak, when it changed the municipality's to a grant.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Klageutfall? Utfall, InnvilgSoeknad.Request? Vedtak, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/klage/utfall", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(AvgjoerKlage))
        .WithSummary("Registrer hva klageinstansen kom til")
        .WithDescription(
            "Omgjort: med vedtaket som innvilger. Opphevet: søknaden skal avgjøres på nytt. Koder: ugyldig (400), finnes-ikke (404), ingen-klage, ingen-vedtak, klage-avgjort, "
            + "klage-ikke-oversendt, soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden, grunnlag-mangler, underretning-feil-dato (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Feil(request, profil).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            if (soeknad.SisteVedtak is not { } klaget)
                return Soeknadsendring.IngenVedtak;
            if (klaget.IkkeOversendt() is { } hosOss)
                return hosOss.Nei();
            if ((klaget.KontrollerUtfall(dato) ?? (request.Vedtak is { } nytt ? InnvilgSoeknad.Vedtakskontroll(nytt, soeknad, dato) : null)) is { } regel)
                return Problem.From(regel);
            return Avgjoer(request, db, soeknad, dato, profil.Soeknad, bruker).Nei();
        });
    }

    private static IEnumerable<Avvisning> Feil(Request request, Kommuneprofil profil)
    {
        if (request.Utfall == Klageutfall.Omgjort && request.Vedtak is null)
            return [new("mangler", "Må oppgis når vedtaket er omgjort.", Felt: "vedtak")];
        return request is { Vedtak: { } vedtak, Utfall: Klageutfall.Omgjort } ? InnvilgSoeknad.Feil(vedtak, profil) : [];
    }

    private static Avvisning? Avgjoer(Request request, BoligregisterDb db, Soeknad soeknad, DateOnly dato, Soeknadsprofil profil, Bruker bruker)
    {
        var gyldigTil = Soeknadsfrister.GyldigTil(dato, profil.GyldigMaaneder);
        if (request.Utfall == Klageutfall.Omgjort)
        {
            if (soeknad.Omgjoer(InnvilgSoeknad.Vedtak(request.Vedtak!, soeknad, dato, profil, bruker), request.Vedtak!.Grupper ?? [], gyldigTil) is { } nei)
                return nei;
            db.FortellVedtak(soeknad, dato);
            return null;
        }

        if (request.Utfall == Klageutfall.Stadfestet)
            return soeknad.SisteVedtak!.AvgjoerKlage(Klageutfall.Stadfestet, dato);
        if (soeknad.Opphev(dato, gyldigTil) is { } avvist)
            return avvist;
        db.Publish(new SoeknadGjenaapnet(soeknad.Id, dato));
        return null;
    }
}
