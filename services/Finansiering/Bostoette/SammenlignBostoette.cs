using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>What if: a household as it is, and with other income, rent, dwelling, municipality, people or month, in one call.</summary>
internal static class SammenlignBostoette
{
    private const int FlestEndringer = 50;
    private const int LengstNavn = 200;

    /// <summary>What would be otherwise; what is left out stays.</summary>
    /// <param name="Navn">What the caller calls it: «flytter til Ålesund».</param>
    /// <param name="Dato">A day in another month.</param>
    /// <param name="Kommunenummer">Another municipality.</param>
    /// <param name="Voksne">Persons from 18.</param>
    /// <param name="Barn">Persons under 18.</param>
    /// <param name="InntektPerMaaned">Kroner a month.</param>
    /// <param name="BoutgiftPerMaaned">Kroner a month.</param>
    /// <param name="Spesialtilpasset">Whether the dwelling is specially adapted.</param>
    /// <param name="Boform">How the dwelling is held.</param>
    /// <param name="BetalerOppvarming">Whether heating is paid by oneself.</param>
    /// <param name="Nettoformue">Kroner.</param>
    /// <param name="FormuesverdiBolig">Kroner; 0 when the household sells.</param>
    public sealed record Endring(
        string? Navn, DateOnly? Dato = null, string? Kommunenummer = null, int? Voksne = null, int? Barn = null, decimal? InntektPerMaaned = null, decimal? BoutgiftPerMaaned = null,
        bool? Spesialtilpasset = null, Boform? Boform = null, bool? BetalerOppvarming = null, decimal? Nettoformue = null, decimal? FormuesverdiBolig = null)
    {
        internal Opplysninger Paa(Opplysninger o) => o with
        {
            Dato = Dato ?? o.Dato,
            Kommunenummer = Kommunenummer ?? o.Kommunenummer,
            Voksne = Voksne ?? o.Voksne,
            Barn = Barn ?? o.Barn,
            InntektPerMaaned = InntektPerMaaned ?? o.InntektPerMaaned,
            BoutgiftPerMaaned = BoutgiftPerMaaned ?? o.BoutgiftPerMaaned,
            Spesialtilpasset = Spesialtilpasset ?? o.Spesialtilpasset,
            Boform = Boform ?? o.Boform,
            BetalerOppvarming = BetalerOppvarming ?? o.BetalerOppvarming,
            Nettoformue = Nettoformue ?? o.Nettoformue,
            FormuesverdiBolig = FormuesverdiBolig ?? o.FormuesverdiBolig,
        };
    }

    /// <summary>A household and what could change.</summary>
    /// <param name="Husstand">As it is.</param>
    /// <param name="Endringer">1 to 50, each held against the household as it is.</param>
    public sealed record Request(Opplysninger? Husstand, Endring[]? Endringer);

    /// <summary>The household with a change.</summary>
    /// <param name="Navn">As the caller calls it.</param>
    /// <param name="Beregning">The estimate.</param>
    /// <param name="EndringPerMaaned">Kroner a month more than as it is; negative: less.</param>
    /// <param name="EndringAvRaadighetPerMaaned">Kroner a month that the household has left after boutgifter more than as it is, before tax: income and bostøtte, less boutgifter.</param>
    public sealed record Alternativ(string? Navn, Beregningssvar Beregning, decimal EndringPerMaaned, decimal EndringAvRaadighetPerMaaned);

    /// <summary>As it is, and with each change.</summary>
    /// <param name="Naa">As it is, explained.</param>
    /// <param name="Alternativer">In the order they were asked for.</param>
    public sealed record Response(ForklartBeregning Naa, IReadOnlyList<Alternativ> Alternativer);

    public static void Map(IEndpointRouteBuilder bostoette) => bostoette.MapPost("/sammenligning", Handle)
        .Krever(Tilganger.BeregnBostoette)
        .WithName(nameof(SammenlignBostoette))
        .WithSummary("Hva hvis: bostøtten med annen inntekt, husleie, bolig eller kommune")
        .WithDescription("Et anslag: Husbanken avgjør. Koder: ugyldig (400), satser-mangler, satser-ikke-fastsatt, to-inntektsgrenser (422).")
        .ProducesProblem(400).ProducesProblem(422);

    private static Results<Ok<Response>, ProblemHttpResult> Handle(Request request)
    {
        var feil = Feil(request).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (Opplysningskontroll.Les(request.Husstand!, feil, "husstand.") is not var (grunnlag, satser))
            return feil.Svar();

        var naa = new ForklartBeregning(grunnlag, Utmaaling.Beregn(grunnlag, satser));
        var alternativer = new List<Alternativ>();
        foreach (var (nr, endring) in request.Endringer!.Index())
        {
            if (Opplysningskontroll.Les(endring.Paa(request.Husstand!), feil, $"endringer[{nr}].") is var (nytt, nyeSatser))
                alternativer.Add(Holdt(endring.Navn, nytt, Utmaaling.Beregn(nytt, nyeSatser), grunnlag, naa));
        }

        return feil.Count > 0 ? feil.Svar() : TypedResults.Ok(new Response(naa, alternativer));
    }

    private static Alternativ Holdt(string? navn, in Grunnlag nytt, in Beregning beregning, in Grunnlag gammelt, ForklartBeregning naa)
    {
        var mer = beregning.PerMaaned - naa.BostoettePerMaaned;
        return new(navn, new(nytt, beregning), mer, mer + (nytt.InntektPerMaaned - gammelt.InntektPerMaaned) - (nytt.BoutgiftPerMaaned - gammelt.BoutgiftPerMaaned));
    }

    private static IEnumerable<Avvisning> Feil(Request request)
    {
        if (request.Husstand is null)
            yield return new("mangler", "Må oppgis.", Felt: "husstand");
        if (request.Endringer is not { Length: >= 1 and <= FlestEndringer })
            yield return new("utenfor-grensene", $"Fra 1 til {FlestEndringer} endringer.", Felt: "endringer");
        foreach (var (nr, endring) in (request.Endringer ?? []).Index())
        {
            if (endring is null)
                yield return new("mangler", "Må oppgis.", Felt: $"endringer[{nr}]");
            else if (endring.Navn?.Length > LengstNavn || Foedselsnummer.FinnesI(endring.Navn))
                yield return new("ugyldig-verdi", $"Inntil {LengstNavn} tegn, uten fødselsnummer.", Felt: $"endringer[{nr}].navn");
        }
    }
}
