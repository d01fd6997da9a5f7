using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>Writes down what Husbanken, or Klagenemnd for Husbanken after it, made of a klage.</summary>
internal static class AvgjoerKlage
{
    /// <summary>An outcome.</summary>
    /// <param name="Maaned">A day in the month that the vedtak is for.</param>
    /// <param name="Instans">«husbanken», and after it «klagenemnda».</param>
    /// <param name="Utfall">«omgjort» or «opphevet»: a new vedtak for the month may be written down; «opprettholdt».</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request(DateOnly? Maaned, Klageinstans? Instans, Bostoetteklageutfall? Utfall, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder sak) => sak.MapPost("/klage/utfall", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName("AvgjoerBostoetteklage")
        .WithSummary("Registrer hva det ble av klagen")
        .WithDescription("Omgjort eller opphevet: et nytt vedtak for måneden kan føres, og tar plassen til det det er klaget på. Koder: ugyldig (400), finnes-ikke (404), ingen-vedtak, ingen-klage, klage-avgjort, klage-hos-husbanken (409), utdatert (412: If-Match er ikke den siste ETag-en), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);

    private static async Task<Results<Ok<Sakssvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = new (object? Verdi, string Felt)[] { (request.Maaned, "maaned"), (request.Instans, "instans"), (request.Utfall, "utfall") }
            .Where(f => f.Verdi is null).Select(f => new Avvisning("mangler", "Må oppgis.", Felt: f.Felt)).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreSak(id, request.Dato, bruker, logg, http, (sak, dato) =>
        {
            var (vedtak, nei) = sak.VedtakFor(request.Maaned!.Value);
            if (vedtak is null)
                return nei;
            var (siste, foerst) = vedtak switch
            {
                { KlageAvgjort: { } avgjort } => (avgjort, "Husbanken avgjorde klagen"),
                { KlageMottatt: { } mottatt } => (mottatt, "klagen kom"),
                _ => (vedtak.Dato, "vedtaket ble gjort"),
            };
            return Datokontroll.Kontroller(dato, dato, siste, foerst: foerst) is { } tidlig
                ? Problem.From(tidlig)
                : vedtak.AvgjoerKlage(request.Instans!.Value, request.Utfall!.Value, dato).Nei();
        });
    }
}
