using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boligmasse.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>Registers an agreement of tilvisning with a private owner.</summary>
internal static class InngaaTilvisningsavtale
{
    /// <summary>An agreement.</summary>
    /// <param name="Prosjekt">The project: «Ulsholtveien 31».</param>
    /// <param name="Utleier">The private owner, who lets.</param>
    /// <param name="Organisasjonsnummer">Nine digits.</param>
    /// <param name="AntallBoliger">Dwellings in the project.</param>
    /// <param name="Andel">The share that may be in use at once: 0.40.</param>
    /// <param name="AvtaltAntall">The number that the agreement states; null: as the share gives, rounded down.</param>
    /// <param name="Merknad">Must be there when the agreement states more than the share gives.</param>
    /// <param name="Fra">First day.</param>
    /// <param name="Til">The day after the last.</param>
    public sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 1)] string? Prosjekt, [property: Required, StringLength(200, MinimumLength = 1)] string? Utleier,
        [property: RegularExpression("[0-9]{9}")] string? Organisasjonsnummer, [property: Required, Range(1, 10_000)] int? AntallBoliger, [property: Required, Range(0.001, 1)] decimal? Andel,
        [property: Range(0, 10_000)] int? AvtaltAntall, string? Merknad, [property: Required] DateOnly? Fra, [property: Required] DateOnly? Til);

    public static void Map(IEndpointRouteBuilder avtaler) => avtaler.MapPost("/", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithName(nameof(InngaaTilvisningsavtale))
        .WithSummary("Registrer en tilvisningsavtale")
        .WithDescription("Utleieren leier ut; kommunen er ikke part i leieforholdene. Koder: ugyldig (400), andel-over-grensen, for-kort-avtale, over-taket (422).")
        .ProducesProblem(400).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<TilvisningsavtaleSvar>, ProblemHttpResult>> Handle(
        Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, HttpContext http)
    {
        var feil = Fritekst.Kreves("prosjekt", request.Prosjekt).Concat(Fritekst.Kreves("utleier", request.Utleier)).Concat(Fritekst.Kontroller("merknad", request.Merknad)).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var (antall, andel) = (request.AntallBoliger!.Value, request.Andel!.Value);
        if (Tilvisningstak.Kontroller(antall, andel, request.AvtaltAntall, !string.IsNullOrWhiteSpace(request.Merknad), request.Fra!.Value, request.Til!.Value, profil.Boligmasse) is { } nei)
            return Problem.From(nei);

        var avtale = new Tilvisningsavtale
        {
            Id = Guid.CreateVersion7(),
            Prosjekt = request.Prosjekt!,
            Utleier = request.Utleier!,
            Organisasjonsnummer = request.Organisasjonsnummer,
            AntallBoliger = antall,
            Andel = andel,
            Tak = request.AvtaltAntall ?? Tilvisningstak.Av(antall, andel),
            Merknad = request.Merknad,
            Fra = request.Fra.Value,
            Til = request.Til.Value,
            BesluttetAv = bruker.Navn,
        };
        db.Add(avtale);
        await db.SaveChangesAsync(http.RequestAborted);
        return TypedResults.Created(
            $"{http.Request.Path}/{avtale.Id}",
            new TilvisningsavtaleSvar(
                avtale.Id, avtale.Prosjekt, avtale.Utleier, avtale.Organisasjonsnummer, antall, andel, Tilvisningstak.Av(antall, andel), avtale.Tak, avtale.Merknad, avtale.Fra, avtale.Til, IBruk: 0));
    }
}
