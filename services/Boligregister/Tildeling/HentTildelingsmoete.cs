using System.Text.Json;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Tildeling.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>Meetings, and the rows of one: as they were proposed, and what people made of them.</summary>
internal static class HentTildelingsmoete
{
    /// <summary>A meeting with a page of its rows.</summary>
    /// <param name="Moete">The meeting.</param>
    /// <param name="Rader">By place.</param>
    /// <param name="Boliger">The dwellings that were vacant, as they were then.</param>
    public sealed record Response(TildelingsmoeteSvar Moete, Side<Rad> Rader, IReadOnlyList<Ledigbolig> Boliger);

    /// <summary>A row.</summary>
    /// <param name="SoeknadId">The application.</param>
    /// <param name="Plass">On the waiting list.</param>
    /// <param name="Utfall">What was proposed; if nothing, why.</param>
    /// <param name="Foreslaatt">The dwelling that was proposed.</param>
    /// <param name="BoligId">What people made of it.</param>
    /// <param name="Passform">How that dwelling fits.</param>
    /// <param name="EndretAv">Who changed it.</param>
    /// <param name="EndretGrunn">Why.</param>
    public sealed record Rad(Guid SoeknadId, int Plass, Radutfall Utfall, Guid? Foreslaatt, Guid? BoligId, Passformsvar? Passform, string? EndretAv, string? EndretGrunn);

    public static void Map(IEndpointRouteBuilder moeter)
    {
        moeter.MapGet("/", List)
            .Krever(Tilganger.LesSoeknader)
            .WithName("SoekTildelingsmoeter")
            .WithSummary("Hent tildelingsmøtene")
            .WithDescription("I enheten din, eldst først. Koder: ugyldig (400).")
            .ProducesProblem(400);
        moeter.MapGet("/{id:guid}", Handle)
            .Krever(Tilganger.LesSoeknader)
            .WithName(nameof(HentTildelingsmoete))
            .WithSummary("Hent et tildelingsmøte")
            .WithDescription("Radene slik de ble foreslått og slik de ble, etter plass; med bareForeslaatt bare de som er foreslått eller valgt en bolig. Koder: ugyldig (400), finnes-ikke (404).")
            .ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Results<Ok<Side<TildelingsmoeteSvar>>, ProblemHttpResult>> List(
        int? antall, string? etter, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);
        var rader = await db.Moeter(bruker).AsNoTracking().Where(m => valg.Etter == null || m.Id > valg.Etter).OrderBy(m => m.Id).Take(valg.Antall + 1).ToListAsync(avbrutt);
        var side = valg.Side(rader, m => m.Id);
        return TypedResults.Ok(new Side<TildelingsmoeteSvar>([.. side.Innhold.Select(m => new TildelingsmoeteSvar(m, profil.Tildeling))], side.Neste));
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, bool? bareForeslaatt, int? antall, string? etter, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);
        if (await db.Moeter(bruker).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, avbrutt) is not { } moete)
            return Problem.NotFound("Tildelingsmøtet");

        var utvalg = db.Rader(id, bruker).AsNoTracking();
        if (bareForeslaatt == true)
            utvalg = utvalg.Where(r => r.Foreslaatt != null || r.BoligId != null);
        if (valg.Etter is { } forrige)
            utvalg = utvalg.Where(r => r.Plass > db.Set<Tildelingsrad>().Where(f => f.MoeteId == id && f.SoeknadId == forrige).Max(f => f.Plass));
        var side = valg.Side(await utvalg.OrderBy(r => r.Plass).Take(valg.Antall + 1).ToListAsync(avbrutt), r => r.SoeknadId);
        var ider = side.Innhold.Select(r => r.SoeknadId).ToArray();
        var soeknader = await db.SynligeSoeknader(bruker).Where(s => ider.Contains(s.Id)).ToListAsync(avbrutt);
        await logg.Les(bruker, soeknader.SelectMany(s => s.Bruk()), avbrutt);
        var boliger = await db.Database.SqlQuery<string>($"SELECT slik_den_var::text AS \"Value\" FROM tildelingsbolig WHERE moete_id = {id} ORDER BY bolig_id").ToListAsync(avbrutt);
        return TypedResults.Ok(new Response(
            new(moete, profil.Tildeling),
            new([.. side.Innhold.Select(Vis)], side.Neste),
            boliger.ConvertAll(b => JsonSerializer.Deserialize<Ledigbolig>(b, JsonSerializerOptions.Web)!)));
    }

    internal static Rad Vis(Tildelingsrad r) => new(
        r.SoeknadId, r.Plass, r.Utfall, r.Foreslaatt, r.BoligId, r.Passform is null ? null : JsonSerializer.Deserialize<Passformsvar>(r.Passform, JsonSerializerOptions.Web), r.EndretAv, r.EndretGrunn);
}
