using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Oversikt;

/// <summary>Draws what was appended to <c>plassendring</c> together to a row for each day, kind and condition: the sums stay, and a year's capacity is few rows to read.</summary>
internal sealed class Kapasitetsvakt : Doegnvakt.Oppgave
{
    public override Task Utfoer(MidlertidigBotilbudDb db, DateOnly idag, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"""
        WITH flere AS (SELECT enhet, slag, krever_rusfrihet, tar_barn, hva, dag FROM plassendring GROUP BY 1, 2, 3, 4, 5, 6 HAVING count(*) > 1),
        tatt AS (DELETE FROM plassendring e USING flere f
                 WHERE (e.enhet, e.slag, e.krever_rusfrihet, e.tar_barn, e.hva, e.dag) = (f.enhet, f.slag, f.krever_rusfrihet, f.tar_barn, f.hva, f.dag) RETURNING e.*)
        INSERT INTO plassendring SELECT enhet, slag, krever_rusfrihet, tar_barn, hva, dag, sum(antall) FROM tatt GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(antall) <> 0
        """, avbrutt);
}
