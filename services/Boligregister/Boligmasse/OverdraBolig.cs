using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Boligmasse.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>The buyer takes over the dwelling: it is avhendet, and no longer the municipality's to let.</summary>
internal static class OverdraBolig
{
    /// <summary>The handing over.</summary>
    /// <param name="Pris">Kroner.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required, Range(0, 9_999_999_999)] decimal? Pris, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder saker) => saker.MapPost("/{id:guid}/overdragelse", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithName(nameof(OverdraBolig))
        .WithSummary("Overdra en solgt bolig")
        .WithDescription("Boligen får status avhendet. Koder: ugyldig (400), finnes-ikke (404), ugyldig-overgang, leieforhold-loeper (409), pris-ulik-takst, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<SalgssakSvar>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Set<Salgssak>().SingleOrDefaultAsync(s => s.Id == id, avbrutt) is not { } sak)
            return Problem.NotFound("Salgssaken");
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), sak.Vedtatt) is { } feil)
            return Problem.From(feil);
        var utleid = await db.Leieforhold.AnyAsync(l => l.BoligId == sak.BoligId && (l.Til == null || l.Til > dato), avbrutt);
        if (Salg.KanOverdras(sak, request.Pris!.Value, utleid) is { } nei)
            return Problem.From(nei, nei.Kode == "pris-ulik-takst" ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);

        var bolig = await db.Boliger.SingleAsync(b => b.Id == sak.BoligId, avbrutt);
        (sak.Status, sak.Overdratt, sak.Pris) = (Salgsstatus.Overdratt, dato, request.Pris);
        db.EndreStatus(bolig, Boligstatus.Avhendet, dato);
        return await UtredSalg.Lagre(db, sak, avbrutt);
    }
}
