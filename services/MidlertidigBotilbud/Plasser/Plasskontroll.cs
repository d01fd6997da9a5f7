using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>What registering and changing a place have in common.</summary>
internal static class Plasskontroll
{
    public static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["plass_navn"] = new("plass-finnes", "Tilbyderen har en plass med dette navnet.", Felt: "navn"),
    };

    /// <summary>As it is stored; or what is wrong with it.</summary>
    public static async Task<(Plassdata Data, ProblemHttpResult? Problem)> Kontroller(this MidlertidigBotilbudDb db, Plassdata data, string enhet, CancellationToken avbrutt)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("navn", data.Navn), .. Fritekst.Kontroller("skolekrets", data.Skolekrets)];
        if (data.AlderTil < data.AlderFra)
            feil.Add(new("ugyldig-verdi", "Kan ikke være under alderFra.", Felt: "alderTil"));
        if (decimal.Round(data.Pris!.Value, 2) != data.Pris)
            feil.Add(new("ugyldig-verdi", "Kan ha to desimaler.", Felt: "pris"));
        if (data.Avviklet <= data.Fra)
            feil.Add(new("ugyldig-verdi", "Må være etter dagen plassen tilbys fra.", Felt: "avviklet"));
        if (feil.Count > 0)
            return (data, Problem.Invalid(feil));
        if (!await db.Set<Tilbyder>().AnyAsync(t => t.Id == data.TilbyderId && t.Enhet == enhet, avbrutt))
            return (data, Problem.From(new("tilbyder-finnes-ikke", "Tilbyderen finnes ikke.", Felt: "tilbyderId")));
        return (data with { Navn = data.Navn!.Trim(), Tilgjengelighet = data.Tilgjengelighet ?? Tilgjengelighet.Ordinaer }, null);
    }

    /// <summary>It is offered in all these nights.</summary>
    public static Avvisning? KontrollerTilbud(this Plassdata plass, DateOnly ankomst, DateOnly avreise, string felt) =>
        plass.Tilbys(ankomst, avreise) ? null
        : new("plass-tilbys-ikke", plass.Fra > ankomst ? $"Plassen tilbys først fra {plass.Fra:yyyy-MM-dd}." : $"Plassen tilbys ikke fra {plass.Avviklet:yyyy-MM-dd}.", Felt: felt);

    /// <summary>
    /// One of the unit's, and nobody else at it until the transaction ends: who comes second waits, and meets what the first has made of it. Two questions, because EF does not
    /// know the columns of a complex property again in SQL that is ours.
    /// </summary>
    public static async Task<Plass?> LaasPlass(this MidlertidigBotilbudDb db, Guid id, string enhet, CancellationToken avbrutt)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM plass WHERE id = {id} AND enhet = {enhet} FOR NO KEY UPDATE", avbrutt);
        return await db.Set<Plass>().SingleOrDefaultAsync(p => p.Id == id && p.Enhet == enhet, avbrutt);
    }
}
