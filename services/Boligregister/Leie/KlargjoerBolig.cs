using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>After they have moved out: the dwelling is gone through, set in order, and ready again.</summary>
internal static class KlargjoerBolig
{
    /// <summary>What the one who went through it found.</summary>
    /// <param name="Behov">How much must be done: «ingen» makes it ready at once.</param>
    /// <param name="Merknader">About the dwelling, never about people.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Kontroll([property: Required] Istandsettingsbehov? Behov, string? Merknader = null, [property: Dag] DateOnly? Dato = null);

    /// <summary>It is ready.</summary>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Ferdig([property: Dag] DateOnly? Dato = null);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/boliger/{id:guid}/klargjoering/kontroll", Kontroller)
            .Krever(Tilganger.FoelgOppLeieforhold)
            .WithTags("Leieforhold")
            .WithName("KontrollerBolig")
            .WithSummary("Registrer kontroll etter utflytting")
            .WithDescription("Behov ingen: boligen er ledig og klar. Enkel: ledig etter enkel istandsetting. Omfattende: under vedlikehold. Koder: ugyldig (400), ikke-under-klargjoering, kontrollert (409), dato-i-framtiden, dato-for-tidlig (422).")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
            .WithIdempotency();
        api.MapPost("/boliger/{id:guid}/klargjoering/ferdig", Ferdigstill)
            .Krever(Tilganger.FoelgOppLeieforhold)
            .WithTags("Leieforhold")
            .WithName(nameof(KlargjoerBolig))
            .WithSummary("Registrer at boligen er satt i stand")
            .WithDescription("Boligen er ledig og klar. Koder: ugyldig (400), ikke-under-klargjoering, ikke-kontrollert (409), dato-i-framtiden, dato-for-tidlig (422).")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
            .WithIdempotency();
    }

    private static async Task<Results<Ok<Klargjoering>, ProblemHttpResult>> Kontroller(Guid id, Kontroll request, BoligregisterDb db, TimeProvider tid, Bruker bruker, CancellationToken avbrutt)
    {
        if (Fritekst.Kontroller("merknader", request.Merknader).ToList() is { Count: > 0 } feil)
            return Problem.Invalid(feil);
        if (await Paagaar(db, id, avbrutt) is not { } klargjoering)
            return SynligeLeieforhold.Tilstand("ikke-under-klargjoering", "Boligen er ikke under klargjøring etter en utflytting.");
        if (klargjoering.Kontrollert is not null)
            return SynligeLeieforhold.Tilstand("kontrollert", $"Boligen ble kontrollert {klargjoering.Kontrollert:yyyy-MM-dd}.");
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), klargjoering.Fra) is { } nei)
            return Problem.From(nei);

        (klargjoering.Kontrollert, klargjoering.Behov, klargjoering.Merknader, klargjoering.KontrollertAv) = (dato, request.Behov, request.Merknader, bruker.Navn);
        var status = request.Behov switch
        {
            Istandsettingsbehov.Ingen => Boligstatus.LedigKlar,
            Istandsettingsbehov.Enkel => Boligstatus.LedigEnkelIstandsetting,
            _ => Boligstatus.UnderVedlikehold,
        };
        if (request.Behov == Istandsettingsbehov.Ingen)
            klargjoering.Ferdig = dato;
        return await Lagre(db, klargjoering, status, dato, avbrutt);
    }

    private static async Task<Results<Ok<Klargjoering>, ProblemHttpResult>> Ferdigstill(Guid id, Ferdig request, BoligregisterDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await Paagaar(db, id, avbrutt) is not { } klargjoering)
            return SynligeLeieforhold.Tilstand("ikke-under-klargjoering", "Boligen er ikke under klargjøring etter en utflytting.");
        if (klargjoering.Kontrollert is not { } kontrollert)
            return SynligeLeieforhold.Tilstand("ikke-kontrollert", "Boligen er ikke kontrollert etter utflyttingen.");
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), kontrollert) is { } nei)
            return Problem.From(nei);

        klargjoering.Ferdig = dato;
        return await Lagre(db, klargjoering, Boligstatus.LedigKlar, dato, avbrutt);
    }

    private static Task<Klargjoering?> Paagaar(BoligregisterDb db, Guid bolig, CancellationToken avbrutt) =>
        db.Set<Klargjoering>().SingleOrDefaultAsync(k => k.BoligId == bolig && k.Ferdig == null, avbrutt);

    /// <summary>A dwelling that somebody has meanwhile reserved stays reserved.</summary>
    private static async Task<Ok<Klargjoering>> Lagre(BoligregisterDb db, Klargjoering klargjoering, Boligstatus status, DateOnly dato, CancellationToken avbrutt)
    {
        var bolig = await db.Boliger.SingleAsync(b => b.Id == klargjoering.BoligId, avbrutt);
        if (bolig.Data.Status is Boligstatus.UnderVedlikehold or Boligstatus.LedigEnkelIstandsetting)
            db.EndreStatus(bolig, status, dato);
        await db.SaveChangesAsync(avbrutt);
        return TypedResults.Ok(klargjoering);
    }
}
