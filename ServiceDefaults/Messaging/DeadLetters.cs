using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.ServiceDefaults.Messaging;

/// <summary>For operators, in every service: the messages that it could not apply.</summary>
internal static class DeadLetters
{
    private const string Columns =
        """id AS "Nr", message_id AS "MeldingId", consumer AS "Mottaker", source AS "Utgiver", type AS "Type", key AS "Noekkel", attempts AS "Forsoek", error AS "Feil", received AS "Mottatt" """;

    public static void Map(IEndpointRouteBuilder drift)
    {
        var doede = drift.MapGroup("/doede-meldinger");
        doede.MapGet("/", List).WithName("HentDoedeMeldinger")
            .WithSummary("Meldinger som ikke lot seg behandle").WithDescription("Eldst først. Senere meldinger om det samme venter bak. Koder: ugyldig-verdi (400).").ProducesProblem(400);
        doede.MapGet("/{nr:long}", Read).WithName("HentDoedMelding")
            .WithSummary("En død melding med innhold og alle forsøk").WithDescription("Koder: finnes-ikke (404).").ProducesProblem(404);
        doede.MapPost("/{nr:long}/nytt-forsoek", ReplayOne).WithName("ProevDoedMelding")
            .WithSummary("Prøv en død melding igjen").WithDescription("Koder: finnes-ikke (404).").ProducesProblem(404);
        doede.MapPost("/nytt-forsoek", ReplayMany).WithName("ProevDoedeMeldinger")
            .WithSummary("Prøv alle døde meldinger igjen, eller de som er valgt").WithDescription("Koder: ugyldig (400).").ProducesProblem(400);
        doede.MapPost("/{nr:long}/forkasting", Discard).WithName("ForkastDoedMelding")
            .WithSummary("Forkast en død melding").WithDescription("Grunn og navn blir stående; det som ventet bak, går videre. Koder: ugyldig (400), finnes-ikke (404).").ProducesProblem(400).ProducesProblem(404);
    }

    /// <summary>A message that could not be applied.</summary>
    /// <param name="Nr">Its number in this service.</param>
    /// <param name="MeldingId">The message's own id.</param>
    /// <param name="Mottaker">The reaction that could not apply it.</param>
    /// <param name="Utgiver">The service that sent it.</param>
    /// <param name="Type">The event: «boligregister.bolig-endret».</param>
    /// <param name="Noekkel">The aggregate; later messages of it wait behind this one.</param>
    /// <param name="Forsoek">Attempts so far.</param>
    /// <param name="Feil">What went wrong the last time.</param>
    /// <param name="Mottatt">When it came.</param>
    public sealed record DoedMelding(long Nr, Guid MeldingId, string Mottaker, string Utgiver, string Type, string Noekkel, int Forsoek, string? Feil, DateTimeOffset Mottatt);

    /// <summary>A dead letter with its content.</summary>
    /// <param name="Sak">What the list shows.</param>
    /// <param name="Melding">The message as it came over the wire, as text.</param>
    /// <param name="Historikk">What went wrong each time, and replays: <c>[{tidspunkt, feil}]</c>.</param>
    /// <param name="VenterBak">Later messages of the same aggregate that wait.</param>
    public sealed record DoedMeldingMedInnhold(DoedMelding Sak, string Melding, JsonElement Historikk, int VenterBak);

    /// <summary>Which dead letters are tried again; all when nothing is said.</summary>
    /// <param name="Mottaker">Those of this reaction.</param>
    /// <param name="Nr">These.</param>
    public sealed record Utvalg(string? Mottaker, long[]? Nr);

    /// <summary>How many are tried again.</summary>
    public sealed record Antall(int Proeves);

    /// <summary>A message thrown away.</summary>
    /// <param name="Grunn">Why.</param>
    /// <param name="UtfoertAv">The name of the person who decides it.</param>
    public sealed record Forkasting(string? Grunn, string? UtfoertAv);

    private sealed record Innhold(string Melding, string Historikk, int VenterBak);

