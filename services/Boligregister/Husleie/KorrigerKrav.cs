using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Husleie.Regler;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>
/// The krav for a month should have been another: the difference is posted, as a kreditering or a tillegg. Without an amount it
/// is what the lease and its rent say now, as when the lease has ended inside the month.
/// </summary>
internal static class KorrigerKrav
{
    /// <summary>What it should have been.</summary>
    /// <param name="Maaned">«2026-12».</param>
    /// <param name="NyttBeloep">Kroner for the month; left out: computed anew from the lease.</param>
    /// <param name="Begrunnelse">In own words, without fødselsnummer.</param>
    /// <param name="Dato">The day the correction counts from; today when left out.</param>
    public sealed record Request([property: Required] string? Maaned, [property: Range(0, 1_000_000)] decimal? NyttBeloep, string? Begrunnelse, DateOnly? Dato);

    /// <summary>What was posted.</summary>
    /// <param name="Foer">The month's rent before, kroner.</param>
    /// <param name="Etter">And now.</param>
    public sealed record Korrigert(decimal Foer, decimal Etter);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/{id:guid}/korreksjoner", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(KorrigerKrav))
        .WithSummary("Korriger kravet for en måned")
        .WithDescription("Differansen føres som kreditering eller tillegg; kravet står. Koder: ugyldig (400), finnes-ikke (404), uendret (409), dato-i-framtiden, dato-for-tidlig, krav-finnes-ikke (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<Korrigert>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = Fritekst.Kreves("begrunnelse", request.Begrunnelse).ToList();
        if (!Maaneder.TryLes(request.Maaned, out var maaned))
            feil.Add(new("ugyldig-verdi", "Er ikke en måned (2026-12).", Felt: "maaned"));
        if (request.NyttBeloep is { } oppgitt && decimal.Round(oppgitt, 2) != oppgitt)
            feil.Add(new("ugyldig-verdi", "Kan ha to desimaler.", Felt: "nyttBeloep"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == id, avbrutt) is not { } leieforhold)
            return Problem.NotFound("Leieforholdet");

        await using var transaksjon = await db.Begynn(avbrutt);
        var konto = await db.LaasKonto(bruker.Enhet, id, avbrutt);
        var poster = await db.Set<Husleiepost>().AsNoTracking().Where(p => p.LeieforholdId == id && p.Maaned == maaned).ToListAsync(avbrutt);
        if (poster.Find(p => p.Type == Husleiepost.Krav) is not { } krav)
            return Problem.From(new("krav-finnes-ikke", "Det er ikke laget krav for denne måneden.", Felt: "maaned"));
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), krav.Dato) is { } avvisning)
            return Problem.From(avvisning);

        var foer = poster.Sum(p => p.Fordring + p.Avskrevet);
        var etter = request.NyttBeloep ?? Maanedskrav.Beregn(maaned, leieforhold.Fra, Slutt(leieforhold, dato), await Leier(db, id, avbrutt));
        if (etter == foer)
            return Problem.From(new("uendret", "Kravet er allerede slik."), StatusCodes.Status409Conflict);

        var endringer = etter > foer
            ? [(Maanedskrav.Forfall(maaned, dato, profil.Husleie.Forfallsdag, profil.Husleie.Betalingsfrist), etter - foer)]
            : Krediter(poster, foer - etter);
        // What is credited is no longer a loss either: no more stays written off than is owed.
        var (saldo, avskrevet) = (konto.Saldo, konto.Avskrevet);
        foreach (var (forfall, beloep) in endringer)
        {
            saldo += beloep;
            var avskrivning = Math.Min(avskrevet, Math.Max(0, saldo)) - avskrevet;
            avskrevet += avskrivning;
            db.Add(new Husleiepost
            {
                LeieforholdId = id,
                Type = beloep > 0 ? Husleiepost.Tillegg : Husleiepost.Kreditering,
                Dato = dato,
                Forfall = forfall,
                Maaned = maaned,
                Fordring = beloep - avskrivning,
                Avskrevet = avskrivning,
                Begrunnelse = request.Begrunnelse,
                BokfoertAv = bruker.Navn,
                Registrert = tid.GetUtcNow(),
            });
        }

        logg.SkrivHusleie(db, bruker, leieforhold);
        await db.Fullfoer(transaksjon, avbrutt);
        return TypedResults.Ok(new Korrigert(foer, etter));
    }

    /// <summary>As <c>leieforhold_slutt</c>: who has moved in and not out lives there still, whatever was agreed.</summary>
    private static DateOnly? Slutt(Leieforhold leieforhold, DateOnly dag) =>
        leieforhold.Utflyttet ?? (leieforhold.Til <= dag && leieforhold.Innflyttet is not null ? null : leieforhold.Til);

    /// <summary>Of what fell due last first, and never more of a due date than there is.</summary>
    private static (DateOnly Forfall, decimal Beloep)[] Krediter(List<Husleiepost> poster, decimal rest)
    {
        var kreditert = new List<(DateOnly, decimal)>();
        foreach (var gruppe in poster.GroupBy(p => p.Forfall!.Value).OrderByDescending(g => g.Key))
        {
            var beloep = Math.Min(rest, gruppe.Sum(p => p.Fordring + p.Avskrevet));
            if (beloep > 0)
                kreditert.Add((gruppe.Key, -beloep));
            rest -= beloep;
        }

        return [.. kreditert];
    }

    private static async Task<List<Maanedskrav.Leie>> Leier(BoligregisterDb db, Guid id, CancellationToken avbrutt) =>
        [.. (await db.Database.SqlQuery<Leierad>($"SELECT fra AS \"Fra\", maanedsleie AS \"Maanedsleie\" FROM leiefastsettelse WHERE leieforhold_id = {id} ORDER BY fra").ToListAsync(avbrutt))
            .Select(l => new Maanedskrav.Leie(l.Fra, l.Maanedsleie))];

    private sealed record Leierad(DateOnly Fra, decimal Maanedsleie);
}
