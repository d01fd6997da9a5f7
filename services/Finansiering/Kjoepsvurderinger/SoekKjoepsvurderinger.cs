using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>Tenants who could buy: proposed, being looked at, settled. A page at a time, in the order they were proposed.</summary>
internal static class SoekKjoepsvurderinger
{
    public static void Map(IEndpointRouteBuilder vurderinger) => vurderinger.MapGet("/", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(SoekKjoepsvurderinger))
        .WithSummary("Søk i vurderinger av om leietakere kan kjøpe bolig")
        .WithDescription(
            "Filtre virker sammen: status (foreslaatt, samtykket, avklart), utfall (kan-kjoepe-naa, kan-kjoepe-senere, kan-ikke-kjoepe, oensker-ikke) og personRef. "
            + "Av leietakere som enheten ikke har registrert, vises forslag som er kommet av seg selv, med pseudonym og leieforhold. Gradert adresse i en av tjenestene: bare for den som er skjermet. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<Kjoepsvurderingssvar>>, ProblemHttpResult>> Handle(
        string? status, string? utfall, Guid? personRef, int? antall, string? etter, FinansieringDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (!EnumNames<Kjoepsstatus>.TryParse(status, out var valgtStatus) && status is not null)
            feil.Add(Avvisning.UkjentVerdi("status", EnumNames<Kjoepsstatus>.All));
        if (!EnumNames<Kjoepsutfall>.TryParse(utfall, out var valgtUtfall) && utfall is not null)
            feil.Add(Avvisning.UkjentVerdi("utfall", EnumNames<Kjoepsutfall>.All));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var vurderinger = db.SynligeKjoepsvurderinger(bruker).Where(k => k.Id > (valg.Etter ?? Guid.Empty));
        if (status is not null)
            vurderinger = vurderinger.Where(k => k.Status == valgtStatus);
        if (utfall is not null)
            vurderinger = vurderinger.Where(k => k.Utfall == valgtUtfall);
        if (personRef is { } person)
            vurderinger = vurderinger.Om(person, k => k.Leietakere);
        var side = valg.Side(await vurderinger.OrderBy(k => k.Id).Take(valg.Antall + 1).ToListAsync(avbrutt), k => k.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(k => k.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<Kjoepsvurderingssvar>([.. side.Innhold.Select(k => new Kjoepsvurderingssvar(k))], side.Neste));
    }
}
