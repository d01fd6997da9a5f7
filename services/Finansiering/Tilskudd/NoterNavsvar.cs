using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>Notes what was asked of NAV hjelpemiddelsentral and what it answered (folketrygdloven §§ 10-6 and 10-7): what NAV covers is taken off what tilskudd can.</summary>
internal static class NoterNavsvar
{
    /// <summary>A step.</summary>
    /// <param name="Hendelse">«ikke-aktuelt», «soekt», «innvilget» or «avslag».</param>
    /// <param name="Dekker">Kroner that NAV covers in all, from then on; of «innvilget» alone.</param>
    /// <param name="Merknad">A note; nothing of anybody's health.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Navhendelse? Hendelse, [property: Kroner] decimal? Dekker, string? Merknad, [property: Dag] DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/nav", Handle)
        .Krever(Tilganger.BehandleTilskudd)
        .WithName(nameof(NoterNavsvar))
        .WithSummary("Noter hva NAV hjelpemiddelsentral er spurt om og har svart")
        .WithDescription("Det siste NAV sier at det dekker, trekkes fra. Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, FinansieringDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kontroller("merknad", request.Merknad).ToList();
        if (request.Hendelse == Navhendelse.Innvilget != request.Dekker is not null)
            feil.Add(new("ugyldig-verdi", "Oppgis når NAV har innvilget, og ellers ikke.", Felt: "dekker"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreTilskudd(id, null, bruker, logg, http, (soeknad, idag) =>
        {
            // NAV may have been asked before the municipality was.
            var dato = request.Dato ?? idag;
            return Datokontroll.Kontroller(dato, idag, soeknad.Nav.MaxBy(n => n.Nr)?.Dato) is { } feilDato ? Problem.From(feilDato) : soeknad.NoterNav(new()
            {
                SoeknadId = id,
                Nr = soeknad.Nav.Count + 1,
                Hendelse = request.Hendelse!.Value,
                Dato = dato,
                Dekker = request.Dekker,
                Merknad = request.Merknad,
                NotertAv = bruker.Navn,
            }).Nei();
        });
    }
}
