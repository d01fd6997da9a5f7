using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>Plans to buy dwellings.</summary>
internal static class PlanleggKjoep
{
    private static readonly string[] Tilgjengeligheter = [Tilgjengelighet.Ordinaer, Tilgjengelighet.Trinnfri, Tilgjengelighet.Rullestol];

    /// <summary>What to buy.</summary>
    /// <param name="Aar">The year.</param>
    /// <param name="Antall">Dwellings.</param>
    /// <param name="Kategori">From the kommuneprofil.</param>
    /// <param name="Soverom">Bedrooms; 0 for a bedsit.</param>
    /// <param name="Tilgjengelighet">«ordinaer», «trinnfri» or «rullestol».</param>
    /// <param name="Omraade">Housing area; null: anywhere.</param>
    /// <param name="Ramme">Kroner.</param>
    /// <param name="Merknad">In words.</param>
    /// <param name="Dato">The day that it was planned; today when left out.</param>
    public sealed record Request(
        [property: Required, Range(2000, 2100)] int? Aar, [property: Required, Range(1, 1000)] int? Antall, [property: Required] string? Kategori, [property: Required, Range(0, 20)] int? Soverom,
        [property: Required] string? Tilgjengelighet, [property: StringLength(100)] string? Omraade, [property: Range(0, 9_999_999_999)] decimal? Ramme, string? Merknad, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder planer) => planer.MapPost("/", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithName(nameof(PlanleggKjoep))
        .WithSummary("Planlegg kjøp av boliger")
        .WithDescription("Koder: ugyldig (400), ukjent-verdi, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<KjoepsplanSvar>, ProblemHttpResult>> Handle(
        Request request, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, TimeProvider tid, HttpContext http)
    {
        var dato = request.Dato ?? tid.Idag();
        var feil = Fritekst.Kontroller("omraade", request.Omraade).Concat(Fritekst.Kontroller("merknad", request.Merknad)).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (Datokontroll.Kontroller(dato, tid.Idag()) is { } framtid)
            return Problem.From(framtid);
        if (!profil.Kategorier.Contains(request.Kategori))
            return Problem.From(Avvisning.UkjentVerdi("kategori", profil.Kategorier));
        if (!Tilgjengeligheter.Contains(request.Tilgjengelighet))
            return Problem.From(Avvisning.UkjentVerdi("tilgjengelighet", Tilgjengeligheter));

        var plan = new Kjoepsplan
        {
            Id = Guid.CreateVersion7(),
            Aar = request.Aar!.Value,
            Antall = request.Antall!.Value,
            Kategori = request.Kategori!,
            Soverom = request.Soverom!.Value,
            Tilgjengelighet = request.Tilgjengelighet!,
            Omraade = request.Omraade,
            Ramme = request.Ramme,
            Merknad = request.Merknad,
            StatusFra = dato,
            BesluttetAv = bruker.Navn,
        };
        db.Add(plan);
        await db.SaveChangesAsync(http.RequestAborted);
        return TypedResults.Created($"{http.Request.Path}/{plan.Id}", new KjoepsplanSvar(plan));
    }
}
