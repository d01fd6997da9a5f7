using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>Estimates bostøtte for a whole list of households in one month, and what it comes to. Nothing is kept, and nothing explained.</summary>
internal static class BeregnMaanedsliste
{
    private const int FlestHusstander = 10_000;
    private const int FlestFeil = 100;
    private const int LengstReferanse = 100;

    /// <summary>A household on the list.</summary>
    /// <param name="Referanse">What the caller knows it by; comes back as it was.</param>
    /// <param name="Opplysninger">The household; its <c>dato</c> and <c>kommunenummer</c> are those of the list when left out.</param>
    public sealed record Rad(string? Referanse, Opplysninger? Opplysninger);

    /// <summary>A list.</summary>
    /// <param name="Dato">A day in the month.</param>
    /// <param name="Kommunenummer">Of those that do not say otherwise.</param>
    /// <param name="Husstander">1 to 10 000.</param>
    public sealed record Request(DateOnly? Dato, string? Kommunenummer, Rad[]? Husstander);

    /// <summary>The estimate for one.</summary>
    /// <param name="Referanse">As it came.</param>
    /// <param name="BostoettePerMaaned">Kroner a month.</param>
    /// <param name="EgendelPerAar">Kroner a year.</param>
    /// <param name="OmregnetInntektPerAar">Kroner a year.</param>
    public sealed record Svarrad(string? Referanse, decimal BostoettePerMaaned, decimal EgendelPerAar, decimal OmregnetInntektPerAar);

    /// <summary>The estimates, in the order of the list.</summary>
    /// <param name="Antall">Households on the list.</param>
    /// <param name="MedBostoette">Of these, those that would get any.</param>
    /// <param name="SumPerMaaned">Kroner a month, together.</param>
    /// <param name="Forbehold">Who decides.</param>
    /// <param name="Husstander">Each of them.</param>
    public sealed record Response(int Antall, int MedBostoette, decimal SumPerMaaned, string Forbehold, IReadOnlyList<Svarrad> Husstander);

    public static void Map(IEndpointRouteBuilder bostoette) => bostoette.MapPost("/maanedsliste", Handle)
        .Krever(Tilganger.BeregnBostoette)
        .WithName(nameof(BeregnMaanedsliste))
        .WithSummary("Anslå bostøtten til inntil 10 000 husstander i en måned")
        .WithDescription("Er én husstand feil, blir ingen beregnet; svaret sier hvilke felt. Et anslag: Husbanken avgjør. Koder: ugyldig (400), satser-mangler, satser-ikke-fastsatt, to-inntektsgrenser (422).")
        .ProducesProblem(400).ProducesProblem(422);

    private static Results<Ok<Response>, ProblemHttpResult> Handle(Request request)
    {
        if (request.Husstander is not { Length: >= 1 and <= FlestHusstander })
            return Problem.Invalid([new("utenfor-grensene", $"Fra 1 til {FlestHusstander} husstander.", Felt: "husstander")]);

        var (feil, rader) = (new List<Avvisning>(), new List<Svarrad>(request.Husstander.Length));
        foreach (var (nr, rad) in request.Husstander.Index())
        {
            if (feil.Count >= FlestFeil)
                break;
            if (Les(request, rad, nr, feil) is not var (grunnlag, satser))
                continue;
            var beregning = Utmaaling.Beregn(grunnlag, satser);
            rader.Add(new(rad.Referanse, beregning.PerMaaned, Utmaaling.Oere(beregning.Egendel), Utmaaling.Oere(beregning.Omregnet)));
        }

        return feil.Count > 0
            ? feil.Svar()
            : TypedResults.Ok(new Response(rader.Count, rader.Count(r => r.BostoettePerMaaned > 0), rader.Sum(r => r.BostoettePerMaaned), Beregningssvar.Husbanken, rader));
    }

    private static (Grunnlag Grunnlag, Satser Satser)? Les(Request request, Rad? rad, int nr, List<Avvisning> feil)
    {
        if (rad?.Opplysninger is not { } o)
            feil.Add(new("mangler", "Må oppgis.", Felt: $"husstander[{nr}].opplysninger"));
        else if (rad.Referanse?.Length > LengstReferanse || Foedselsnummer.FinnesI(rad.Referanse))
            feil.Add(new("ugyldig-verdi", $"Inntil {LengstReferanse} tegn, uten fødselsnummer.", Felt: $"husstander[{nr}].referanse"));
        else if (o.Dato is { } dato && (dato.Year, dato.Month) != (request.Dato?.Year, request.Dato?.Month))
            feil.Add(new("annen-maaned", "Listen gjelder én måned.", Felt: $"husstander[{nr}].opplysninger.dato"));
        else
            return Opplysningskontroll.Les(o with { Dato = request.Dato, Kommunenummer = o.Kommunenummer ?? request.Kommunenummer }, feil, $"husstander[{nr}].opplysninger.");
        return null;
    }
}
