using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>A vedtak that refuses, on one of the grounds that there are.</summary>
internal static class AvslaaSoeknad
{
    /// <summary>A vedtak.</summary>
    /// <param name="Grunn">From a closed list; rusfrihet and boevne are not on it.</param>
    /// <param name="Begrunnelse">The rules, the facts and what weighed most (forvaltningsloven § 25).</param>
    /// <param name="Hjemmel">What it is grounded on.</param>
    /// <param name="Situasjon">The situations that it finds to hold; as the applicant says when left out.</param>
    /// <param name="Dato">The day of the vedtak; today when left out.</param>
    /// <param name="KommetFram">The day the notice came, when it is known.</param>
    public sealed record Request(
        [property: Required] Avslagsgrunn? Grunn, string? Begrunnelse, string? Hjemmel, [property: MaxLength(20)] string[]? Situasjon, DateOnly? Dato, DateOnly? KommetFram);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/avslag", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(AvslaaSoeknad))
        .WithSummary("Avslå en søknad")
        .WithDescription(
            "Begrunnelse og hjemmel må oppgis, og grunnen er en av dem listen har: rusfrihet og boevne er ikke blant dem. Koder: ugyldig (400), finnes-ikke (404), "
            + "soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden, dokumentasjon-ikke-etterspurt, situasjon-til-stede, underretning-feil-dato (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil =
        [
            .. Fritekst.Kreves("begrunnelse", request.Begrunnelse),
            .. Fritekst.Kreves("hjemmel", request.Hjemmel),
            .. Soeknadskontroll.Kjente("situasjon", request.Situasjon, Situasjoner.Alle),
        ];
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            if (Vedtakskontroll(request, soeknad, dato) is { } regel)
                return Problem.From(regel);
            if (soeknad.Avgjoer(Vedtak(request, soeknad, dato, profil.Soeknad, bruker), []) is { } nei)
                return nei.Nei();
            db.FortellVedtak(soeknad, dato);
            return null;
        });
    }

    private static Avvisning? Vedtakskontroll(Request request, Soeknad soeknad, DateOnly dato) =>
        Klagefrist.KontrollerUnderretning(request.KommetFram, dato)
        ?? Avgjoerelse.Avslag(request.Grunn!.Value, request.Situasjon ?? soeknad.SituasjonOppgitt, soeknad.DokumentasjonMangler);

    private static Vedtak Vedtak(Request request, Soeknad soeknad, DateOnly dato, Soeknadsprofil profil, Bruker bruker)
    {
        var underrettet = Klagefrist.Underrettet(dato, request.KommetFram, profil.KlagefristRegnesFra, profil.PostgangDager);
        return new()
        {
            SoeknadId = soeknad.Id,
            Nr = soeknad.Vedtak.Count + 1,
            Utfall = Vedtaksutfall.Avslag,
            Dato = dato,
            Avslagsgrunn = request.Grunn,
            Begrunnelse = request.Begrunnelse!,
            Hjemmel = request.Hjemmel!,
            Situasjon = Soeknader.Soeknad.Ordnet(request.Situasjon ?? soeknad.SituasjonOppgitt),
            Underrettet = underrettet,
            Klagefrist = Klagefrist.Av(underrettet),
            Klageinstans = profil.Klageinstans,
            BesluttetAv = bruker.Navn,
        };
    }
}
