using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>Who has waited longest in temporary housing, and on whom it hangs: one list, reckoned anew at each question.</summary>
internal static class SoekBotid
{
    /// <summary>Which.</summary>
    public sealed class Filter
    {
        [Description("Minst så mange døgn.")]
        public int? MinstDoegn { get; init; }

        [Description("Bare husstander med barn eller unge.")]
        public bool? BarnEllerUng { get; init; }

        [Description("Bare dem der tre måneder er gått eller avtalt, og som venter på at en leder begrunner det.")]
        public bool? TrengerUnntak { get; init; }
    }

    public static void Map(IEndpointRouteBuilder botid) => botid.MapGet("/", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(SoekBotid))
        .WithSummary("Hvem har ventet lengst i midlertidig botilbud")
        .WithDescription(
            "Husstander i enheten din som har opphold i dag, lengste tid først. Klokka er samlet over plasser og korte brudd. Barn og unge er merket fra første dag; over tre måneder står de på lista til de har flyttet. "
            + "Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<BotidSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (filter.MinstDoegn is < 0)
            feil.Add(new("ugyldig-verdi", "Kan ikke være under 0.", Felt: "minstDoegn"));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var rader = await db.Botider(
            bruker, profil, tid.Idag(),
            new(valg.Antall + 1, Minst: filter.MinstDoegn ?? 0, BareBarnEllerUng: filter.BarnEllerUng == true, BareUnntak: filter.TrengerUnntak == true, Etter: valg.Etter), avbrutt);
        var side = valg.Side(rader, r => r.HusstandId);
        await logg.Les(bruker, side.Innhold.SelectMany(r => r.Bruk()), avbrutt);
        return TypedResults.Ok(side);
    }
}
