using System.ComponentModel;
using Boligsosial.Boligregister.Husleie.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>Writes old krav off in the accounts, for the whole unit. They are owed as before; what comes in pays them first.</summary>
internal static class AvskrivKrav
{
    /// <summary>When.</summary>
    /// <param name="Dato">The day that it counts from; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    /// <summary>What was written off, or would be.</summary>
    /// <param name="SisteForfall">Krav that fell due on this day or before.</param>
    /// <param name="Antall">Leases.</param>
    /// <param name="Sum">Kroner.</param>
    /// <param name="Proev">Nothing is written.</param>
    public sealed record Avskrivningskjoering(DateOnly SisteForfall, int Antall, decimal Sum, bool Proev);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/avskrivning", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(AvskrivKrav))
        .WithSummary("Avskriv gamle krav i regnskapet")
        .WithDescription(
            "Det som er forfalt for så mange år siden som profilen sier, og ikke er betalt. Kravene består og kreves inn som før. proev=true viser antall og sum uten å skrive. "
            + "Koder: ugyldig (400), dato-i-framtiden, dato-for-tidlig, avskrives-ikke (422).")
        .ProducesProblem(400).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<Avskrivningskjoering>, ProblemHttpResult>> Handle(
        Request request, [Description("Vis hva kjøringen ville avskrive.")] bool? proev,
        BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), Husleiekonto.Begynnelse) is { } avvisning)
            return Problem.From(avvisning);
        if (profil.Husleie.AvskrivesEtterAar is not { } aar)
            return Problem.From(new("avskrives-ikke", "Kommunen avskriver ikke husleiekrav etter alder."));

        var sisteForfall = Avskrivning.SisteForfall(dato, aar);
        await using var transaksjon = await db.Begynn(avbrutt);
        await db.LaasReskontro(bruker.Enhet, avbrutt);
        var skrevet = proev == true ? await Proev(db, bruker.Enhet, sisteForfall, avbrutt) : await Avskriv(db, bruker, dato, sisteForfall, tid.GetUtcNow(), avbrutt);
        if (proev != true)
            logg.SkrivKjoering(db, bruker, "husleie/avskrivning");
        await db.Fullfoer(transaksjon, avbrutt);
        return TypedResults.Ok(new Avskrivningskjoering(sisteForfall, skrevet.Antall, skrevet.Sum, proev == true));
    }

    private static async Task<Avskrevet> Proev(BoligregisterDb db, string enhet, DateOnly sisteForfall, CancellationToken avbrutt) =>
        (await db.Database.SqlQuery<Avskrevet>(
            $"SELECT count(*)::integer AS \"Antall\", coalesce(sum(beloep), 0) AS \"Sum\" FROM husleie_avskrivbart({enhet}, {sisteForfall})").ToListAsync(avbrutt))[0];

    private static async Task<Avskrevet> Avskriv(BoligregisterDb db, Bruker bruker, DateOnly dato, DateOnly sisteForfall, DateTimeOffset naa, CancellationToken avbrutt) =>
        (await db.Database.SqlQuery<Avskrevet>(
            $"""
            WITH skrevet AS (
                INSERT INTO husleiepost (leieforhold_id, type, dato, fordring, avskrevet, bokfoert_av, registrert)
                SELECT leieforhold_id, 'avskrivning', {dato}, -beloep, beloep, {bruker.Navn}, {naa} FROM husleie_avskrivbart({bruker.Enhet}, {sisteForfall})
                RETURNING avskrevet)
            SELECT count(*)::integer AS "Antall", coalesce(sum(avskrevet), 0) AS "Sum" FROM skrevet
            """).ToListAsync(avbrutt))[0];

    private sealed record Avskrevet(int Antall, decimal Sum);
}
