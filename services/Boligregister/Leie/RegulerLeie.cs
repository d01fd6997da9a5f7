using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Leie.Regler;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>
/// Regulates rent, of one lease, some or all that run: by konsumprisindeks (husleieloven § 4-2) or to gjengs leie (§ 4-3).
/// Tried first, then done: both compute the same way, and each lease has its numbers or the reason why not.
/// </summary>
internal static class RegulerLeie
{
    private const int FlestVist = 10_000;

    /// <summary>What to regulate.</summary>
    /// <param name="Grunnlag">«kpi» or «gjengs-leie»: then the dwelling's registered maanedsleie is what gjengs leie is assessed to be.</param>
    /// <param name="VirkningFra">The first day of the new rent.</param>
    /// <param name="Varslet">The day that the tenants were told, or gjengs leie was claimed, in writing.</param>
    /// <param name="Utfoer">False: only compute.</param>
    /// <param name="Leieforhold">These only; null: all that run in the unit.</param>
    /// <param name="KpiMaaned">The month of the index to regulate by; the newest registered when left out.</param>
    public sealed record Request(
        [property: Required] Leiegrunnlag? Grunnlag, [property: Required, Dag] DateOnly? VirkningFra, [property: Required, Dag] DateOnly? Varslet, bool Utfoer = false,
        [property: MaxLength(FlestVist)] Guid[]? Leieforhold = null, [property: Dag] DateOnly? KpiMaaned = null);

    /// <summary>What becomes of a lease's rent.</summary>
    /// <param name="LeieforholdId">The lease.</param>
    /// <param name="Foer">Kroner a month.</param>
    /// <param name="Etter">Kroner a month; as before where it is not changed.</param>
    /// <param name="SistFastsatt">When the rent was last fixed.</param>
    /// <param name="IndeksDa">The index of that month.</param>
    /// <param name="IndeksNaa">The index that it is regulated by.</param>
    /// <param name="Avvisning">Why it is not changed.</param>
    public sealed record Linje(Guid LeieforholdId, decimal Foer, decimal Etter, DateOnly SistFastsatt, decimal? IndeksDa, decimal? IndeksNaa, Avvisning? Avvisning);

