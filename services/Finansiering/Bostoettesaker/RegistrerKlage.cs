using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>A klage over the vedtak of a month, to Husbanken. Too late, it is noted as such: Husbanken may still take it.</summary>
internal static class RegistrerKlage
{
    private const int Lengst = 4000;

    /// <summary>A klage.</summary>
    /// <param name="Maaned">A day in the month that the vedtak is for.</param>
    /// <param name="Grunn">What it says; up to 4 000 characters, no fødselsnummer.</param>
    /// <param name="Dato">The day it came; today when left out.</param>
    public sealed record Request(DateOnly? Maaned, string? Grunn, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder sak) => sak.MapPost("/klage", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName("RegistrerBostoetteklage")
        .WithSummary("Registrer en klage på Husbankens vedtak")
        .WithDescription("Fristen er tre uker (forvaltningsloven § 29). Koder: ugyldig (400), finnes-ikke (404), ingen-vedtak, klage-finnes (409), utdatert (412: If-Match er ikke den siste ETag-en), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);

    private static async Task<Results<Ok<Sakssvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [];
        if (request.Maaned is null)
            feil.Add(new("mangler", "Må oppgis.", Felt: "maaned"));
        if (string.IsNullOrWhiteSpace(request.Grunn) || request.Grunn.Length > Lengst || request.Grunn.Contains('\0', StringComparison.Ordinal) || Foedselsnummer.FinnesI(request.Grunn))
            feil.Add(new("ugyldig-verdi", $"Må oppgis, med inntil {Lengst} tegn, uten nulltegn og fødselsnummer.", Felt: "grunn"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreSak(id, request.Dato, bruker, logg, http, (sak, dato) =>
        {
            var (vedtak, nei) = sak.VedtakFor(request.Maaned!.Value);
            if (vedtak is null)
                return nei;
            return Datokontroll.Kontroller(dato, dato, vedtak.Dato, foerst: "vedtaket ble gjort") is { } tidlig ? Problem.From(tidlig) : vedtak.Klag(dato, request.Grunn!).Nei();
        });
    }
}
