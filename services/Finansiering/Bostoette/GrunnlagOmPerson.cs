using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>What Husbanken's vedtak rest on, in the cases that a person is the applicant of, for the person's own right to see.</summary>
internal sealed class GrunnlagOmPerson(FinansieringDb db) : Persondata
{
    public override string Navn => "bostoettegrunnlag";

    public override async Task<IReadOnlyList<object>> Hent(PersonRef person, CancellationToken avbrutt) =>
    [
        .. await db.Database.SqlQuery<Grunnlagsrad>(
            $"""
            SELECT g.sak_id AS "SakId", g.maaned AS "Maaned", g.barn AS "Barn", g.inntekt AS "Inntekt", g.boutgift AS "Boutgift"
            FROM bostoettegrunnlag g JOIN bostoettesak s ON s.id = g.sak_id WHERE s.soeker = {person.Verdi} ORDER BY g.maaned, g.sak_id
            """).ToListAsync(avbrutt),
    ];

    private sealed record Grunnlagsrad(Guid SakId, DateOnly Maaned, int Barn, decimal Inntekt, decimal Boutgift);
}
