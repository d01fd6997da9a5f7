using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>Registers an application for the caller's unit.</summary>
internal static class RegistrerSoeknad
{
    private static readonly DateOnly Tidligst = new(2000, 1, 1);

    /// <summary>An application to register.</summary>
    /// <param name="Type">What is applied for.</param>
    /// <param name="Kanal">«elektronisk» or «papir»; what another service sends over registers itself.</param>
    /// <param name="Soekere">The applicants (personRef), 1 to 20, registered for the caller's unit.</param>
    /// <param name="Husstand">Who is going to live there.</param>
    /// <param name="Situasjon">What holds, several may: «nibr-1» … «nibr-5», «fare-for-aa-miste», «uegnet-bolig», «uegnet-bomiljoe».</param>
    /// <param name="Behov">What the dwelling must and had better be like.</param>
    /// <param name="InntektPerMaaned">Kroner a month, of the household.</param>
    /// <param name="Dokumentasjon">Kinds from the profile that came with it.</param>
    /// <param name="Etterspurt">Kinds from the profile that the applicant is asked for.</param>
    /// <param name="Samarbeider">Units from the profile that are worked with; needs samtykke.</param>
    /// <param name="Samtykke">The applicant consents to that information is exchanged with them.</param>
    /// <param name="Mottatt">The day it came; today when left out.</param>
    public sealed record Request(
        [property: Required] Soeknadstype? Type, [property: Required] Kanal? Kanal, [property: Required, MinLength(1), MaxLength(20)] PersonRef[]? Soekere,
        [property: Required] Husstand? Husstand, [property: Required, MaxLength(20)] string[]? Situasjon, [property: Required] Behov? Behov,
        [property: Range(0, 1_000_000)] decimal? InntektPerMaaned, [property: MaxLength(50)] string[]? Dokumentasjon, [property: MaxLength(50)] string[]? Etterspurt,
        [property: MaxLength(50)] string[]? Samarbeider, bool Samtykke, DateOnly? Mottatt);

    public static void Map(IEndpointRouteBuilder soeknader) => soeknader.MapPost("/", Handle)
        .Krever(Tilganger.RegistrerSoeknader)
        .WithName(nameof(RegistrerSoeknad))
        .WithSummary("Registrer en søknad om kommunal bolig")
        .WithDescription("Den gjelder til og med gyldigTil, etter kommunens profil. Kan sendes med Idempotency-Key. Koder: ugyldig (400), dato-for-tidlig, dato-i-framtiden, person-finnes-ikke, samtykke-mangler (422).")
        .ProducesProblem(400).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<Soeknadssak>, ProblemHttpResult>> Handle(
        Request request, BoligregisterDb db, Kommuneprofil profil, Personer personer, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var feil = Feil(request, profil.Soeknad).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var (idag, soekere) = (tid.Idag(), request.Soekere!.Distinct().ToArray());
        var mottatt = request.Mottatt ?? idag;
        if (Datokontroll.Kontroller(mottatt, idag, Tidligst, "mottatt") is { } feilDato)
            return Problem.From(feilDato);
        if (request is { Samarbeider.Length: > 0, Samtykke: false })
            return Problem.From(new("samtykke-mangler", "Uten samtykke kan ikke opplysninger utveksles med andre.", new("forvaltningsloven", "§ 13 a", new(1970, 1, 1)), "samtykke"));
        if (await personer.Ukjente(soekere, bruker, http.RequestAborted) is { Count: > 0 })
            return Problem.From(new("person-finnes-ikke", "Minst én av søkerne er ikke registrert for enheten din.", Felt: "soekere"));

        var soeknad = Soeknad(request, soekere, bruker.Enhet, mottatt, profil.Soeknad);
        db.Add(soeknad);
        db.FortellMottatt(soeknad);
        foreach (var bruk in soeknad.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(http.RequestAborted);

        Etag.Set(http, soeknad.Versjon);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{soeknad.Id}", new Soeknadssak(soeknad, idag));
    }

    private static IEnumerable<Avvisning> Feil(Request request, Soeknadsprofil profil) =>
    [
        .. request.Kanal == Soeknader.Kanal.Oversendt ? [new Avvisning("ugyldig-verdi", "Det som er oversendt fra en annen tjeneste, registrerer seg selv.", Felt: "kanal")] : Array.Empty<Avvisning>(),
        .. Soeknadskontroll.Kontroller(request.Husstand!),
        .. Soeknadskontroll.Kontroller(request.Behov!),
        .. Soeknadskontroll.Kjente("situasjon", request.Situasjon, Situasjoner.Alle),
        .. Soeknadskontroll.Kjente("dokumentasjon", request.Dokumentasjon, profil.Dokumentasjon),
        .. Soeknadskontroll.Kjente("etterspurt", request.Etterspurt, profil.Dokumentasjon),
        .. Soeknadskontroll.Kjente("samarbeider", request.Samarbeider, profil.Samarbeid),
    ];

    private static Soeknad Soeknad(Request request, PersonRef[] soekere, string enhet, DateOnly mottatt, Soeknadsprofil profil)
    {
        var soeknad = new Soeknad
        {
            Enhet = enhet,
            Soekere = [.. soekere.Select(s => s.Verdi)],
            Type = request.Type!.Value,
            Kanal = request.Kanal!.Value,
            Mottatt = mottatt,
            GyldigTil = Soeknadsfrister.GyldigTil(mottatt, profil.GyldigMaaneder),
            Husstand = request.Husstand!,
            SituasjonOppgitt = request.Situasjon!,
            Behov = request.Behov!,
            InntektPerMaaned = request.InntektPerMaaned,
            Samarbeider = Soeknader.Soeknad.Ordnet(request.Samarbeider ?? []),
            Samtykke = request.Samtykke,
        };
        foreach (var slag in Soeknader.Soeknad.Ordnet(request.Etterspurt ?? []))
            soeknad.Dokumenter(slag, Dokumentstatus.Etterspurt, mottatt);
        foreach (var slag in Soeknader.Soeknad.Ordnet(request.Dokumentasjon ?? []))
            soeknad.Dokumenter(slag, Dokumentstatus.Mottatt, mottatt);
        return soeknad;
    }
}
