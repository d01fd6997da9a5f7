using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>Registers an application for tilskudd, by one or more together.</summary>
internal static class RegistrerTilskuddssoeknad
{
    private static readonly DateOnly Tidligst = new(2020, 1, 1);

    /// <summary>An application; kroner.</summary>
    /// <param name="Soekere">The applicants (personRef), 1 to 10, registered for the caller's unit.</param>
    /// <param name="Type">«etablering» or «tilpasning».</param>
    /// <param name="Formaal">«kjoep», «oppfoering», «refinansiering» or «utbedring» of etablering; «tilpasning» or «prosjektering» of tilpasning.</param>
    /// <param name="Voksne">Who are going to live there: from 18.</param>
    /// <param name="BarnsAlder">The age of each child in whole years.</param>
    /// <param name="SoektBeloep">What is applied for.</param>
    /// <param name="Plan">What it costs, and what pays for it.</param>
    /// <param name="Etterspurt">Kinds from the profile that the applicant is to show; all of the type's when left out.</param>
    /// <param name="Dokumentert">Kinds that came with it.</param>
    /// <param name="Mottatt">The day it came, from 2020 on; today when left out.</param>
    public sealed record Request(
        [property: Required, MinLength(1), MaxLength(10)] PersonRef[]? Soekere, [property: Required] Tilskuddstype? Type, [property: Required] Tilskuddsformaal? Formaal,
        [property: Required, Range(1, 20)] int? Voksne, [property: MaxLength(20)] int[]? BarnsAlder, [property: Required, Kroner] decimal? SoektBeloep, [property: Required] Finansieringsplan? Plan,
        [property: MaxLength(50)] string[]? Etterspurt, [property: MaxLength(50)] string[]? Dokumentert, DateOnly? Mottatt);

    public static void Map(IEndpointRouteBuilder soeknader) => soeknader.MapPost("/", Handle)
        .Krever(Tilganger.BehandleTilskudd)
        .WithName(nameof(RegistrerTilskuddssoeknad))
        .WithSummary("Registrer en søknad om tilskudd til etablering eller tilpasning")
        .WithDescription(
            "Bustøttelova §§ 14 og 15. Kan sendes med Idempotency-Key. Koder: ugyldig (400), startlaan-har-tilskudd (409), dato-for-tidlig, dato-i-framtiden, formaal-utenfor-typen, person-finnes-ikke, startlaan-finnes-ikke (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<TilskuddssakSvar>, ProblemHttpResult>> Handle(
        Request request, FinansieringDb db, Kommuneprofil profil, Personer personer, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var slag = profil.Tilskudd.For(request.Type!.Value).Dokumentasjon;
        var feil = Feil(request, slag).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var (idag, soekere) = (tid.Idag(), request.Soekere!.Distinct().ToArray());
        var mottatt = request.Mottatt ?? idag;
        if ((Datokontroll.Kontroller(mottatt, idag, Tidligst, "mottatt") ?? Tilskuddsvilkaar.Formaalet(request.Type.Value, request.Formaal!.Value)) is { } regel)
            return Problem.From(regel);
        if (await personer.Ukjente(soekere, bruker, http.RequestAborted) is { Count: > 0 })
            return Problem.From(new("person-finnes-ikke", "Minst én av søkerne er ikke registrert for enheten din.", Felt: "soekere"));

        var soeknad = Soeknad(request, soekere, bruker.Enhet, mottatt, slag);
        if (await db.KontrollerStartlaan(request.Plan!.StartlaanId, soeknad.Soekere, bruker, http.RequestAborted) is { } ukjent)
            return Problem.From(ukjent);
        soeknad.Planlegg(request.Plan);
        db.Add(soeknad);
        foreach (var bruk in soeknad.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        if (await db.TrySave(Tilskuddssak.Skranker, http.RequestAborted) is { } skranke)
            return Problem.From(skranke, StatusCodes.Status409Conflict);

        Etag.Set(http, soeknad.Versjon);
        return TypedResults.Created(
            $"{http.Request.Path.Value!.TrimEnd('/')}/{soeknad.Id}", new TilskuddssakSvar(soeknad, await db.Startlaan(soeknad.StartlaanId, idag, http.RequestAborted)));
    }

    private static IEnumerable<Avvisning> Feil(Request request, string[] slag)
    {
        if (request.BarnsAlder?.Any(a => a is < 0 or > 17) == true)
            yield return new("ugyldig-verdi", "Må være tall fra 0 til 17.", Felt: "barnsAlder");
        if (request.SoektBeloep < 1)
            yield return new("ugyldig-verdi", "Må være over 0.", Felt: "soektBeloep");
        if (request.Etterspurt?.Except(slag, StringComparer.Ordinal).Any() == true)
            yield return Avvisning.UkjentVerdi("etterspurt", slag);
        if (request.Dokumentert?.Except(slag, StringComparer.Ordinal).Any() == true)
            yield return Avvisning.UkjentVerdi("dokumentert", slag);
        foreach (var feil in EndreFinansieringsplan.Feil(request.Plan!, "plan."))
            yield return feil;
    }

    private static Tilskuddssoeknad Soeknad(Request request, PersonRef[] soekere, string enhet, DateOnly mottatt, string[] slag) => new()
    {
        Enhet = enhet,
        Soekere = [.. soekere.Select(s => s.Verdi)],
        Type = request.Type!.Value,
        Formaal = request.Formaal!.Value,
        Mottatt = mottatt,
        Voksne = request.Voksne!.Value,
        BarnsAlder = [.. (request.BarnsAlder ?? []).Order()],
        SoektBeloep = request.SoektBeloep!.Value,
        Etterspurt = [.. (request.Etterspurt ?? slag).Distinct(StringComparer.Ordinal)],
        Dokumentert = [.. (request.Dokumentert ?? []).Distinct(StringComparer.Ordinal)],
    };
}
