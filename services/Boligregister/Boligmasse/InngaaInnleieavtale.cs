using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Boligmasse.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>Registers that the municipality rents a dwelling of a private owner, with leave to let it out again.</summary>
internal static class InngaaInnleieavtale
{
    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["innleieavtale_overlapper"] = new("allerede-innleid", "Boligen har en innleieavtale i hele eller deler av perioden.", Felt: "boligId"),
    };

    /// <summary>An agreement.</summary>
    /// <param name="BoligId">The dwelling, registered with disposisjonsform «innleid».</param>
    /// <param name="Utleier">The private owner.</param>
    /// <param name="Organisasjonsnummer">Nine digits.</param>
    /// <param name="Fra">First day.</param>
    /// <param name="Til">The day after the last; null: until notice is given.</param>
    /// <param name="Maanedsleie">Kroner a month that the municipality pays.</param>
    /// <param name="OppsigelsestidMaaneder">Whole months of notice, to the end of a month.</param>
    /// <param name="FramleieTillatt">Whether the owner has agreed to framleie; must be true.</param>
    /// <param name="Framleievilkaar">What the owner has demanded of framleie.</param>
    public sealed record Request(
        [property: Required] Guid? BoligId, [property: Required, StringLength(200, MinimumLength = 1)] string? Utleier, [property: RegularExpression("[0-9]{9}")] string? Organisasjonsnummer,
        [property: Required] DateOnly? Fra, DateOnly? Til, [property: Required, Range(0, 1_000_000)] decimal? Maanedsleie, [property: Required, Range(0, 24)] int? OppsigelsestidMaaneder,
        [property: Required] bool? FramleieTillatt, string? Framleievilkaar);

    public static void Map(IEndpointRouteBuilder avtaler) => avtaler.MapPost("/", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithName(nameof(InngaaInnleieavtale))
        .WithSummary("Registrer en innleieavtale")
        .WithDescription("Perioden er halvåpen, [fra, til). Koder: ugyldig (400), allerede-innleid (409), bolig-finnes-ikke, ikke-innleid, til-foer-fra, framleie-ikke-tillatt (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<InnleieavtaleSvar>, ProblemHttpResult>> Handle(Request request, BoligregisterDb db, Bruker bruker, HttpContext http)
    {
        var feil = Fritekst.Kreves("utleier", request.Utleier).Concat(Fritekst.Kontroller("framleievilkaar", request.Framleievilkaar)).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (Innleie.Kontroller(request.FramleieTillatt!.Value, request.Fra!.Value, request.Til) is { } nei)
            return Problem.From(nei);
        if (await db.Boliger.AsNoTracking().SingleOrDefaultAsync(b => b.Id == request.BoligId, http.RequestAborted) is not { } bolig)
            return Problem.From(new("bolig-finnes-ikke", "Boligen finnes ikke i registeret.", Felt: "boligId"));
        if (bolig.Data.Disposisjonsform != Disposisjonsform.Innleid)
            return Problem.From(new("ikke-innleid", "Boligen er ikke registrert som innleid.", Felt: "boligId"));

        var avtale = new Innleieavtale
        {
            Id = Guid.CreateVersion7(),
            BoligId = bolig.Id,
            Utleier = request.Utleier!,
            Organisasjonsnummer = request.Organisasjonsnummer,
            Fra = request.Fra.Value,
            Til = request.Til,
            Maanedsleie = request.Maanedsleie!.Value,
            OppsigelsestidMaaneder = request.OppsigelsestidMaaneder!.Value,
            Framleievilkaar = request.Framleievilkaar,
            BesluttetAv = bruker.Navn,
        };
        db.Add(avtale);
        if (await db.TrySave(Skranker, http.RequestAborted) is { } avvisning)
            return Problem.From(avvisning, StatusCodes.Status409Conflict);
        return TypedResults.Created($"{http.Request.Path}/{avtale.Id}", new InnleieavtaleSvar(avtale));
    }
}
