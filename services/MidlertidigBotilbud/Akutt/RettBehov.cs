using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>Now it is known how many they are, how old the children are, what they need.</summary>
internal static class RettBehov
{
    /// <summary>What replaces what was said.</summary>
    /// <param name="Voksne">From 18.</param>
    /// <param name="BarnsAlder">The age of each child in whole years.</param>
    /// <param name="Alder">Of the youngest adult, in whole years.</param>
    /// <param name="Tilgjengelighet">What the place must be; «ordinaer» when left out.</param>
    /// <param name="KanBoRusfritt">They can stay where it is a condition to be rusfri; true when left out.</param>
    /// <param name="Husdyr">They have an animal with them.</param>
    /// <param name="Skolekrets">Where the children go to school.</param>
    /// <param name="Grunn">Why; must be said when there are no longer children or youth among them.</param>
    public sealed record Request(
        [property: Range(0, 20)] int Voksne, [property: MaxLength(20)] int[]? BarnsAlder, [property: Range(15, 120)] int? Alder, Tilgjengelighet? Tilgjengelighet, bool? KanBoRusfritt, bool Husdyr,
        [property: MaxLength(100)] string? Skolekrets, string? Grunn = null)
    {
        /// <summary>What is wrong with it.</summary>
        internal IEnumerable<Avvisning> Feil()
        {
            if (BarnsAlder?.Any(a => a is < 0 or > 17) == true)
                yield return new("ugyldig-verdi", "Må være tall fra 0 til 17.", Felt: "barnsAlder");
            if (Voksne + (BarnsAlder?.Length ?? 0) == 0)
                yield return new("mangler", "Si hvor mange de er, voksne og barn.", Felt: "voksne");
            foreach (var feil in Fritekst.Kontroller("skolekrets", Skolekrets).Concat(Fritekst.Kontroller("grunn", Grunn)))
                yield return feil;
        }

        internal Behov Behov() => new(Voksne, [.. (BarnsAlder ?? []).Order()], Alder, Tilgjengelighet ?? Plasser.Tilgjengelighet.Ordinaer, KanBoRusfritt ?? true, Husdyr, Skolekrets);
    }

    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapPost("/behov", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(RettBehov))
        .WithSummary("Rett hvem som trenger plass, og hva de trenger")
        .WithDescription("Erstatter det som er registrert, som kan leses i rettinger. Faller merket for barn eller unge bort, må det sies hvorfor. Koder: ugyldig (400), finnes-ikke (404), grunn-mangler (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);

    private static async Task<Results<Ok<HenvendelseSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var feil = request.Feil().ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        return await db.EndreHenvendelse(id, null, bruker, logg, http, (henvendelse, _) =>
            henvendelse.Rett(request.Behov(), request.Grunn, profil.UngUnder, tid.GetUtcNow(), bruker.Navn) is { } nei ? Problem.From(nei) : null);
    }
}
