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

/// <summary>They move in: keys and protocol. The dwelling is let from that day.</summary>
internal static class RegistrerInnflytting
{
    /// <summary>What was handed over.</summary>
    /// <param name="Noekler">Keys.</param>
    /// <param name="Dato">The day; today when left out.</param>
    /// <param name="MaalerStroem">The electricity meter, kWh.</param>
    /// <param name="Merknader">The state of the dwelling, never of people.</param>
    public sealed record Request([property: Required, Range(1, 100)] int? Noekler, [property: Dag] DateOnly? Dato = null, [property: Range(0, 100_000_000)] decimal? MaalerStroem = null, string? Merknader = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/{id:guid}/innflytting", Handle)
        .Krever(Tilganger.FoelgOppLeieforhold)
        .WithName(nameof(RegistrerInnflytting))
        .WithSummary("Registrer innflytting")
        .WithDescription("Nøkler utlevert, med protokoll. Boligen blir utleid. Koder: ugyldig (400), finnes-ikke (404), innflyttet, utflyttet (409), dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.Endre(id, bruker, logg, http, async leieforhold =>
        {
            if (Fritekst.Kontroller("merknader", request.Merknader).ToList() is { Count: > 0 } feil)
                return Problem.Invalid(feil);
            var dato = request.Dato ?? tid.Idag();
            if (Datokontroll.Kontroller(dato, tid.Idag(), leieforhold.Fra) is { } nei)
                return Problem.From(nei);
            if (!leieforhold.Loeper)
                return SynligeLeieforhold.Tilstand("utflyttet", "Leieforholdet er avsluttet.");
            if (leieforhold.Innflyttet is not null)
                return SynligeLeieforhold.Tilstand("innflyttet", $"Nøklene ble utlevert {leieforhold.Innflyttet:yyyy-MM-dd}.");

            var protokoll = new Flytteprotokoll
            {
                Slag = Protokollslag.Innflytting,
                Dato = dato,
                Noekler = request.Noekler!.Value,
                MaalerStroem = request.MaalerStroem,
                Merknader = request.Merknader,
                FoertAv = bruker.Navn,
            };
            db.Publish(leieforhold.FlyttInn(protokoll));
            db.EndreStatus(await db.Boliger.SingleAsync(b => b.Id == leieforhold.BoligId, http.RequestAborted), Boligstatus.Utleid, dato);
            return null;
        });
}
