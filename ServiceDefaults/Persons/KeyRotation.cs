using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.ServiceDefaults.Persons;

/// <summary>For operators: encrypts anew, with the active key, what is encrypted with an older one, which can then be taken away.</summary>
internal static class KeyRotation
{
    private const int AtATime = 500;

    public static void Map(RouteGroupBuilder drift) => drift.MapPost("/noekkelbytte", Handle).WithName("ByttNoekkel")
        .WithSummary("Krypter persondata på nytt med den aktive nøkkelen")
        .WithDescription("Kan avbrytes og gjentas. Når ingen rader er igjen, kan den gamle nøkkelen tas bort. Koder: ingen egne.");

    /// <summary>What was done.</summary>
    /// <param name="Noekkel">The id of the active key.</param>
    /// <param name="Kryptert">People encrypted anew.</param>
    public sealed record Noekkelbytte(string Noekkel, long Kryptert);

    private static async Task<Ok<Noekkelbytte>> Handle(ServiceDbContext db, PersonKeys keys, CancellationToken avbrutt)
    {
        long sum = 0;
        for (var antall = AtATime; antall == AtATime; sum += antall)
            antall = await Chunk(db, keys, avbrutt);
        return TypedResults.Ok(new Noekkelbytte(keys.Active, sum));
    }

    private static async Task<int> Chunk(ServiceDbContext db, PersonKeys keys, CancellationToken avbrutt)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(avbrutt);
        var rader = await db.Database.SqlQuery<Rad>(
            $"SELECT person_ref AS \"PersonRef\", noekkel AS \"Noekkel\", kryptert AS \"Kryptert\" FROM person WHERE noekkel <> {keys.Active} ORDER BY person_ref LIMIT {AtATime} FOR UPDATE").ToListAsync(avbrutt);
        var (personer, kryptert) = (rader.Select(r => r.PersonRef).ToArray(), rader.Select(r => keys.Encrypt(new(r.PersonRef), keys.Decrypt(new(r.PersonRef), r.Noekkel, r.Kryptert))).ToArray());
        await db.Database.ExecuteSqlAsync(
            $"UPDATE person SET noekkel = {keys.Active}, kryptert = ny.kryptert FROM unnest({personer}, {kryptert}) AS ny(person_ref, kryptert) WHERE person.person_ref = ny.person_ref", avbrutt);
        await transaction.CommitAsync(avbrutt);
        return rader.Count;
    }

    private sealed record Rad(Guid PersonRef, string Noekkel, byte[] Kryptert);
}
