using Boligsosial.ServiceDefaults.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>A year's frame; kroner.</summary>
/// <param name="Aar">The year.</param>
/// <param name="Type">«etablering» or «tilpasning».</param>
/// <param name="Bevilget">For the year, as last set.</param>
/// <param name="Overfoert">From an earlier year.</param>
/// <param name="Innvilget">Granted and not given back, paid or not.</param>
/// <param name="Bundet">Of that, not paid out.</param>
/// <param name="Utbetalt">Of that, paid out.</param>
/// <param name="Viderefoert">To a later year.</param>
/// <param name="Ledig">What can be granted.</param>
/// <param name="Lukket">A later year has begun.</param>
public sealed record Tilskuddsrammesvar(int Aar, string Type, decimal Bevilget, decimal Overfoert, decimal Innvilget, decimal Bundet, decimal Utbetalt, decimal Viderefoert, decimal Ledig, bool Lukket)
{
    /// <summary>Each time it was set, by whom and why; oldest first.</summary>
    public IReadOnlyList<Bevilgningsendring> Endringer { get; init; } = [];
}

/// <summary>A bevilgning as it was set.</summary>
/// <param name="Aar">The year.</param>
/// <param name="Type">«etablering» or «tilpasning».</param>
/// <param name="Bevilget">Kroner.</param>
/// <param name="Grunn">Why: the vedtak it follows.</param>
/// <param name="SattAv">Who.</param>
/// <param name="Satt">When.</param>
public sealed record Bevilgningsendring(int Aar, string Type, decimal Bevilget, string Grunn, string SattAv, DateTimeOffset Satt);

/// <summary>The unit's frames, year by year.</summary>
internal static class HentTilskuddsrammer
{
    public static void Map(IEndpointRouteBuilder rammer) => rammer.MapGet("/", Handle)
        .Krever(Tilganger.BehandleTilskudd)
        .WithName(nameof(HentTilskuddsrammer))
        .WithSummary("Hent bevilgningene til tilskudd")
        .WithDescription("År for år og type for type: bevilget, innvilget, bundet, utbetalt og ledig, med hvem som satte bevilgningen og hvorfor. Koder: ingen egne.");

    internal static async Task<List<Tilskuddsrammesvar>> Tilskuddsrammer(this FinansieringDb db, string enhet, CancellationToken avbrutt)
    {
        var endringer = (await db.Database.SqlQuery<Bevilgningsendring>(
            $"""
            SELECT aar AS "Aar", type AS "Type", bevilget AS "Bevilget", grunn AS "Grunn", satt_av AS "SattAv", satt AS "Satt" FROM tilskuddsbevilgning WHERE enhet = {enhet} ORDER BY id
            """).ToListAsync(avbrutt)).ToLookup(e => (e.Aar, e.Type));
        var rammer = await db.Database.SqlQuery<Rad>(
            $"""
            SELECT aar AS "Aar", type AS "Type", bevilget AS "Bevilget", overfoert AS "Overfoert", bundet AS "Bundet", utbetalt AS "Utbetalt", viderefoert AS "Viderefoert", lukket AS "Lukket"
            FROM tilskuddsramme WHERE enhet = {enhet} ORDER BY aar, type
            """).ToListAsync(avbrutt);
        return
        [
            .. rammer.Select(r => new Tilskuddsrammesvar(
                r.Aar, r.Type, r.Bevilget, r.Overfoert, r.Bundet + r.Utbetalt, r.Bundet, r.Utbetalt, r.Viderefoert, r.Lukket ? 0 : r.Bevilget + r.Overfoert - r.Bundet - r.Utbetalt, r.Lukket)
            {
                Endringer = [.. endringer[(r.Aar, r.Type)]],
            }),
        ];
    }

    private static async Task<Ok<List<Tilskuddsrammesvar>>> Handle(FinansieringDb db, Bruker bruker, CancellationToken avbrutt) => TypedResults.Ok(await db.Tilskuddsrammer(bruker.Enhet, avbrutt));

    private sealed record Rad(int Aar, string Type, decimal Bevilget, decimal Overfoert, decimal Bundet, decimal Utbetalt, decimal Viderefoert, bool Lukket);
}
