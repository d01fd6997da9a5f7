using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>The cases of the caller's unit, a page at a time, in the order they were registered.</summary>
internal static class SoekSaker
{
    /// <summary>Which cases.</summary>
    public sealed class Filter
    {
        [Description("Status: mangelfull, mottatt, innvilget, proeves-paa-nytt eller avslag.")]
        public string? Status { get; init; }

        [Description("Saker der denne personen (personRef) er søker.")]
        public Guid? PersonRef { get; init; }
    }

    public static void Map(IEndpointRouteBuilder saker) => saker.MapGet("/", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(SoekSaker))
        .WithSummary("Søk i bostøttesaker")
        .WithDescription("Saker i enheten din; filtre virker sammen. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<Sakssvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, FinansieringDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        var status = default(Saksstatus);
        if (filter.Status is not null && !EnumNames<Saksstatus>.TryParse(filter.Status, out status))
            feil.Add(Avvisning.UkjentVerdi("status", EnumNames<Saksstatus>.All));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var saker = db.SynligeSaker(bruker).Where(s => s.Id > (valg.Etter ?? Guid.Empty));
        if (filter.Status is not null)
            saker = saker.Where(s => s.Status == status);
        if (filter.PersonRef is { } person)
            saker = saker.Where(s => s.Soeker == person);
        var side = valg.Side(await saker.OrderBy(s => s.Id).Take(valg.Antall + 1).Include(s => s.Vedtak).AsSplitQuery().ToListAsync(avbrutt), s => s.Id);
        await logg.Les(bruker, side.Innhold.Select(s => s.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<Sakssvar>([.. side.Innhold.Select(s => new Sakssvar(s))], side.Neste));
    }
}
