using System.ComponentModel;
using System.Data;
using Boligsosial.Boligregister.Husleie.Regler;
using Boligsosial.Boligregister.Leie;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>What a lease owes, and every posting that made it so.</summary>
internal static class HentReskontro
{
    private const int ViserMaaneder = 24;

    /// <summary>A posting.</summary>
    /// <param name="Nr">The order in which they were posted.</param>
    /// <param name="Type">«krav», «tillegg», «kreditering», «innbetaling», «tilbakefoering», «tilbakebetaling» or «avskrivning».</param>
    /// <param name="Dato">The day it counts from.</param>
    /// <param name="Maaned">The month that it is the rent of: «2026-12».</param>
    /// <param name="Forfall">When it falls due.</param>
    /// <param name="Beloep">Change of what is owed, kroner.</param>
    /// <param name="Avskrevet">Of it, or for an avskrivning beside it: change of what is written off and still owed.</param>
    /// <param name="Saldo">What was owed after it, in the order of the day.</param>
    /// <param name="Begrunnelse">Why, where somebody corrected.</param>
    /// <param name="BokfoertAv">Who posted it.</param>
    /// <param name="InnbetalingId">The payment that it is about: what a tilbakefoering is asked for by.</param>
    public sealed record Postering(
        long Nr, string Type, DateOnly Dato, string? Maaned, DateOnly? Forfall, decimal Beloep, decimal Avskrevet, decimal Saldo, string? Begrunnelse, string BokfoertAv,
        Guid? InnbetalingId);

    /// <summary>The account of a lease.</summary>
    /// <param name="LeieforholdId">The lease.</param>
    /// <param name="Kid">What its payments are marked with.</param>
    /// <param name="Betalingsform">How it is paid today.</param>
    /// <param name="Saldo">What is owed, due or not; below 0: paid ahead.</param>
    /// <param name="Fordring">Of it, what the accounts say.</param>
    /// <param name="Avskrevet">Of it, what is written off in the accounts.</param>
    /// <param name="Restanse">What is past its due date today, by age.</param>
    /// <param name="Aapne">Due dates with something unpaid, oldest first; also what is not due yet.</param>
    /// <param name="Betalingsavtale">The last one, when there is one.</param>
    /// <param name="Fra">First day of the postings shown.</param>
    /// <param name="InngaaendeSaldo">What was owed before that day.</param>
    /// <param name="Posteringer">Since then, by day.</param>
    public sealed record Reskontro(
        Guid LeieforholdId, string Kid, Betalingsform Betalingsform, decimal Saldo, decimal Fordring, decimal Avskrevet, Restansealder.Restanse Restanse,
        IReadOnlyList<Restansealder.Aapent> Aapne, BetalingsavtaleSvar? Betalingsavtale, DateOnly Fra, decimal InngaaendeSaldo, IReadOnlyList<Postering> Posteringer);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapGet("/{id:guid}/reskontro", Handle)
        .Krever(Tilganger.LesHusleie)
        .WithName(nameof(HentReskontro))
        .WithSummary("Hent reskontroen til et leieforhold")
        .WithDescription("Saldo, restanse etter alder og posteringer. Betalinger dekker det eldste først. Koder: ugyldig (400), finnes-ikke (404).")
        .ProducesProblem(400).ProducesProblem(404);

    private static async Task<Results<Ok<Reskontro>, ProblemHttpResult>> Handle(
        Guid id, [Description("Posteringer fra denne dagen; de siste 24 månedene når den mangler.")] DateOnly? fra,
        BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == id, avbrutt) is not { } leieforhold)
            return Problem.NotFound("Leieforholdet");

        await logg.LesHusleie(bruker, leieforhold, avbrutt);
        return TypedResults.Ok(await Les(db, profil.Husleie, id, fra, tid.Idag(), avbrutt));
    }

    internal static async Task<Reskontro> Les(BoligregisterDb db, Husleieprofil profil, Guid id, DateOnly? fra, DateOnly idag, CancellationToken avbrutt)
    {
        // One picture of a ledger that others post in meanwhile.
        await using var bilde = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, avbrutt) : null;
        var vistFra = fra ?? idag.AddMonths(-ViserMaaneder);
        var konto = await db.Database.SqlQuery<Kontorad>(
            $"""
            SELECT kid AS "Kid", fordring AS "Fordring", avskrevet AS "Avskrevet", aapne_forfall AS "AapneForfall", aapne_ubetalt AS "AapneUbetalt",
                   (SELECT form FROM betalingsform f WHERE f.leieforhold_id = k.leieforhold_id AND fra <= {idag} ORDER BY fra DESC LIMIT 1) AS "Form",
                   (SELECT coalesce(sum(p.fordring + p.avskrevet), 0) FROM husleiepost p WHERE p.leieforhold_id = k.leieforhold_id AND dato < {vistFra}) AS "Inngaaende"
            FROM husleiekonto k WHERE k.leieforhold_id = {id}
            """).SingleAsync(avbrutt);
        var vist = await db.Set<Husleiepost>().AsNoTracking().Where(p => p.LeieforholdId == id && p.Dato >= vistFra).OrderBy(p => p.Dato).ThenBy(p => p.Nr).ToListAsync(avbrutt);
        var aapne = Restansealder.Aapne(konto.AapneForfall, konto.AapneUbetalt).ToList();
        var avtale = await db.Set<Betalingsavtale>().AsNoTracking().Where(a => a.LeieforholdId == id).OrderByDescending(a => a.Id).FirstOrDefaultAsync(avbrutt);

        var saldo = konto.Inngaaende;
        return new(
            id, konto.Kid, konto.Betalingsform, konto.Fordring + konto.Avskrevet, konto.Fordring, konto.Avskrevet, Restansealder.Fordel(aapne, idag),
            aapne, avtale is null ? null : new(avtale, avtale.Status(aapne, idag, profil.Avtalenaade)), vistFra, konto.Inngaaende,
            [.. vist.Select(p => new Postering(
                p.Nr, p.Type, p.Dato, p.Maaned is { } maaned ? Husleie.Maaneder.Skriv(maaned) : null, p.Forfall, p.Fordring + p.Avskrevet, p.Avskrevet,
                saldo += p.Fordring + p.Avskrevet, p.Begrunnelse, p.BokfoertAv, p.InnbetalingId))]);
    }

    private sealed record Kontorad(string Kid, decimal Fordring, decimal Avskrevet, DateOnly[] AapneForfall, decimal[] AapneUbetalt, string? Form, decimal Inngaaende)
    {
        public Betalingsform Betalingsform => Form is null ? Betalingsform.Faktura : EnumText<Betalingsform>.Parse(Form);
    }
}
