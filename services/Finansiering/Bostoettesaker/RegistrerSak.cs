using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>Registers an application for bostøtte for the caller's unit, to be followed; it says which month it counts for.</summary>
internal static class RegistrerSak
{
    private static readonly DateOnly Tidligst = new(2017, 1, 1);

    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["bostoettesak_en_aapen"] = new("sak-finnes", "Søkeren har en sak som følges; den som er innvilget, overføres til neste måned uten ny søknad.", new("forskrift om bustøtte", "§ 9", new(2017, 1, 1)), "soeker"),
    };

    /// <summary>An application.</summary>
    /// <param name="Soeker">The applicant (personRef), registered for the caller's unit.</param>
    /// <param name="Kanal">«elektronisk» or «papir».</param>
    /// <param name="Mangelfull">Something is missing.</param>
    /// <param name="Mottatt">The day it came, from 2017 on; today when left out.</param>
    public sealed record Request(PersonRef? Soeker, Kanal? Kanal, bool Mangelfull = false, DateOnly? Mottatt = null);

    public static void Map(IEndpointRouteBuilder saker) => saker.MapPost("/", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(RegistrerSak))
        .WithSummary("Registrer en søknad om bostøtte")
        .WithDescription("Kan sendes med Idempotency-Key. Koder: ugyldig (400), sak-finnes (409), dato-for-tidlig, dato-i-framtiden, person-finnes-ikke (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<Sakssvar>, ProblemHttpResult>> Handle(
        Request request, FinansieringDb db, Personer personer, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        List<Avvisning> feil = [];
        if (request.Soeker is null)
            feil.Add(new("mangler", "Må oppgis.", Felt: "soeker"));
        if (request.Kanal is null)
            feil.Add(new("mangler", "Må oppgis.", Felt: "kanal"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var mottatt = request.Mottatt ?? tid.Idag();
        if (Datokontroll.Kontroller(mottatt, tid.Idag(), Tidligst, "mottatt", "forskriften som gjelder nå, begynte å gjelde") is { } feilDato)
            return Problem.From(feilDato);
        if (await personer.Ukjente([request.Soeker!.Value], bruker, http.RequestAborted) is { Count: > 0 })
            return Problem.From(new("person-finnes-ikke", "Søkeren er ikke registrert for enheten din.", Felt: "soeker"));

        var sak = new Bostoettesak
        {
            Enhet = bruker.Enhet,
            Soeker = request.Soeker.Value.Verdi,
            Kanal = request.Kanal!.Value,
            Status = request.Mangelfull ? Saksstatus.Mangelfull : Saksstatus.Mottatt,
            Mottatt = mottatt,
            Maaned = Bostoettefrister.FoersteMaaned(mottatt, null),
        };
        db.Add(sak);
        logg.Skriv(db, bruker, sak.Bruk(Handling.Skrevet));
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvist)
            return Problem.From(avvist, StatusCodes.Status409Conflict);
        Etag.Set(http, sak.Versjon);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{sak.Id}", new Sakssvar(sak));
    }
}
