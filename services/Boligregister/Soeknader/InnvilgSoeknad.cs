using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>A vedtak that grants: the household comes on the waiting list for the categories that it names.</summary>
internal static class InnvilgSoeknad
{
    /// <summary>A vedtak.</summary>
    /// <param name="Kategorier">Categories of dwellings from the profile that it allows.</param>
    /// <param name="Begrunnelse">The reasons (forvaltningsloven § 24).</param>
    /// <param name="Situasjon">The situations that it finds to hold; as the applicant says when left out.</param>
    /// <param name="Grupper">Groups from the profile that the household is counted to.</param>
    /// <param name="AnnetGrunnlag">The documented ground, when no situation holds.</param>
    /// <param name="Hjemmel">The profile's when left out.</param>
    /// <param name="Dato">The day of the vedtak; today when left out.</param>
    /// <param name="KommetFram">The day the notice came, when it is known.</param>
    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(20)] string[]? Kategorier, string? Begrunnelse, [property: MaxLength(20)] string[]? Situasjon, [property: MaxLength(20)] string[]? Grupper,
        string? AnnetGrunnlag, string? Hjemmel, DateOnly? Dato, DateOnly? KommetFram);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/innvilgelse", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(InnvilgSoeknad))
        .WithSummary("Innvilg en søknad")
        .WithDescription("Husstanden kommer på ventelisten. Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden, grunnlag-mangler, underretning-feil-dato (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Feil(request, profil).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreSoeknad(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            if (Vedtakskontroll(request, soeknad, dato) is { } regel)
                return Problem.From(regel);
            if (soeknad.Avgjoer(Vedtak(request, soeknad, dato, profil.Soeknad, bruker), request.Grupper ?? []) is { } nei)
                return nei.Nei();
            db.FortellVedtak(soeknad, dato);
            return null;
        });
    }

    internal static IEnumerable<Avvisning> Feil(Request request, Kommuneprofil profil) =>
    [
        .. Soeknadskontroll.Kjente("kategorier", request.Kategorier, profil.Kategorier),
        .. Soeknadskontroll.Kjente("situasjon", request.Situasjon, Situasjoner.Alle),
        .. Soeknadskontroll.Kjente("grupper", request.Grupper, profil.Soeknad.Grupper),
        .. Fritekst.Kreves("begrunnelse", request.Begrunnelse),
        .. Fritekst.Kontroller("annetGrunnlag", request.AnnetGrunnlag),
        .. Fritekst.Kontroller("hjemmel", request.Hjemmel),
    ];

    internal static Avvisning? Vedtakskontroll(Request request, Soeknad soeknad, DateOnly dato) =>
        Klagefrist.KontrollerUnderretning(request.KommetFram, dato)
        ?? Avgjoerelse.Innvilgelse(request.Situasjon ?? soeknad.SituasjonOppgitt, request.AnnetGrunnlag);

    internal static Vedtak Vedtak(Request request, Soeknad soeknad, DateOnly dato, Soeknadsprofil profil, Bruker bruker)
    {
        var underrettet = Klagefrist.Underrettet(dato, request.KommetFram, profil.KlagefristRegnesFra, profil.PostgangDager);
        return new()
        {
            SoeknadId = soeknad.Id,
            Nr = soeknad.Vedtak.Count + 1,
            Utfall = Vedtaksutfall.Innvilget,
            Dato = dato,
            Begrunnelse = string.IsNullOrWhiteSpace(request.AnnetGrunnlag) ? request.Begrunnelse! : $"{request.Begrunnelse}\n\nAnnet grunnlag: {request.AnnetGrunnlag}",
            Hjemmel = string.IsNullOrWhiteSpace(request.Hjemmel) ? profil.Hjemmel : request.Hjemmel,
            Kategorier = Soeknader.Soeknad.Ordnet(request.Kategorier!),
            Situasjon = Soeknader.Soeknad.Ordnet(request.Situasjon ?? soeknad.SituasjonOppgitt),
            Underrettet = underrettet,
            Klagefrist = Klagefrist.Av(underrettet),
            Klageinstans = profil.Klageinstans,
            BesluttetAv = bruker.Navn,
        };
    }
}
