using System.Linq.Expressions;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;

namespace Boligsosial.ServiceDefaults.Persons;

/// <summary>Rows about several people at once: who sees them, and how one of the people is found among them.</summary>
public static class Personinnsyn
{
    /// <summary>
    /// Those that the caller sees: with <c>skjermet</c> all, otherwise those in which every one of the people is registered by
    /// the unit, or sent to it, with an address that is not graded (folkeregisterloven § 10-4). Part of the question itself and not a function
    /// of the database, which would be read and planned anew for every question.
    /// </summary>
    public static IQueryable<T> Synlige<T>(this IQueryable<T> rader, ServiceDbContext db, Bruker bruker, Expression<Func<T, Guid[]>> personer)
    {
        if (bruker.Skjermet)
            return rader;
        var (ugraderte, enhet) = (db.Set<Ugradert>(), bruker.Enhet);
        return rader.Der(personer, p => ugraderte.Count(u => p.Contains(u.PersonRef) && u.Enhet == enhet) >= p.Length);
    }

    /// <summary>Those that a person is in. Asked as «have any in common»: no index answers a plain Contains.</summary>
    public static IQueryable<T> Om<T>(this IQueryable<T> rader, Guid person, Expression<Func<T, Guid[]>> personer)
    {
        Guid[] en = [person];
        return rader.Der(personer, p => p.Any(i => en.Contains(i)));
    }

    /// <summary>
    /// Whether every one of these people is one that a unit sees without <c>skjermet</c>: what is said of them to another service, so that
    /// those who are to help there see them too (<see cref="FortaltUgradert"/>).
    /// </summary>
    public static Task<bool> ErUgradert(this ServiceDbContext db, string enhet, Guid[] personer, CancellationToken avbrutt) =>
        db.Database.SqlQuery<bool>($"""SELECT NOT noen_skjult({enhet}, {personer}, false) AS "Value" """).SingleAsync(avbrutt);

    /// <summary>Another service has sent these people to a unit and said that none of them has a graded address: it sees them, as pseudonyms, until somebody says otherwise.</summary>
    public static Task FortaltUgradert(this ServiceDbContext db, string enhet, Guid[] personer, CancellationToken avbrutt) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO fortalt_ugradert (person_ref, enhet) SELECT DISTINCT p, {enhet} FROM unnest({personer}) p ON CONFLICT DO NOTHING", avbrutt);

    private static IQueryable<T> Der<T>(this IQueryable<T> rader, Expression<Func<T, Guid[]>> personer, Expression<Func<Guid[], bool>> vilkaar) =>
        rader.Where(Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(vilkaar.Parameters[0], personer.Body, vilkaar.Body), personer.Parameters));

    /// <summary>A row of the view <c>ugradert</c>.</summary>
    internal sealed record Ugradert(Guid PersonRef, string Enhet)
    {
        internal sealed class Mapping : IEntityTypeConfiguration<Ugradert>
        {
            public void Configure(EntityTypeBuilder<Ugradert> builder) => builder.HasNoKey().ToView("ugradert");
        }
    }
}
