using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>Registers an application for startlån, by one or more together.</summary>
internal static class RegistrerStartlaansoeknad
{
    /// <summary>An application; kroner, a month where it says so.</summary>
    /// <param name="Soekere">The applicants (personRef), 1 to 10, medsøker among them, registered for the caller's unit.</param>
    /// <param name="Formaal">«kjoep», «utbedring», «tilpasning», «oppfoering» or «refinansiering».</param>
    /// <param name="Ordning">«ordinaer» (default) or «foerstegangsetablering».</param>
    /// <param name="Voksne">Who are going to live there: from 18.</param>
    /// <param name="BarnsAlder">The age of each child in whole years.</param>
    /// <param name="LeierKommunalt">They rent of the municipality.</param>
    /// <param name="Oekonomi">The household's money a month.</param>
    /// <param name="SoektBeloep">What is applied for.</param>
    /// <param name="Etterspurt">Kinds from the profile that the applicant is to show; all when left out.</param>
    /// <param name="Dokumentert">Kinds that came with it.</param>
    /// <param name="Mottatt">The day it came; today when left out.</param>
    /// <param name="Boforhold">For statistics: «kommunal-utleiebolig», «privat-leid», «foreldres-bolig», «eid» or «annet».</param>
    /// <param name="Flyktning">For statistics: somebody came as a refugee.</param>
    /// <param name="Mottakergruppe">For statistics: one of the profile's groups.</param>
    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(10)] PersonRef[]? Soekere, [property: Required] Formaal? Formaal, Ordning? Ordning, [property: Required, Range(1, 20)] int? Voksne,
        [property: MaxLength(20)] int[]? BarnsAlder, bool LeierKommunalt, [property: Required] Husholdning? Oekonomi, [property: Required, Kroner] decimal? SoektBeloep,
        [property: MaxLength(50)] string[]? Etterspurt, [property: MaxLength(50)] string[]? Dokumentert, DateOnly? Mottatt,
        Boforhold? Boforhold = null, bool? Flyktning = null, string? Mottakergruppe = null);

    public static void Map(IEndpointRouteBuilder soeknader) => soeknader.MapPost("/", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(RegistrerStartlaansoeknad))
        .WithSummary("Registrer en søknad om startlån")
        .WithDescription("Startskudd er kommunens saksbehandlingssystem; her føres det kommunen følger opp. Kan sendes med Idempotency-Key. Koder: ugyldig (400), dato-for-tidlig, dato-i-framtiden, person-finnes-ikke (422).")
        .ProducesProblem(400).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<LaanesakSvar>, ProblemHttpResult>> Handle(
        Request request, FinansieringDb db, Kommuneprofil profil, Personer personer, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var feil = Feil(request, profil.Startlaan).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var (idag, soekere) = (tid.Idag(), request.Soekere!.Distinct().ToArray());
        var mottatt = request.Mottatt ?? idag;
        if (Datokontroll.Kontroller(mottatt, idag, BeregnStartlaan.Tidligst, "mottatt") is { } feilDato)
            return Problem.From(feilDato);
        if (await personer.Ukjente(soekere, bruker, http.RequestAborted) is { Count: > 0 })
            return Problem.From(new("person-finnes-ikke", "Minst én av søkerne er ikke registrert for enheten din.", Felt: "soekere"));

        var soeknad = Soeknad(request, soekere, bruker.Enhet, mottatt, profil.Startlaan.Dokumentasjon);
        db.Add(soeknad);
        foreach (var bruk in soeknad.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(http.RequestAborted);

        Etag.Set(http, soeknad.Versjon);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{soeknad.Id}", new LaanesakSvar(soeknad, idag));
    }

    private static IEnumerable<Avvisning> Feil(Request request, Startlaansprofil profil)
    {
        var slag = profil.Dokumentasjon;
        if (request.Boforhold is { } bor && (bor == Boforhold.KommunalUtleiebolig) != request.LeierKommunalt)
            yield return new("ugyldig-verdi", "Kommunal utleiebolig og leierKommunalt må si det samme.", Felt: "boforhold");
        if (request.Mottakergruppe is { } gruppe && !profil.Mottakergrupper.Contains(gruppe, StringComparer.Ordinal))
            yield return Avvisning.UkjentVerdi("mottakergruppe", profil.Mottakergrupper);
        if (request.BarnsAlder?.Any(a => a is < 0 or > 17) == true)
            yield return new("ugyldig-verdi", "Må være tall fra 0 til 17.", Felt: "barnsAlder");
        if (request.SoektBeloep < 1)
            yield return new("ugyldig-verdi", "Må være over 0.", Felt: "soektBeloep");
        if (request.Etterspurt?.Except(slag, StringComparer.Ordinal).Any() == true)
            yield return Avvisning.UkjentVerdi("etterspurt", slag);
        if (request.Dokumentert?.Except(slag, StringComparer.Ordinal).Any() == true)
            yield return Avvisning.UkjentVerdi("dokumentert", slag);
    }

    private static Startlaansoeknad Soeknad(Request request, PersonRef[] soekere, string enhet, DateOnly mottatt, string[] slag) => new()
    {
        Enhet = enhet,
        Soekere = [.. soekere.Select(s => s.Verdi)],
        Ordning = request.Ordning ?? Ordning.Ordinaer,
        Formaal = request.Formaal!.Value,
        Mottatt = mottatt,
        Voksne = request.Voksne!.Value,
        BarnsAlder = [.. (request.BarnsAlder ?? []).Order()],
        LeierKommunalt = request.LeierKommunalt,
        Boforhold = request.Boforhold,
        Flyktning = request.Flyktning,
        Mottakergruppe = request.Mottakergruppe,
        NettoInntekt = request.Oekonomi!.NettoInntekt!.Value,
        Livsopphold = Math.Max(request.Oekonomi.Livsopphold!.Value, request.Oekonomi.VeiledendeSats ?? 0),
        Gjeld = request.Oekonomi.Gjeld ?? 0,
        AndreFaste = (request.Oekonomi.AndreFaste ?? 0) + (request.Oekonomi.Vedlikehold ?? 0),
        SoektBeloep = request.SoektBeloep!.Value,
        Etterspurt = [.. (request.Etterspurt ?? slag).Distinct(StringComparer.Ordinal)],
        Dokumentert = [.. (request.Dokumentert ?? []).Distinct(StringComparer.Ordinal)],
    };
}
