using Boligsosial.Felles;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>
/// Money in the year's frame. Binding takes the row's lock and never more than there is, also when fifty decide at once; <c>tilskuddsramme_overskredet</c> is the database's own last
/// word. What is freed goes back where it was bound, or on to the open year when that one is closed and its rest was carried over.
/// </summary>
internal static class Tilskuddsrammer
{
    public static async Task<Avvisning?> BindTilskudd(this FinansieringDb db, string enhet, int aar, Tilskuddstype type, decimal beloep, CancellationToken avbrutt)
    {
        var navn = EnumNames<Tilskuddstype>.Of(type);
        var bundet = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE tilskuddsramme SET bundet = bundet + {beloep}
            WHERE enhet = {enhet} AND aar = {aar} AND type = {navn} AND NOT lukket AND bundet + utbetalt + {beloep} <= bevilget + overfoert
            """, avbrutt);
        if (bundet == 1)
            return null;
        var ledig = await db.Database.SqlQuery<decimal>(
            $"""SELECT bevilget + overfoert - bundet - utbetalt AS "Value" FROM tilskuddsramme WHERE enhet = {enhet} AND aar = {aar} AND type = {navn} AND NOT lukket""").ToListAsync(avbrutt);
        return ledig is [var rest]
            ? new("ramme-overskredet", $"Det er {Norsk.Kroner(rest)} kr igjen av bevilgningen for {aar}.", Felt: "beloep")
            : new("ramme-mangler", $"Det er ikke satt en bevilgning for {aar}, eller året er lukket.", Felt: "dato");
    }

    /// <summary>What was bound is paid, in the year that it was bound in.</summary>
    public static Task BetalTilskudd(this FinansieringDb db, Tilskuddssoeknad soeknad, decimal beloep, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        UPDATE tilskuddsramme SET bundet = bundet - {beloep}, utbetalt = utbetalt + {beloep}
        WHERE enhet = {soeknad.Enhet} AND aar = {soeknad.RammeAar} AND type = {EnumNames<Tilskuddstype>.Of(soeknad.Type)}
        """, avbrutt);

    public static async Task FrigjoerTilskudd(this FinansieringDb db, string enhet, int aar, Tilskuddstype type, decimal beloep, CancellationToken avbrutt)
    {
        if (beloep <= 0)
            return;
        var navn = EnumNames<Tilskuddstype>.Of(type);
        // Beside others that free, but not while a year is being closed: the money must know where to go.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended('tilskuddsramme/' || {enhet} || '/' || {navn}, 0))", avbrutt);
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH fra AS (
                UPDATE tilskuddsramme SET bundet = bundet - {beloep}, viderefoert = viderefoert + CASE WHEN lukket AND overfoeres THEN {beloep} ELSE 0 END
                WHERE enhet = {enhet} AND aar = {aar} AND type = {navn} RETURNING lukket AND overfoeres AS videre)
            UPDATE tilskuddsramme SET overfoert = overfoert + {beloep} WHERE enhet = {enhet} AND type = {navn} AND NOT lukket AND EXISTS (SELECT FROM fra WHERE videre)
            """, avbrutt);
    }
}
