using System.ComponentModel;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>The leases of the caller's unit, a page at a time, in a fixed order.</summary>
internal static class SoekLeieforhold
{
    /// <summary>Which leases.</summary>
    public sealed class Filter
    {
        [Description("Leieforhold for denne boligen.")]
        public Guid? BoligId { get; init; }

        [Description("Leieforhold som denne personen (personRef) er leietaker i.")]
        public Guid? PersonRef { get; init; }

        [Description("Leieforhold som løper denne dagen.")]
        public DateOnly? LoeperDato { get; init; }

        [Description("Bare der en leietaker har kjøpt bolig og oppsigelse ventes.")]
        public bool? VentetOppsigelse { get; init; }
    }

    /// <summary>How many.</summary>
    public sealed record Antall(int Totalt);

    public static void Map(IEndpointRouteBuilder leieforhold)
    {
        leieforhold.MapGet("/", Handle)
            .Krever(Tilganger.LesLeieforhold)
            .WithName(nameof(SoekLeieforhold))
            .WithSummary("Søk i leieforhold")
            .WithDescription("Leieforhold i enheten din. Koder: ugyldig (400).")
            .ProducesProblem(400);
        leieforhold.MapGet("/antall", Tell)
            .Krever(Tilganger.LesLeieforhold)
            .WithName("TellLeieforhold")
            .WithSummary("Tell leieforhold")
            .WithDescription("De samme som søket gir. Koder: ingen egne.");
    }

    private static async Task<Results<Ok<Side<LeieforholdSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);

        var rader = await Utvalg(db.Synlige(bruker), filter).Where(l => valg.Etter == null || l.Id > valg.Etter).OrderBy(l => l.Id).Take(valg.Antall + 1).ToListAsync(avbrutt);
        var side = valg.Side(rader, l => l.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(l => l.Lest()), avbrutt);
        return TypedResults.Ok(new Side<LeieforholdSvar>([.. side.Innhold.Select(l => new LeieforholdSvar(l))], side.Neste));
    }

    private static async Task<Ok<Antall>> Tell([AsParameters] Filter filter, BoligregisterDb db, Bruker bruker, CancellationToken avbrutt) =>
        TypedResults.Ok(new Antall(await Utvalg(db.Synlige(bruker), filter).CountAsync(avbrutt)));

    private static IQueryable<Leieforhold> Utvalg(IQueryable<Leieforhold> leieforhold, Filter filter)
    {
        if (filter.BoligId is { } bolig)
            leieforhold = leieforhold.Where(l => l.BoligId == bolig);
        if (filter.PersonRef is { } person)
            leieforhold = leieforhold.Om(person, l => l.Leietakere);
        if (filter.LoeperDato is { } dag)
            leieforhold = leieforhold.Where(l => l.Fra <= dag && (l.Til == null || l.Til > dag));
        return filter.VentetOppsigelse == true ? leieforhold.Where(l => l.Boligkjoep != null && l.Utflyttet == null) : leieforhold;
    }
}
