using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>Writes down what Husbanken decided for the next month, or anew for one that a klage has succeeded for, and what follows of it.</summary>
internal static class RegistrerVedtak
{
    private const decimal HoeyesteBeloep = 100_000;

    /// <summary>Husbanken's vedtak.</summary>
    /// <param name="Maaned">A day in the month that it is for.</param>
    /// <param name="Kode">«V00» granted; «V02», «V03», «V04», «V05», «V09», «V11» or «V48» refused.</param>
    /// <param name="Beloep">Kroner; with V00 alone.</param>
    /// <param name="Dato">The day of the vedtak, which the time for a klage runs from; today when left out.</param>
    public sealed record Request(DateOnly? Maaned, string? Kode, decimal? Beloep, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder sak) => sak.MapPost("/vedtak", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(RegistrerVedtak))
        .WithSummary("Registrer Husbankens vedtak for en måned")
        .WithDescription(
            "Innvilget (V00) overføres til neste måned, avslag for inntekt (V03) prøves på nytt i to måneder, andre avslag avslutter saken (forskrift om bustøtte § 9). "
            + "Når en klage har ført fram (omgjort eller opphevet), tar et nytt vedtak for måneden plassen til det gamle, som står under tidligere; en sak som var avsluttet, kan da løpe igjen. "
            + "Koder: ugyldig (400), finnes-ikke (404), sak-avsluttet, sak-avloest, sak-finnes (409), utdatert (412: If-Match er ikke den siste ETag-en), dato-for-tidlig, dato-i-framtiden, feil-maaned (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);

    private static async Task<Results<Ok<Sakssvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Feil(request).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var maaned = new DateOnly(request.Maaned!.Value.Year, request.Maaned.Value.Month, 1);
        var innvilget = request.Kode == "V00";
        return await db.EndreSak(id, request.Dato, bruker, logg, http, (sak, dato) => sak.Avgjoer(new()
        {
            SakId = sak.Id,
            Maaned = maaned,
            Kode = request.Kode!,
            Beloep = request.Beloep,
            Dato = dato,
            Klagefrist = Klagefrist.Av(dato),
            Utbetales = innvilget ? Bostoettefrister.Utbetales(maaned) : null,
        }).Nei());
    }

    private static IEnumerable<Avvisning> Feil(Request request)
    {
        if (request.Maaned is not { Year: >= 2017 and <= 2199 })
            yield return new("mangler", "Må oppgis, fra 2017 til 2199.", Felt: "maaned");
        if (!Bostoettesak.Koder.Contains(request.Kode))
            yield return Avvisning.UkjentVerdi("kode", Bostoettesak.Koder);
        else if (request.Kode == "V00" ? request.Beloep is not (> 0 and <= HoeyesteBeloep) : request.Beloep is not null)
            yield return new("ugyldig-verdi", $"Oppgis med V00, over 0 og inntil {HoeyesteBeloep:0}, og ellers ikke.", Felt: "beloep");
    }
}
