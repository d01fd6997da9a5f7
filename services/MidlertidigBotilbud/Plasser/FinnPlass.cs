using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Plasser.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>Which places are for this household tonight, or in other nights; and why each of the others is not.</summary>
internal static class FinnPlass
{
    private const int Standard = 20;

    /// <summary>Which nights.</summary>
    public sealed class Filter
    {
        [Description("Første natt; i natt, eller dagen behovet begynner, når den er utelatt.")]
        public DateOnly? Ankomst { get; init; }

        [Description("Avreisedagen, som ikke er en natt; dagen etter ankomst når den er utelatt.")]
        public DateOnly? Avreise { get; init; }

        [Description("Så mange treff og så mange bom; 20 når det er utelatt, høyst 500.")]
        public int? Antall { get; init; }
    }

    /// <summary>What there is.</summary>
    /// <param name="Ankomst">First night.</param>
    /// <param name="Avreise">Day of departure.</param>
    /// <param name="AntallTreff">How many suit and are free.</param>
    /// <param name="Treff">The best of them first.</param>
    /// <param name="Bom">Those that nearly did first, and why not.</param>
    /// <param name="BomEtterGrunn">How many fail for each reason; one can fail for several.</param>
    public sealed record Response(DateOnly Ankomst, DateOnly Avreise, int AntallTreff, IReadOnlyList<Treff> Treff, IReadOnlyList<Bomtreff> Bom, IReadOnlyList<Grunn> BomEtterGrunn);

    /// <summary>So many places.</summary>
    /// <param name="Hvorfor">Why not.</param>
    /// <param name="Antall">How many.</param>
    public sealed record Grunn(Bom Hvorfor, int Antall);

    public static void Map(IEndpointRouteBuilder henvendelse) => henvendelse.MapGet("/plasser", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(FinnPlass))
        .WithSummary("Finn plass til en husstand")
        .WithDescription("Treff, beste først: barnas skole, ikke flere senger enn nødvendig, kvalitet, pris. For resten: hvorfor ikke, og når de blir ledige. Koder: ugyldig (400), finnes-ikke (404).")
        .ProducesProblem(400).ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] Filter filter, MidlertidigBotilbudDb db, Plassoek plasser, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (filter.Antall is < 0 or > 500)
            return Problem.Invalid([new("ugyldig-verdi", "Må være fra 0 til 500.", Felt: "antall")]);
        if (await db.SynligeHenvendelser(bruker).SingleOrDefaultAsync(h => h.Id == id, avbrutt) is not { } henvendelse)
            return Problem.NotFound("Henvendelsen");
        var idag = tid.Idag();
        var ankomst = filter.Ankomst ?? (henvendelse.BehovFra > idag ? henvendelse.BehovFra : idag);
        if (ankomst.Year is < 2010 or > 2199)
            return Problem.Invalid([new Avvisning("ugyldig-verdi", "Må være fra 2010 til 2199.", Felt: "ankomst")]);
        var avreise = filter.Avreise ?? ankomst.AddDays(1);
        if (avreise <= ankomst || avreise > ankomst.AddYears(1))
            return Problem.Invalid([new Avvisning("ugyldig-verdi", "Må være etter ankomst, og innen et år.", Felt: "avreise")]);

        var funn = await plasser.Finn(bruker.Enhet, henvendelse.Behov, new(ankomst, avreise, idag), filter.Antall ?? Standard, avbrutt);
        await logg.Les(bruker, henvendelse.Bruk(), avbrutt);
        return TypedResults.Ok(new Response(
            ankomst, avreise, funn.AntallTreff, funn.Treff, funn.Bom, [.. funn.BomEtterGrunn.OrderBy(g => g.Key).Select(g => new Grunn(g.Key, g.Value))]));
    }
}
