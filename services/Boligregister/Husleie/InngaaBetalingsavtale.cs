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

/// <summary>Agrees with the tenants how what they owe is to be paid. While it is kept the ladder towards fravikelse stands still.</summary>
internal static class InngaaBetalingsavtale
{
    private const int FlesteAvdrag = 120;
    private const int LengsteAar = 10;

    /// <summary>The instalments.</summary>
    /// <param name="Avdrag">1 to 120, in the order of their days; together what is owed on the day.</param>
    /// <param name="Dato">The day it is made; today when left out.</param>
    public sealed record Request([property: Required, MinLength(1), MaxLength(FlesteAvdrag)] Avdrag[]? Avdrag, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/{id:guid}/betalingsavtale", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(InngaaBetalingsavtale))
        .WithSummary("Inngå en betalingsavtale")
        .WithDescription(
            "Avdragene skal til sammen være restansen den dagen. Avtalen er brutt når et avdrag, eller husleie ved siden av, ikke er betalt innen profilens nåde. "
            + "Koder: ugyldig (400), finnes-ikke (404), avtale-loeper (409), dato-i-framtiden, dato-for-tidlig, ingen-restanse, avdrag-sum (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<BetalingsavtaleSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), Husleiekonto.Begynnelse) is { } feilDato)
            return Problem.From(feilDato);
        if (!ErGyldige(request.Avdrag!, dato))
            return Problem.Invalid([new("ugyldig-verdi", $"Avdragene må ha stigende dager fra avtalen og høyst {LengsteAar} år fram, og beløp over 0 med høyst to desimaler.", Felt: "avdrag")]);
        if (await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == id, http.RequestAborted) is not { } leieforhold)
            return Problem.NotFound("Leieforholdet");

        await using var transaksjon = await db.Begynn(http.RequestAborted);
        await db.LaasKonto(bruker.Enhet, id, http.RequestAborted);
        var aapne = (await db.Aapne([id], dato, http.RequestAborted))[id].ToList();
        if (await db.Set<Betalingsavtale>().SingleOrDefaultAsync(a => a.LeieforholdId == id && a.Avsluttet == null, http.RequestAborted) is { } forrige)
        {
            if (forrige.Status(aapne, dato, profil.Husleie.Avtalenaade) == Avtalestatus.Loeper)
                return Problem.From(new("avtale-loeper", "Leieforholdet har en betalingsavtale som løper."), StatusCodes.Status409Conflict);
            forrige.Avslutt(dato, bruker.Navn);
            await db.SaveChangesAsync(http.RequestAborted);
        }

        var restanse = aapne.Sum(a => a.Ubetalt);
        if (restanse <= 0)
            return Problem.From(new("ingen-restanse", "Leieforholdet har ingen restanse."));
        if (request.Avdrag!.Sum(a => a.Beloep) != restanse)
            return Problem.From(new("avdrag-sum", $"Avdragene må til sammen være restansen, {restanse} kroner.", Felt: "avdrag"));

        var avtale = new Betalingsavtale
        {
            Id = Guid.CreateVersion7(),
            LeieforholdId = id,
            Inngaatt = dato,
            Restanse = restanse,
            AvdragForfall = [.. request.Avdrag!.Select(a => a.Forfall)],
            AvdragBeloep = [.. request.Avdrag!.Select(a => a.Beloep)],
            InngaattAv = bruker.Navn,
        };
        db.Add(avtale);
        logg.SkrivHusleie(db, bruker, leieforhold);
        await db.Fullfoer(transaksjon, http.RequestAborted);
        return TypedResults.Created($"{http.Request.Path}/{avtale.Id}", new BetalingsavtaleSvar(avtale, avtale.Status(aapne, dato, profil.Husleie.Avtalenaade)));
    }

    private static bool ErGyldige(Avdrag?[] avdrag, DateOnly dato)
    {
        var forrige = dato.AddDays(-1);
        foreach (var ett in avdrag)
        {
            if (ett is null || ett.Forfall <= forrige || ett.Forfall > dato.AddYears(LengsteAar) || ett.Beloep is <= 0 or > 10_000_000 || decimal.Round(ett.Beloep, 2) != ett.Beloep)
                return false;
            forrige = ett.Forfall;
        }

        return true;
    }
}
