using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Fravikelse.Regler;
using Boligsosial.Boligregister.Husleie;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>The first step: the tenants are reminded, and the case begins.</summary>
internal static class SendPurring
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["fravikelsessak_en_aapen"] = new("sak-aapen", "Leieforholdet har en åpen fravikelsessak.", Felt: "leieforholdId"),
    };

    /// <summary>Who is reminded.</summary>
    /// <param name="LeieforholdId">The lease.</param>
    /// <param name="Dato">The day it was sent; today when left out.</param>
    public sealed record Request([property: Required] Guid? LeieforholdId, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder fravikelser) => fravikelser.MapPost("/", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(SendPurring))
        .WithSummary("Send purring og åpne en fravikelsessak")
        .WithDescription(
            "Tidligst profilens antall dager etter forfall. "
            + "Koder: ugyldig (400), sak-aapen, utflyttet, ingen-restanse, avtale-loeper, dekning-ventes (409), leieforhold-finnes-ikke, dato-i-framtiden, dato-for-tidlig, for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<FravikelsessakSvar>, ProblemHttpResult>> Handle(
        Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), Husleiekonto.Begynnelse) is { } feilDato)
            return Problem.From(feilDato);
        if (await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == request.LeieforholdId, http.RequestAborted) is not { } leieforhold)
            return Problem.From(new("leieforhold-finnes-ikke", "Leieforholdet finnes ikke.", Felt: "leieforholdId"));

        await using var transaksjon = await db.Begynn(http.RequestAborted);
        var stand = (await db.Stander([leieforhold.Id], dato, profil.Husleie, http.RequestAborted))[leieforhold.Id];
        if (Trapp.Hindrer(Steg.Purring, new(), stand, dato, profil.Husleie) is { } hindring)
            return Saksgang.Nei(hindring);

        var sak = Fravikelsessak.Purr(leieforhold.Id, bruker.Enhet, stand.Barn, dato, bruker.Navn, profil.Husleie);
        db.Add(sak);
        logg.SkrivHusleie(db, bruker, leieforhold);
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        await db.Fullfoer(transaksjon, http.RequestAborted);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{sak.Id}", FravikelsessakSvar.Av(sak, stand, tid.Idag(), profil.Husleie));
    }
}
