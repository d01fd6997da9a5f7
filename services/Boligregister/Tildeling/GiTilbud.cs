using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Tildeling.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>Offers a dwelling outside a meeting. What hinders it or is advised against is said; a person may go on, with a reason.</summary>
internal static class GiTilbud
{
    /// <summary>An offer.</summary>
    /// <param name="SoeknadId">To whom.</param>
    /// <param name="BoligId">Which dwelling.</param>
    /// <param name="Begrunnelse">Why, when something hinders it, is advised against, or somebody else comes first.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] Guid? SoeknadId, [property: Required] Guid? BoligId, string? Begrunnelse = null, [property: Dag] DateOnly? Dato = null);

    public static void Map(IEndpointRouteBuilder tilbud) => tilbud.MapPost("/", Handle)
        .Krever(Tilganger.AvgjoerSoeknader)
        .WithName(nameof(GiTilbud))
        .WithSummary("Gi tilbud om en bolig")
        .WithDescription(
            "Boligen reserveres til svarfristen. Det som hindrer eller advares mot, og at noen den passer for går foran, må begrunnes. "
            + "Koder: ugyldig (400), bolig-ikke-ledig, bolig-tilbudt, har-tilbud, soeknad-ikke-innvilget (409), soeknad-finnes-ikke, bolig-finnes-ikke, maa-begrunnes, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<TilbudSvar>, ProblemHttpResult>> Handle(
        Request request, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var (avbrutt, idag) = (http.RequestAborted, tid.Idag());
        var dato = request.Dato ?? idag;
        if (Fritekst.Kontroller("begrunnelse", request.Begrunnelse).ToList() is { Count: > 0 } feil)
            return Problem.Invalid(feil);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        if (await db.LaasSoeknad(request.SoeknadId!.Value, bruker, avbrutt) is not { } soeknad)
            return Problem.From(new("soeknad-finnes-ikke", "Søknaden finnes ikke.", Felt: "soeknadId"));
        if (Datokontroll.Kontroller(dato, idag, soeknad.Mottatt) is { } nei)
            return Problem.From(nei);
        if (await Ledigeboliger.Hent(db, request.BoligId, avbrutt) is [var bolig] && string.IsNullOrWhiteSpace(request.Begrunnelse))
        {
            var passform = Passform.Vurder(new(soeknad.Husstand, soeknad.Behov, soeknad.Kategorier, soeknad.InntektPerMaaned), bolig, profil.Tildeling);
            var imot = passform.Hindringer.Concat(passform.Advarsler).Select(g => g.Tekst).ToList();
            if (await NoenForan(db, soeknad.Id, bolig, profil, bruker, idag, avbrutt))
                imot.Add("Boligen passer for noen som står foran på ventelisten.");
            if (imot.Count > 0)
                return Problem.From(new("maa-begrunnes", $"{string.Join(" ", imot)} Det kan gjøres likevel, med en begrunnelse.", Felt: "begrunnelse"));
        }

        if (await db.Gi(soeknad, request.BoligId!.Value, null, dato, dato.AddDays(profil.Tildeling.Svarfrist), request.Begrunnelse, bruker, logg, avbrutt) is { } avvist)
            return avvist;
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        var tilbud = db.Set<Tilbud>().Local.Single();
        return TypedResults.Created($"{http.Request.Path}/{tilbud.Id}", new TilbudSvar(tilbud));
    }

    /// <summary>Whether the dwelling fits somebody who has waited for their turn, and has no offer to answer.</summary>
    private static async Task<bool> NoenForan(BoligregisterDb db, Guid soeknad, Ledigbolig bolig, Kommuneprofil profil, Bruker bruker, DateOnly idag, CancellationToken avbrutt)
    {
        var ventende = (await Ledigeboliger.UtenTilbud(db, profil, bruker, idag, avbrutt)).Alle;
        return ventende.Any(v => v.SoeknadId == soeknad)
            && ventende.TakeWhile(v => v.SoeknadId != soeknad).Any(v => Passform.Passer(v.Soeker(), bolig, profil.Tildeling));
    }
}