    private static async Task<Results<Ok<Side<DoedMelding>>, ProblemHttpResult>> List(int? antall, string? etter, ServiceDbContext db, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, null, out var side, out var feil))
            return Problem.Invalid([feil]);
        if (!long.TryParse(etter ?? "0", out var etterNr))
            return Problem.Invalid([new Avvisning("ugyldig-verdi", "Er ikke en verdi fra «neste» i et tidligere svar.", Felt: "etter")]);
        var rader = await db.Database.SqlQueryRaw<DoedMelding>(
            $"SELECT {Columns} FROM inbox_held WHERE state = 'dead' AND id > {{0}} ORDER BY id LIMIT {{1}}", etterNr, side.Antall + 1).ToListAsync(avbrutt);
        var neste = rader.Count > side.Antall ? $"{rader[side.Antall - 1].Nr}" : null;
        return TypedResults.Ok(new Side<DoedMelding>([.. rader.Take(side.Antall)], neste));
    }

    private static async Task<Results<Ok<DoedMeldingMedInnhold>, ProblemHttpResult>> Read(long nr, ServiceDbContext db, CancellationToken avbrutt)
    {
        var sak = await db.Database.SqlQueryRaw<DoedMelding>($"SELECT {Columns} FROM inbox_held WHERE state = 'dead' AND id = {{0}}", nr).SingleOrDefaultAsync(avbrutt);
        if (sak is null)
            return Problem.NotFound("Meldingen");
        var innhold = await db.Database.SqlQuery<Innhold>(
            $"""
            SELECT message AS "Melding", history::text AS "Historikk",
                   (SELECT count(*)::int FROM inbox_held b WHERE b.consumer = h.consumer AND b.key = h.key AND b.id > h.id AND b.state <> 'discarded') AS "VenterBak"
            FROM inbox_held h WHERE id = {nr}
            """).SingleAsync(avbrutt);
        return TypedResults.Ok(new DoedMeldingMedInnhold(sak, innhold.Melding, JsonElement.Parse(innhold.Historikk), innhold.VenterBak));
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ReplayOne(long nr, ServiceDbContext db, HeldSignal held, CancellationToken avbrutt) =>
        await Replay(db, held, null, [nr], avbrutt) == 0 ? Problem.NotFound("Meldingen") : TypedResults.Accepted((string?)null);

    private static async Task<Accepted<Antall>> ReplayMany(Utvalg request, ServiceDbContext db, HeldSignal held, CancellationToken avbrutt) =>
        TypedResults.Accepted((string?)null, new Antall(await Replay(db, held, request.Mottaker, request.Nr, avbrutt)));

    /// <summary>A person stands behind what is done here, and says why.</summary>
    internal static List<Avvisning> Mangler(params (string Felt, string? Verdi)[] felter) =>
        [.. felter.Where(f => string.IsNullOrWhiteSpace(f.Verdi) || f.Verdi.Length > 1000 || Foedselsnummer.FinnesI(f.Verdi)).Select(f => new Avvisning("mangler", "Må oppgis, med inntil 1000 tegn og uten fødselsnummer.", Felt: f.Felt))];

    private static async Task<int> Replay(ServiceDbContext db, HeldSignal held, string? mottaker, long[]? nr, CancellationToken avbrutt)
    {
        var proeves = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE inbox_held SET state = 'retry', next_attempt = now()
            WHERE state = 'dead' AND ({mottaker}::text IS NULL OR consumer = {mottaker}) AND ({nr}::bigint[] IS NULL OR id = ANY ({nr}))
            """,
            avbrutt);
        held.Set();
        return proeves;
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Discard(long nr, Forkasting request, ServiceDbContext db, HeldSignal held, CancellationToken avbrutt)
    {
        var feil = Mangler(("grunn", request.Grunn), ("utfoertAv", request.UtfoertAv));
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var forkastet = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE inbox_held SET state = 'discarded',
                history = history || jsonb_build_array(jsonb_build_object('tidspunkt', now(), 'forkastetAv', {request.UtfoertAv}::text, 'grunn', {request.Grunn}::text))
            WHERE state = 'dead' AND id = {nr}
            """,
            avbrutt);
        held.Set();
        return forkastet == 0 ? Problem.NotFound("Meldingen") : TypedResults.NoContent();
    }
}
