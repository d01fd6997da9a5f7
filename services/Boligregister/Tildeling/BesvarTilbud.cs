using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>The applicant answers an offer, or the municipality takes it back.</summary>
internal static class BesvarTilbud
{
    /// <summary>The answer.</summary>
    /// <param name="Ja">They take it.</param>
    /// <param name="Grunn">Why; must be told of a no, in their words. It is recorded to find a better one, and never counts against them.</param>
    /// <param name="Dato">The day it came; today when left out.</param>
    public sealed record Svar([property: Required] bool? Ja, string? Grunn = null, [property: Dag] DateOnly? Dato = null);

    /// <summary>That it is taken back.</summary>
    /// <param name="Grunn">Why.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Tilbaketrekking(string? Grunn, [property: Dag] DateOnly? Dato = null);

    public static void Map(IEndpointRouteBuilder tilbud)
    {
        tilbud.MapPost("/{id:guid}/svar", Handle)
            .Krever(Tilganger.FoelgOppLeieforhold)
            .WithName(nameof(BesvarTilbud))
            .WithSummary("Registrer svaret på et tilbud")
            .WithDescription("Ja: boligen er tildelt, søknaden er bosatt, og leieforholdet kan inngås. Nei, med grunn: boligen er ledig for neste (/boliger/{id}/kandidater), søkeren beholder plassen. Koder: ugyldig (400), finnes-ikke (404), besvart (409), svarfrist-ute, dato-i-framtiden, dato-for-tidlig (422).")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithIdempotency();
        tilbud.MapPost("/{id:guid}/tilbaketrekking", Trekk)
            .Krever(Tilganger.AvgjoerSoeknader)
            .WithName("TrekkTilbud")
            .WithSummary("Trekk et tilbud tilbake")
            .WithDescription("Med begrunnelse. Boligen blir ledig igjen. Koder: ugyldig (400), finnes-ikke (404), besvart (409), dato-i-framtiden, dato-for-tidlig (422).")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithIdempotency();
    }

    private static async Task<Results<Ok<TilbudSvar>, ProblemHttpResult>> Handle(Guid id, Svar request, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var dato = request.Dato ?? tid.Idag();
        if ((request.Ja == false ? Fritekst.Kreves("grunn", request.Grunn) : Fritekst.Kontroller("grunn", request.Grunn)).ToList() is { Count: > 0 } feil)
            return Problem.Invalid(feil);
        return await Endre(id, dato, db, tid, bruker, logg, http, async tilbud =>
        {
            if (dato > tilbud.Svarfrist)
                return Problem.From(new("svarfrist-ute", $"Svarfristen var {tilbud.Svarfrist:yyyy-MM-dd}. Gi et nytt tilbud.", Felt: "dato"));
            if (request.Ja == false)
            {
                await db.Frigi(tilbud, Tilbudsstatus.Nei, dato, request.Grunn, http.RequestAborted);
                return null;
            }

            if (await db.LaasSoeknad(tilbud.SoeknadId, bruker, http.RequestAborted) is not { } soeknad)
                return Problem.NotFound("Søknaden");
            if (soeknad.Bosett(dato) is { } nei)
                return Problem.From(nei, StatusCodes.Status409Conflict);
            tilbud.Avslutt(Tilbudsstatus.Ja, dato, request.Grunn);
            db.Publish(new BoligTildelt(tilbud.BoligId, soeknad.Id, dato, dato.DayNumber - soeknad.Mottatt.DayNumber));
            db.Publish(new SoeknadAvsluttet(soeknad.Id, "bosatt", dato));
            return null;
        });
    }

    private static async Task<Results<Ok<TilbudSvar>, ProblemHttpResult>> Trekk(
        Guid id, Tilbaketrekking request, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var dato = request.Dato ?? tid.Idag();
        if (Fritekst.Kreves("grunn", request.Grunn).ToList() is { Count: > 0 } feil)
            return Problem.Invalid(feil);
        return await Endre(id, dato, db, tid, bruker, logg, http, async tilbud =>
        {
            await db.Frigi(tilbud, Tilbudsstatus.Trukket, dato, request.Grunn, http.RequestAborted);
            return null;
        });
    }

    private static async Task<Results<Ok<TilbudSvar>, ProblemHttpResult>> Endre(
        Guid id, DateOnly dato, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Tilbud, Task<ProblemHttpResult?>> endre)
    {
        var avbrutt = http.RequestAborted;
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        await db.Database.ExecuteSqlAsync($"SELECT FROM tilbud WHERE id = {id} FOR UPDATE", avbrutt);
        if (await db.SynligeTilbud(bruker).SingleOrDefaultAsync(t => t.Id == id, avbrutt) is not { } tilbud)
            return Problem.NotFound("Tilbudet");
        if (tilbud.Status != Tilbudsstatus.Sendt)
            return Problem.From(new("besvart", $"Tilbudet er avsluttet {tilbud.Svart:yyyy-MM-dd}."), StatusCodes.Status409Conflict);
        if (Datokontroll.Kontroller(dato, tid.Idag(), tilbud.Dato) is { } nei)
            return Problem.From(nei);
        if (await endre(tilbud) is { } problem)
            return problem;

        foreach (var bruk in tilbud.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Ok(new TilbudSvar(tilbud));
    }
}
