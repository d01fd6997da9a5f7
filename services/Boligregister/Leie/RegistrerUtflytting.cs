using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>They move out: keys back and protocol. The lease is over and the dwelling is gone through.</summary>
internal static class RegistrerUtflytting
{
    /// <summary>What was handed back.</summary>
    /// <param name="Aarsak">Why the lease ends.</param>
    /// <param name="Noekler">Keys that came back; none when the dwelling was left.</param>
    /// <param name="Dato">The day from which it is not rented any more; today when left out.</param>
    /// <param name="MaalerStroem">The electricity meter, kWh.</param>
    /// <param name="Merknader">The state of the dwelling, never of people.</param>
    public sealed record Request([property: Required] Opphoersaarsak? Aarsak, [property: Required, Range(0, 100)] int? Noekler, [property: Dag] DateOnly? Dato = null, [property: Range(0, 100_000_000)] decimal? MaalerStroem = null, string? Merknader = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/{id:guid}/utflytting", Handle)
        .Krever(Tilganger.FoelgOppLeieforhold)
        .WithName(nameof(RegistrerUtflytting))
        .WithSummary("Registrer utflytting")
        .WithDescription("Nøkler tilbake, med protokoll. Leieforholdet er over, og boligen skal kontrolleres. Koder: ugyldig (400), finnes-ikke (404), ikke-innflyttet, utflyttet, klargjoeres (409), dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.Endre(id, bruker, logg, http, async leieforhold =>
        {
            if (Fritekst.Kontroller("merknader", request.Merknader).ToList() is { Count: > 0 } feil)
                return Problem.Invalid(feil);
            if (!leieforhold.Loeper)
                return SynligeLeieforhold.Tilstand("utflyttet", "Leieforholdet er avsluttet.");
            if (leieforhold.Innflyttet is not { } innflyttet)
                return SynligeLeieforhold.Tilstand("ikke-innflyttet", "Nøklene er ikke utlevert.");
            var dato = request.Dato ?? tid.Idag();
            if (Datokontroll.Kontroller(dato, tid.Idag(), innflyttet.AddDays(1)) is { } nei)
                return Problem.From(nei);

            var protokoll = new Flytteprotokoll
            {
                Slag = Protokollslag.Utflytting,
                Dato = dato,
                Noekler = request.Noekler!.Value,
                MaalerStroem = request.MaalerStroem,
                Merknader = request.Merknader,
                FoertAv = bruker.Navn,
            };
            db.Publish(leieforhold.FlyttUt(protokoll, request.Aarsak!.Value));
            db.Add(new Klargjoering { Id = Guid.CreateVersion7(), BoligId = leieforhold.BoligId, LeieforholdId = leieforhold.Id, Fra = dato });
            db.EndreStatus(await db.Boliger.SingleAsync(b => b.Id == leieforhold.BoligId, http.RequestAborted), Boligstatus.UnderVedlikehold, dato);
            return null;
        });
}
