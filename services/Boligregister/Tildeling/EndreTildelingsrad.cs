using System.Text.Json;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Tildeling.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>People change what was proposed, with a reason: another dwelling, or none. What was proposed stays beside it.</summary>
internal static class EndreTildelingsrad
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["tildelingsrad_en_bolig"] = new("bolig-valgt", "Boligen er valgt for en annen i møtet. Endre den raden først.", Felt: "boligId"),
    };

    /// <summary>The change.</summary>
    /// <param name="BoligId">One of the meeting's dwellings; null: none.</param>
    /// <param name="Begrunnelse">Why.</param>
    public sealed record Request(Guid? BoligId, string? Begrunnelse);

    public static void Map(IEndpointRouteBuilder moeter) => moeter.MapPost("/{id:guid}/rader/{soeknadId:guid}/endring", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(EndreTildelingsrad))
        .WithSummary("Endre forslaget for en søker")
        .WithDescription(
            "Med begrunnelse, også når noe hindrer eller advares mot; svaret sier hva. Koder: ugyldig (400), finnes-ikke (404), moetet-er-avsluttet, bolig-valgt (409), bolig-ikke-i-moetet (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<HentTildelingsmoete.Rad>, ProblemHttpResult>> Handle(
        Guid id, Guid soeknadId, Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (Fritekst.Kreves("begrunnelse", request.Begrunnelse).ToList() is { Count: > 0 } feil)
            return Problem.Invalid(feil);
        if (await db.Moeter(bruker).AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, avbrutt) is not { } moete)
            return Problem.NotFound("Tildelingsmøtet");
        if (await db.Rader(id, bruker).SingleOrDefaultAsync(r => r.SoeknadId == soeknadId, avbrutt) is not { } rad)
            return Problem.NotFound("Raden");
        if (moete.Avsluttet is not null)
            return Problem.From(new("moetet-er-avsluttet", $"Møtet ble avsluttet {moete.Avsluttet:yyyy-MM-dd}."), StatusCodes.Status409Conflict);

        var soeknad = await db.SynligeSoeknader(bruker).SingleAsync(s => s.Id == soeknadId, avbrutt);
        rad.Passform = null;
        if (request.BoligId is { } valgt)
        {
            var bolig = await db.Database.SqlQuery<string>($"SELECT slik_den_var::text AS \"Value\" FROM tildelingsbolig WHERE moete_id = {id} AND bolig_id = {valgt}").SingleOrDefaultAsync(avbrutt);
            if (bolig is null)
                return Problem.From(new("bolig-ikke-i-moetet", "Boligen var ikke ledig da møtet begynte.", Felt: "boligId"));
            var ledig = JsonSerializer.Deserialize<Ledigbolig>(bolig, JsonSerializerOptions.Web)!;
            rad.Passform = JsonSerializer.Serialize(
                Passform.Vurder(new(soeknad.Husstand, soeknad.Behov, soeknad.Kategorier, soeknad.InntektPerMaaned), ledig, profil.Tildeling), JsonSerializerOptions.Web);
        }

        rad.Endre(request.BoligId, bruker.Navn, request.Begrunnelse!);
        foreach (var bruk in soeknad.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        return await db.TrySave(Skranker, avbrutt) is { } avvisning
            ? Problem.From(avvisning, StatusCodes.Status409Conflict)
            : TypedResults.Ok(HentTildelingsmoete.Vis(rad));
    }
}