    /// <summary>All of it.</summary>
    /// <param name="Utfoert">Whether it was done.</param>
    /// <param name="Endret">Leases whose rent changes.</param>
    /// <param name="Avvist">Leases that cannot be regulated now.</param>
    /// <param name="SumFoer">Kroner a month of all that were looked at.</param>
    /// <param name="SumEtter">Kroner a month after it.</param>
    /// <param name="Linjer">Lease by lease; the first 10 000.</param>
    public sealed record Response(bool Utfoert, int Endret, int Avvist, decimal SumFoer, decimal SumEtter, IReadOnlyList<Linje> Linjer);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/leieregulering", Handle)
        .Krever(Tilganger.EndreLeieforhold)
        .WithTags("Leieforhold")
        .WithName(nameof(RegulerLeie))
        .WithSummary("Reguler leie, for ett leieforhold eller alle")
        .WithDescription(
            "Uten utfoer beregnes det bare. Husleieloven § 4-2 (indeks: ett år siden sist, én måneds varsel) og § 4-3 (gjengs leie: to år og seks måneder, seks måneders varsel). "
            + "Koder: ugyldig (400), indeks-mangler, gjengs-leie-brukes-ikke, grunnlag-er-avtale, dato-i-framtiden (422); per leieforhold: regulering-for-tidlig, gjengs-leie-for-tidlig, indeks-mangler, leie-mangler, uendret.")
        .ProducesProblem(400).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Request request, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (request.Grunnlag == Leiegrunnlag.Avtale)
            return Problem.From(new("grunnlag-er-avtale", "Leie reguleres etter kpi eller til gjengs-leie.", Felt: "grunnlag"));
        if (request.Grunnlag == Leiegrunnlag.GjengsLeie && !profil.Leie.GjengsLeie)
            return Problem.From(new("gjengs-leie-brukes-ikke", "Kommunen tilpasser ikke leie til gjengs leie (kommuneprofilen).", Felt: "grunnlag"));
        if (Datokontroll.Kontroller(request.Varslet!.Value, tid.Idag(), felt: "varslet") is { } nei)
            return Problem.From(nei);
        var indeks = await Indeks(db, request.KpiMaaned, avbrutt);
        if (request.Grunnlag == Leiegrunnlag.Kpi && indeks is null)
            return Problem.From(new("indeks-mangler", "Indeksen for måneden er ikke registrert.", Felt: "kpiMaaned"));

        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        var linjer = (await Leier(db, bruker, request, avbrutt)).ConvertAll(l => Beregn(l, request, indeks, profil.Leie.HeleKroner));
        var endret = linjer.FindAll(l => l.Avvisning is null);
        if (request.Utfoer && endret.Count > 0)
        {
            await Skriv(db, request, indeks?.Maaned, endret, avbrutt);
            await db.Publish(endret.Select(e => new LeieFastsatt(e.LeieforholdId, request.VirkningFra!.Value, e.Etter)), avbrutt);
            var leietakere = await db.Leieforhold.AsNoTracking().Where(l => endret.Select(e => e.LeieforholdId).Contains(l.Id)).ToListAsync(avbrutt);
            foreach (var bruk in leietakere.SelectMany(l => l.Skrevet()))
                logg.Skriv(db, bruker, bruk);
            await db.SaveChangesAsync(avbrutt);
        }

        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Ok(new Response(
            request.Utfoer, endret.Count, linjer.Count - endret.Count, linjer.Sum(l => l.Foer), linjer.Sum(l => l.Etter), [.. linjer.Take(FlestVist)]));
    }

    private static Linje Beregn(Leie l, Request request, Indekstall? indeks, bool heleKroner)
    {
        var (virkning, varslet) = (request.VirkningFra!.Value, request.Varslet!.Value);
        var kpi = request.Grunnlag == Leiegrunnlag.Kpi;
        var avvisning = kpi
            ? Leieregulering.KontrollerKpi(virkning, l.SistFastsatt, varslet) ?? (l.IndeksDa is null ? new("indeks-mangler", $"Indeksen for {l.IndeksMaaned:yyyy-MM} er ikke registrert.") : null)
            : Leieregulering.KontrollerGjengs(virkning, l.SistAnnet, l.SistFastsatt, varslet) ?? (l.Boligleie is null ? new("leie-mangler", "Boligen har ingen registrert leie.") : null);
        var etter = avvisning is not null ? l.Maanedsleie
            : kpi ? Leieregulering.Avrund(Leieregulering.KpiTak(l.Maanedsleie, l.IndeksDa!.Value, indeks!.Verdi), heleKroner)
            : l.Boligleie!.Value;
        if (avvisning is null && etter == l.Maanedsleie)
            avvisning = new("uendret", "Leien blir den samme.");
        return new(l.Id, l.Maanedsleie, etter, l.SistFastsatt, kpi ? l.IndeksDa : null, kpi ? indeks?.Verdi : null, avvisning);
    }

    private static Task<Indekstall?> Indeks(BoligregisterDb db, DateOnly? maaned, CancellationToken avbrutt) => db.Database.SqlQuery<Indekstall>(
        $"""
        SELECT maaned AS "Maaned", verdi AS "Verdi" FROM konsumprisindeks
        WHERE {maaned}::date IS NULL OR maaned = date_trunc('month', {maaned}::timestamp)::date ORDER BY maaned DESC LIMIT 1
        """).SingleOrDefaultAsync(avbrutt);

    /// <summary>The leases that run on the day, with what the rules need; locked, where it is to be done.</summary>
    private static async Task<List<Leie>> Leier(BoligregisterDb db, Bruker bruker, Request request, CancellationToken avbrutt)
    {
        if (request.Utfoer)
            await db.Database.ExecuteSqlAsync($"SELECT id FROM leieforhold WHERE enhet = {bruker.Enhet} AND utflyttet IS NULL ORDER BY id FOR UPDATE", avbrutt);
        return await db.Database.SqlQuery<Leie>(
            $"""
            SELECT l.id AS "Id", l.maanedsleie AS "Maanedsleie", sist.fra AS "SistFastsatt", annet.fra AS "SistAnnet", m.maaned AS "IndeksMaaned", i.verdi AS "IndeksDa", b.maanedsleie AS "Boligleie"
            FROM leieforhold l
            JOIN bolig b ON b.id = l.bolig_id
            CROSS JOIN LATERAL (SELECT fra, kpi_maaned FROM leiefastsettelse f WHERE f.leieforhold_id = l.id ORDER BY fra DESC LIMIT 1) sist
            CROSS JOIN LATERAL (SELECT max(fra) AS fra FROM leiefastsettelse f WHERE f.leieforhold_id = l.id AND grunnlag <> 'kpi') annet
            CROSS JOIN LATERAL (SELECT coalesce(sist.kpi_maaned, date_trunc('month', sist.fra::timestamp)::date) AS maaned) m
            LEFT JOIN konsumprisindeks i ON i.maaned = m.maaned
            WHERE l.enhet = {bruker.Enhet} AND NOT noen_skjult(l.enhet, l.leietakere, {bruker.Skjermet}) AND l.fra <= {request.VirkningFra} AND l.utflyttet IS NULL
              AND (l.til IS NULL OR l.til > {request.VirkningFra}) AND ({request.Leieforhold}::uuid[] IS NULL OR l.id = ANY ({request.Leieforhold}))
            ORDER BY l.id
            """).ToListAsync(avbrutt);
    }

    private static Task<int> Skriv(BoligregisterDb db, Request request, DateOnly? kpiMaaned, List<Linje> endret, CancellationToken avbrutt)
    {
        var (ider, leier) = (endret.Select(e => e.LeieforholdId).ToArray(), endret.Select(e => e.Etter).ToArray());
        var grunnlag = ServiceDefaults.Json.EnumNames<Leiegrunnlag>.Of(request.Grunnlag!.Value);
        var maaned = request.Grunnlag == Leiegrunnlag.Kpi ? kpiMaaned : null;
        return db.Database.ExecuteSqlAsync(
            $"""
            WITH ny AS (
                INSERT INTO leiefastsettelse (leieforhold_id, fra, maanedsleie, grunnlag, kpi_maaned)
                SELECT id, {request.VirkningFra}, leie, {grunnlag}, {maaned} FROM unnest({ider}, {leier}) AS e(id, leie) RETURNING leieforhold_id, maanedsleie)
            UPDATE leieforhold l SET maanedsleie = ny.maanedsleie FROM ny WHERE l.id = ny.leieforhold_id
            """, avbrutt);
    }

    private sealed record Leie(Guid Id, decimal Maanedsleie, DateOnly SistFastsatt, DateOnly SistAnnet, DateOnly IndeksMaaned, decimal? IndeksDa, decimal? Boligleie);

    private sealed record Indekstall(DateOnly Maaned, decimal Verdi);
}
