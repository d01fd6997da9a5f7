using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>
/// Money in the year's frame. Binding takes the row's lock and never more than there is, also when fifty ask at once; <c>startlaansramme_overskredet</c> is the database's own
/// last word. What is freed goes back where it was bound, or, when that year is carried over, to the newest that is not.
/// </summary>
internal static class Rammer
{
    public static async Task<Avvisning?> BindRamme(this FinansieringDb db, string enhet, int aar, Ordning ordning, decimal beloep, CancellationToken avbrutt)
    {
        var navn = EnumNames<Ordning>.Of(ordning);
        var bundet = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE startlaansramme SET bundet = bundet + {beloep}
            WHERE enhet = {enhet} AND aar = {aar} AND ordning = {navn} AND NOT lukket AND bundet + {beloep} <= laaneopptak + overfoert
            """, avbrutt);
        if (bundet == 1)
            return null;
        var ledig = await db.Database.SqlQuery<decimal>(
            $"""SELECT laaneopptak + overfoert - bundet AS "Value" FROM startlaansramme WHERE enhet = {enhet} AND aar = {aar} AND ordning = {navn} AND NOT lukket""").ToListAsync(avbrutt);
        return ledig is [var rest]
            ? new("ramme-overskredet", $"Det er {Norsk.Kroner(rest)} kr igjen av rammen for {aar}.", Felt: "beloep")
            : new("ramme-mangler", $"Det er ikke satt en ramme for {aar}, eller den er overført til neste år.", Felt: "dato");
    }

    public static async Task FrigjoerRamme(this FinansieringDb db, string enhet, int aar, Ordning ordning, decimal beloep, CancellationToken avbrutt)
    {
        var navn = EnumNames<Ordning>.Of(ordning);
        if (beloep <= 0)
            return;
        // Beside others that free, but not while a year is being closed: the money must know where to go.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended('startlaansramme/' || {enhet} || '/' || {navn}, 0))", avbrutt);
        await db.Database.ExecuteSqlAsync($"UPDATE startlaansramme SET bundet = bundet - {beloep} WHERE enhet = {enhet} AND aar = {aar} AND ordning = {navn}", avbrutt);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE startlaansramme SET overfoert = overfoert + {beloep}
            WHERE enhet = {enhet} AND ordning = {navn} AND NOT lukket AND aar = (SELECT max(aar) FROM startlaansramme WHERE enhet = {enhet} AND ordning = {navn} AND NOT lukket)
              AND EXISTS (SELECT FROM startlaansramme g WHERE g.enhet = {enhet} AND g.aar = {aar} AND g.ordning = {navn} AND g.lukket)
            """, avbrutt);
    }
}
