using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boligmasse.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>Decides to sell, once what it leads to is known.</summary>
internal static class VedtaSalg
{
    /// <summary>The vedtak.</summary>
    /// <param name="Salgsform">To whom, and at what price.</param>
    /// <param name="Takst">Kroner; must be there when the tenant buys.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Salgsform? Salgsform, [property: Range(0, 9_999_999_999)] decimal? Takst, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder saker) => saker.MapPost("/{id:guid}/vedtak", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithName(nameof(VedtaSalg))
        .WithSummary("Vedta å selge en bolig")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), utredning-mangler, ugyldig-overgang (409), salgsform-ikke-tillatt, takst-mangler, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<SalgssakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Set<Salgssak>().SingleOrDefaultAsync(s => s.Id == id, avbrutt) is not { } sak)
            return Problem.NotFound("Salgssaken");
        var (dato, form) = (request.Dato ?? tid.Idag(), request.Salgsform!.Value);
        if (Datokontroll.Kontroller(dato, tid.Idag(), sak.Utredet) is { } feil)
            return Problem.From(feil);
        if (Salg.KanVedtas(sak, form, request.Takst, profil.Boligmasse) is { } nei)
            return Problem.From(nei, nei.Kode is "utredning-mangler" or "ugyldig-overgang" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);

        (sak.Status, sak.Vedtatt, sak.VedtattAv, sak.Salgsform, sak.Takst) = (Salgsstatus.Vedtatt, dato, bruker.Navn, form, request.Takst);
        return await UtredSalg.Lagre(db, sak, avbrutt);
    }
}
