using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>The applications of the caller's unit, a page at a time, in the order they were registered; those granted and not used are <c>ubrukt=true</c>.</summary>
internal static class SoekStartlaansoeknader
{
    public static void Map(IEndpointRouteBuilder soeknader) => soeknader.MapGet("/", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(SoekStartlaansoeknader))
        .WithSummary("Søk i søknader om startlån")
        .WithDescription("Filtre virker sammen: status i dag, personRef, og ubrukt: bevis som er innvilget og verken brukt eller ført som utløpt, også dem som har gått ut på dato. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<LaanesakSvar>>, ProblemHttpResult>> Handle(
        string? status, Guid? personRef, bool? ubrukt, int? antall, string? etter, FinansieringDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (!EnumNames<Laanestatus>.TryParse(status, out var valgt) && status is not null)
            feil.Add(Avvisning.UkjentVerdi("status", EnumNames<Laanestatus>.All));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var idag = tid.Idag();
        var soeknader = db.SynligeStartlaan(bruker).Include(s => s.Vedtak).Where(s => s.Id > (valg.Etter ?? Guid.Empty));
        if (personRef is { } person)
            soeknader = soeknader.Om(person, s => s.Soekere);
        if (ubrukt == true)
            soeknader = soeknader.Where(s => s.Status == Laanestatus.Innvilget);
        if (status is not null)
        {
            soeknader = valgt switch
            {
                Laanestatus.Innvilget => soeknader.Where(s => s.Status == valgt && s.BevisTil >= idag),
                Laanestatus.Utloept => soeknader.Where(s => s.Status == valgt || (s.Status == Laanestatus.Innvilget && s.BevisTil < idag)),
                _ => soeknader.Where(s => s.Status == valgt),
            };
        }

        var side = valg.Side(await soeknader.OrderBy(s => s.Id).Take(valg.Antall + 1).ToListAsync(avbrutt), s => s.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(s => s.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<LaanesakSvar>([.. side.Innhold.Select(s => new LaanesakSvar(s, idag))], side.Neste));
    }
}
