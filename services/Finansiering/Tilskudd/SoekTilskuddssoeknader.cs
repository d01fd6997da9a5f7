using Boligsosial.Felles;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>The applications of the caller's unit, a page at a time, in the order they were registered; grants past the time they were to be used in are <c>forfalt=true</c>.</summary>
internal static class SoekTilskuddssoeknader
{
    public static void Map(IEndpointRouteBuilder soeknader) => soeknader.MapGet("/", Handle)
        .Krever(Tilganger.BehandleTilskudd)
        .WithName(nameof(SoekTilskuddssoeknader))
        .WithSummary("Søk i søknader om tilskudd")
        .WithDescription("Filtre virker sammen: status, type, personRef, og forfalt: innvilget, ikke brukt opp, og over tiden det skulle brukes innen. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<TilskuddssakSvar>>, ProblemHttpResult>> Handle(
        string? status, string? type, Guid? personRef, bool? forfalt, int? antall, string? etter, FinansieringDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (!EnumNames<Tilskuddsstatus>.TryParse(status, out var valgtStatus) && status is not null)
            feil.Add(Avvisning.UkjentVerdi("status", EnumNames<Tilskuddsstatus>.All));
        if (!EnumNames<Tilskuddstype>.TryParse(type, out var valgtType) && type is not null)
            feil.Add(Avvisning.UkjentVerdi("type", EnumNames<Tilskuddstype>.All));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var idag = tid.Idag();
        var soeknader = db.SynligeTilskudd(bruker).Where(s => s.Id > (valg.Etter ?? Guid.Empty));
        if (status is not null)
            soeknader = soeknader.Where(s => s.Status == valgtStatus);
        if (type is not null)
            soeknader = soeknader.Where(s => s.Type == valgtType);
        if (personRef is { } person)
            soeknader = soeknader.Om(person, s => s.Soekere);
        if (forfalt == true)
            soeknader = soeknader.Where(s => s.Status == Tilskuddsstatus.Innvilget && s.BrukesInnen < idag);

        var side = valg.Side(await soeknader.OrderBy(s => s.Id).Take(valg.Antall + 1).ToListAsync(avbrutt), s => s.Id);
        var startlaan = await db.Startlaan(side.Innhold.Select(s => s.StartlaanId), idag, avbrutt);
        await logg.Les(bruker, side.Innhold.SelectMany(s => s.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<TilskuddssakSvar>([.. side.Innhold.Select(s => new TilskuddssakSvar(s, startlaan.GetValueOrDefault(s.StartlaanId ?? Guid.Empty)))], side.Neste));
    }
}
