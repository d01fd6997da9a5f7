using System.Text.Json;
using Boligsosial.Boligregister.Tildeling.Regler;
using Boligsosial.Boligregister.Venteliste;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>
/// Begins a meeting: over all vacant dwellings and everyone who waits, the system proposes who gets which. People decide.
/// </summary>
internal static class HoldTildelingsmoete
{
    /// <summary>A meeting.</summary>
    /// <param name="Dato">The day; today when left out. The waiting list is as on that day, the dwellings are those vacant now.</param>
    public sealed record Request([property: Dag] DateOnly? Dato = null);

    /// <summary>A meeting begun.</summary>
    /// <param name="Moete">The meeting.</param>
    /// <param name="Ventende">How many wait.</param>
    /// <param name="LedigeBoliger">How many dwellings are vacant.</param>
    /// <param name="Foreslaatt">How many are proposed a dwelling.</param>
    public sealed record Response(TildelingsmoeteSvar Moete, int Ventende, int LedigeBoliger, int Foreslaatt);

    public static void Map(IEndpointRouteBuilder moeter) => moeter.MapPost("/", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(HoldTildelingsmoete))
        .WithSummary("Hold et tildelingsmøte: få et forslag over alle ledige boliger og hele ventelisten")
        .WithDescription(
            "Ingen lavere på listen får bolig der det holder en høyere ute når begge kunne fått; så den boligen som passer best. Forslaget endres av mennesker og blir til tilbud når møtet avsluttes. "
            + "De som har et tilbud å svare på, er ikke med. Uten skjermet er de med adressebeskyttelse ikke med. Kan sendes med Idempotency-Key. Koder: ugyldig (400), dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<Response>, ProblemHttpResult>> Handle(Request request, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, Bruker bruker, HttpContext http)
    {
        var avbrutt = http.RequestAborted;
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag()) is { } nei)
            return Problem.From(nei);

        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        var rangering = await Ledigeboliger.UtenTilbud(db, profil, bruker, dato, avbrutt);
        var ventende = rangering.Alle;
        var ledige = await Ledigeboliger.Hent(db, null, avbrutt);
        var fordeling = Foreslaa(ventende, ledige, profil.Tildeling, out var passer);
        var moete = new Tildelingsmoete
        {
            Enhet = bruker.Enhet,
            Dato = dato,
            HoldtAv = bruker.Navn,
            OeyeblikksbildeId = await Ventelisten.Ta(db, bruker, dato, rangering.Kriterier, rangering.Plasser, avbrutt),
        };
        db.Add(moete);
        await db.SaveChangesAsync(avbrutt);
        await Skriv(db, moete.Id, ventende, ledige, fordeling, passer, profil.Tildeling, avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Created(
            $"{http.Request.Path.Value!.TrimEnd('/')}/{moete.Id}", new Response(new(moete, profil.Tildeling), ventende.Count, ledige.Count, fordeling.Count(b => b >= 0)));
    }

    /// <summary>The index of each one's dwelling, -1 for none. Those with equal needs share the list of what fits.</summary>
    internal static int[] Foreslaa(IReadOnlyList<Ventende> ventende, IReadOnlyList<Ledigbolig> ledige, Tildelingsprofil profil, out IReadOnlyList<int[]> passer)
    {
        var soekere = ventende.Select(v => v.Soeker()).ToArray();
        var lister = new Dictionary<(string, string, int, bool), int[]>();
        passer = Array.ConvertAll(soekere, s =>
        {
            var behov = (string.Join('|', s.Kategorier), s.Behov.Tilgjengelighet, Trangboddhet.Soverom(s.Husstand, s.Behov.Soverom, profil.PersonerPerSoverom), s.Behov.Skjermet);
            return lister.TryGetValue(behov, out var liste)
                ? liste
                : lister[behov] = [.. Enumerable.Range(0, ledige.Count).Where(b => Passform.Passer(s, ledige[b], profil))];
        });
        return Boligfordeling.Fordel(passer, ledige.Count, (s, b) => Passform.Poeng(soekere[s], ledige[b], profil));
    }

    private static async Task Skriv(
        BoligregisterDb db, Guid moete, IReadOnlyList<Ventende> ventende, List<Ledigbolig> ledige, int[] fordeling, IReadOnlyList<int[]> passer, Tildelingsprofil profil,
        CancellationToken avbrutt)
    {
        var (soeknader, plasser) = (ventende.Select(v => v.SoeknadId).ToArray(), ventende.Select(v => v.Plass).ToArray());
        var boliger = fordeling.Select(b => b < 0 ? (Guid?)null : ledige[b].Id).ToArray();
        var utfall = fordeling.Select((b, s) => EnumNames<Radutfall>.Of(b >= 0 ? Radutfall.Foreslaatt : passer[s].Length == 0 ? Radutfall.IngenPasser : Radutfall.GikkTilHoeyerePlass)).ToArray();
        var passformer = fordeling.Select((b, s) => b < 0 ? null : Json(Passform.Vurder(ventende[s].Soeker(), ledige[b], profil))).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO tildelingsrad (moete_id, soeknad_id, plass, foreslaatt, utfall, passform, bolig_id)
            SELECT {moete}, soeknad, plass, bolig, utfall, passform::jsonb, bolig FROM unnest({soeknader}, {plasser}, {boliger}, {utfall}, {passformer}) AS r(soeknad, plass, bolig, utfall, passform)
            """, avbrutt);
        var (ider, slik) = (ledige.Select(b => b.Id).ToArray(), ledige.Select(Json).ToArray());
        await db.Database.ExecuteSqlAsync($"INSERT INTO tildelingsbolig SELECT {moete}, id, slik::jsonb FROM unnest({ider}, {slik}) AS b(id, slik)", avbrutt);
    }

    private static string Json<T>(T verdi) => JsonSerializer.Serialize(verdi, JsonSerializerOptions.Web);
}
