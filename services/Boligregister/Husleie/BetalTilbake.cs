using System.ComponentModel.DataAnnotations;
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

/// <summary>Posts that what the tenants had paid too much was paid back; the payment itself is the bank's.</summary>
internal static class BetalTilbake
{
    /// <summary>How much, and why.</summary>
    /// <param name="Beloep">Kroner.</param>
    /// <param name="Begrunnelse">In own words, without fødselsnummer.</param>
    /// <param name="Dato">The day it was paid; today when left out.</param>
    public sealed record Request([property: Required, Range(0.01, 1_000_000)] decimal? Beloep, string? Begrunnelse, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/{id:guid}/tilbakebetalinger", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(BetalTilbake))
        .WithSummary("Før en tilbakebetaling av for mye betalt")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), dato-i-framtiden, dato-for-tidlig, mer-enn-til-gode (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var (beloep, dato) = (request.Beloep!.Value, request.Dato ?? tid.Idag());
        var feil = Fritekst.Kreves("begrunnelse", request.Begrunnelse).ToList();
        if (decimal.Round(beloep, 2) != beloep)
            feil.Add(new("ugyldig-verdi", "Kan ha to desimaler.", Felt: "beloep"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (Datokontroll.Kontroller(dato, tid.Idag(), Husleiekonto.Begynnelse) is { } avvisning)
            return Problem.From(avvisning);
        if (await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == id, avbrutt) is not { } leieforhold)
            return Problem.NotFound("Leieforholdet");

        await using var transaksjon = await db.Begynn(avbrutt);
        var konto = await db.LaasKonto(bruker.Enhet, id, avbrutt);
        if (beloep > -konto.Saldo)
            return Problem.From(new("mer-enn-til-gode", $"Leietakerne har {Math.Max(0, -konto.Saldo)} kroner til gode.", Felt: "beloep"));
        db.Add(new Husleiepost
        {
            LeieforholdId = id,
            Type = Husleiepost.Tilbakebetaling,
            Dato = dato,
            Fordring = beloep,
            Begrunnelse = request.Begrunnelse,
            BokfoertAv = bruker.Navn,
            Registrert = tid.GetUtcNow(),
        });
        logg.SkrivHusleie(db, bruker, leieforhold);
        await db.Fullfoer(transaksjon, avbrutt);
        return TypedResults.NoContent();
    }
}
