using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Bostoettesaker.Husbanken;

/// <summary>
/// Sends Husbanken the paper applications that are complete and count for a month (forskrift om bostøtte § 9), each once; those that came electronically are there already, and people
/// with a graded address go on paper. First it is written down what is to be sent, then the file is put out, under the same name however often it is tried.
/// </summary>
internal static class SendSoeknader
{
    /// <summary>What to send.</summary>
    /// <param name="Maaned">A day in the month, not one to come; applications for earlier months that are not sent go with it.</param>
    public sealed record Request([property: Required] DateOnly? Maaned);

    /// <summary>What was sent.</summary>
    /// <param name="Forsendelser">New, and any that an earlier try did not get out.</param>
    /// <param name="Soeknadsfrist">The last day to apply for the month.</param>
    /// <param name="EtterFristen">Today is after it.</param>
    /// <param name="PaaPapir">Cases of people with a graded address, to be sent on paper; null for who does not see them.</param>
    public sealed record Response(IReadOnlyList<Forsendelse> Forsendelser, DateOnly Soeknadsfrist, bool EtterFristen, int? PaaPapir);

    /// <summary>A file.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Maaned">The month it is for.</param>
    /// <param name="Fil">Its name.</param>
    /// <param name="Antall">Applications in it.</param>
    public sealed record Forsendelse(Guid Id, DateOnly Maaned, string Fil, int Antall);

    public static void Map(IEndpointRouteBuilder husbanken) => husbanken.MapPost("/forsendelser", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(SendSoeknader))
        .WithSummary("Send månedens søknader om bostøtte til Husbanken")
        .WithDescription(
            "En fil med én JSON-linje per søknad: referanse, foedselsnummer, maaned, mottatt. En søknad sendes én gang; kan kalles så ofte man vil. "
            + "Koder: ugyldig (400), husbanken-ikke-satt-opp (409), dato-i-framtiden (422), husbanken-utilgjengelig (503).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, FinansieringDb db, IHusbanken husbanken, Personer personer, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var idag = tid.Idag();
        var maaned = new DateOnly(request.Maaned!.Value.Year, request.Maaned.Value.Month, 1);
        if (!husbanken.Klar)
            return LesSvar.IkkeSattOpp;
        if (maaned > idag || maaned.Year < 2017)
            return Problem.From(new("dato-i-framtiden", "Det sendes for en måned som har begynt, fra 2017.", Felt: "maaned"));

        try
        {
            await Samle(db, maaned, bruker, tid, avbrutt);
            var sendt = await Send(db, husbanken, personer, bruker, logg, tid, avbrutt);
            var frist = Bostoettefrister.Soeknadsfrist(maaned);
            return TypedResults.Ok(new Response(sendt, frist, idag > frist, bruker.Skjermet ? await Skjermede(db, maaned, bruker, avbrutt) : null));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is to be sent is written down, and goes out the next time.
            return LesSvar.Utilgjengelig;
        }
    }

    /// <summary>Writes down which cases go in a file of their own.</summary>
    private static async Task Samle(FinansieringDb db, DateOnly maaned, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
        await db.LaasHusbanken(bruker.Enhet, avbrutt);
        var id = Guid.CreateVersion7(tid.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO bostoetteforsendelse (id, enhet, maaned, laget, laget_av) VALUES ({id}, {bruker.Enhet}, {maaned}, {tid.GetUtcNow()}, {bruker.Navn})", avbrutt);
        var antall = await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE bostoettesak SET forsendelse_id = {id}
            WHERE enhet = {bruker.Enhet} AND status = 'mottatt' AND kanal = 'papir' AND forsendelse_id IS NULL AND maaned <= {maaned} AND NOT person_skjult(soeker, false)
            """, avbrutt);
        if (antall > 0)
            await transaksjon.CommitAsync(avbrutt);
    }

    /// <summary>Puts out every file that is not out, and logs whose number went with it.</summary>
    private static async Task<List<Forsendelse>> Send(FinansieringDb db, IHusbanken husbanken, Personer personer, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
        await db.LaasHusbanken(bruker.Enhet, avbrutt);
        var usendte = await db.Database.SqlQuery<Usendt>($"""SELECT id AS "Id", maaned AS "Maaned" FROM bostoetteforsendelse WHERE enhet = {bruker.Enhet} AND sendt IS NULL ORDER BY id""").ToListAsync(avbrutt);
        var sendt = new List<Forsendelse>();
        foreach (var (id, maaned) in usendte)
        {
            // Graded since it was written down: on paper after all.
            await db.Database.ExecuteSqlAsync($"UPDATE bostoettesak SET forsendelse_id = NULL WHERE forsendelse_id = {id} AND person_skjult(soeker, false)", avbrutt);
            var saker = await db.Set<Bostoettesak>().FromSql($"SELECT *, xmin FROM bostoettesak WHERE forsendelse_id = {id}").AsNoTracking().OrderBy(s => s.Id).ToListAsync(avbrutt);
            var numre = await personer.Numre(saker.Select(s => new PersonRef(s.Soeker)), bruker, avbrutt);
            var fil = $"bostoette-{maaned:yyyy-MM}-{id}.jsonl";
            await husbanken.Send(bruker.Enhet, fil, Innhold(saker, numre), avbrutt);
            await db.Database.ExecuteSqlAsync($"UPDATE bostoettesak SET sendt = {tid.Idag()} WHERE forsendelse_id = {id}", avbrutt);
            await db.Database.ExecuteSqlAsync($"UPDATE bostoetteforsendelse SET antall = {saker.Count}, sendt = {tid.GetUtcNow()} WHERE id = {id}", avbrutt);
            foreach (var sak in saker)
                logg.Skriv(db, bruker, new(Handling.Skrevet, new PersonRef(sak.Soeker), "foedselsnummer", "søknad om bostøtte til Husbanken", $"bostoettesak/{sak.Id}"));
            sendt.Add(new(id, maaned, fil, saker.Count));
        }

        await db.SaveChangesAsync(avbrutt);
        await transaksjon.CommitAsync(avbrutt);
        return sendt;
    }

    private static byte[] Innhold(IEnumerable<Bostoettesak> saker, IReadOnlyDictionary<PersonRef, string> numre) => Encoding.UTF8.GetBytes(string.Concat(saker.Select(s =>
        JsonSerializer.Serialize(new { referanse = s.Id, foedselsnummer = numre[new(s.Soeker)], maaned = s.Maaned.ToString("yyyy-MM"), mottatt = s.Mottatt }) + "\n")));

    private static Task<int> Skjermede(FinansieringDb db, DateOnly maaned, Bruker bruker, CancellationToken avbrutt) => db.Database.SqlQuery<int>(
        $"""
        SELECT count(*)::int AS "Value" FROM bostoettesak
        WHERE enhet = {bruker.Enhet} AND status = 'mottatt' AND kanal = 'papir' AND forsendelse_id IS NULL AND maaned <= {maaned} AND person_skjult(soeker, false)
        """).SingleAsync(avbrutt);

    private sealed record Usendt(Guid Id, DateOnly Maaned);
}
