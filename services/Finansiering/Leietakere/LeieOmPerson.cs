using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Leietakere;

/// <summary>The municipal leases that a person is a tenant in, as they are known here, for the person's own right to see.</summary>
internal sealed class LeieOmPerson(FinansieringDb db) : Persondata
{
    public override string Navn => "kommunal-leie";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
    [
        .. await db.Database.SqlQuery<Leie>(
            $"""
            SELECT leieforhold_id AS "LeieforholdId", fra AS "Fra", barn AS "Barn", (SELECT s.maanedsleie FROM kommunal_leiesum s WHERE s.leieforhold_id = l.leieforhold_id ORDER BY s.fra DESC LIMIT 1) AS "Maanedsleie"
            FROM kommunal_leie l WHERE leietakere @> ARRAY[{person.Verdi}] ORDER BY leieforhold_id
            """).ToListAsync(avbrutt),
    ];

    /// <summary>A lease; kroner a month as last fixed.</summary>
    private sealed record Leie(Guid LeieforholdId, DateOnly Fra, int? Barn, decimal? Maanedsleie);
}
