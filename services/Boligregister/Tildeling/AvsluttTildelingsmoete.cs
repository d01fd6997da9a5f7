using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>The meeting ends: what people made of the proposal becomes offers. All of them, or none when one cannot be given.</summary>
internal static class AvsluttTildelingsmoete
{
    /// <summary>The end.</summary>
    /// <param name="Svarfrist">The last day to answer; by the profile when left out.</param>
    public sealed record Request([property: Dag] DateOnly? Svarfrist = null);

    /// <summary>The meeting and its offers.</summary>
    public sealed record Response(TildelingsmoeteSvar Moete, IReadOnlyList<TilbudSvar> Tilbud);

    public static void Map(IEndpointRouteBuilder moeter) => moeter.MapPost("/{id:guid}/avslutning", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(AvsluttTildelingsmoete))
        .WithSummary("Avslutt et tildelingsmøte: valgte boliger blir tilbud")
        .WithDescription(
            "Boligene reserveres til svarfristen. Er én bolig ikke lenger ledig eller én søknad ikke lenger innvilget, gis ingen; endre raden først. "
            + "Koder: ugyldig (400), finnes-ikke (404), moetet-er-avsluttet, bolig-ikke-ledig, bolig-tilbudt, har-tilbud, soeknad-ikke-innvilget (409), svarfrist-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        await db.Database.ExecuteSqlAsync($"SELECT FROM tildelingsmoete WHERE id = {id} FOR UPDATE", avbrutt);
        if (await db.Moeter(bruker).SingleOrDefaultAsync(m => m.Id == id, avbrutt) is not { } moete)
            return Problem.NotFound("Tildelingsmøtet");
        if (moete.Avsluttet is not null)
            return Problem.From(new("moetet-er-avsluttet", $"Møtet ble avsluttet {moete.Avsluttet:yyyy-MM-dd}."), StatusCodes.Status409Conflict);
        var svarfrist = request.Svarfrist ?? moete.Dato.AddDays(profil.Tildeling.Svarfrist);
        if (svarfrist < moete.Dato)
            return Problem.From(new("svarfrist-for-tidlig", $"Kan ikke være før møtet, {moete.Dato:yyyy-MM-dd}.", Felt: "svarfrist"));

        var rader = await db.Rader(id, bruker).AsNoTracking().Where(r => r.BoligId != null).OrderBy(r => r.Plass).ToListAsync(avbrutt);
        foreach (var rad in rader)
        {
            var soeknad = await db.LaasSoeknad(rad.SoeknadId, bruker, avbrutt);
            if (await db.Gi(soeknad!, rad.BoligId!.Value, id, moete.Dato, svarfrist, rad.EndretGrunn, bruker, logg, avbrutt) is { } nei)
                return nei;
        }

        moete.Avslutt(tid.Idag(), bruker.Navn);
        await db.SaveChangesAsync(avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Ok(new Response(new(moete, profil.Tildeling), [.. db.Set<Tilbud>().Local.Where(t => t.MoeteId == id).OrderBy(t => t.Id).Select(t => new TilbudSvar(t))]));
    }
}
