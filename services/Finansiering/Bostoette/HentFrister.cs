using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>Which month an application counts for, and what happens when.</summary>
internal static class HentFrister
{
    private static readonly DateOnly Tidligst = new(2017, 1, 1);

    /// <summary>What has happened.</summary>
    public sealed class Filter
    {
        [Description("Dagen søknaden kom; i dag når den ikke er oppgitt.")]
        public DateOnly? Mottatt { get; init; }

        [Description("Dagen den siste mangelen ble rettet, når søknaden hadde noen.")]
        public DateOnly? Rettet { get; init; }

        [Description("Dagen underretningen om vedtaket kom fram.")]
        public DateOnly? Underrettet { get; init; }
    }

    /// <summary>The calendar of an application.</summary>
    /// <param name="Maaned">The first month that it counts for.</param>
    /// <param name="Soeknadsfrist">The last day to apply for that month.</param>
    /// <param name="RettesInnen">Defects mended until then count as in time.</param>
    /// <param name="Utbetales">When that month is paid.</param>
    /// <param name="ProevesPaaNytt">The months in which it is tried again by itself, if refused for the means.</param>
    /// <param name="Klagefrist">The last day for a klage; null until the notice has come.</param>
    /// <param name="Klagegang">Where a klage goes.</param>
    public sealed record Response(
        DateOnly Maaned, DateOnly Soeknadsfrist, DateOnly RettesInnen, DateOnly Utbetales, IReadOnlyList<DateOnly> ProevesPaaNytt, DateOnly? Klagefrist, string Klagegang);

    public static void Map(IEndpointRouteBuilder bostoette) => bostoette.MapGet("/frister", Handle)
        .Krever(Tilganger.BeregnBostoette)
        .WithName(nameof(HentFrister))
        .WithSummary("Fristene for en søknad om bostøtte")
        .WithDescription("Etter forskrift om bustøtte §§ 9 og 13 og forvaltningsloven § 29. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static Results<Ok<Response>, ProblemHttpResult> Handle([AsParameters] Filter filter, TimeProvider tid)
    {
        var mottatt = filter.Mottatt ?? tid.Idag();
        var feil = Feil(filter, mottatt).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var maaned = Bostoettefrister.FoersteMaaned(mottatt, filter.Rettet);
        return TypedResults.Ok(new Response(
            maaned, Bostoettefrister.Soeknadsfrist(maaned), Bostoettefrister.RettesInnen(maaned), Bostoettefrister.Utbetales(maaned),
            [.. Enumerable.Range(1, Bostoettefrister.ProevesPaaNyttMaaneder).Select(maaned.AddMonths)],
            filter.Underrettet is { } dag ? Klagefrist.Av(dag) : null,
            "Klagen sendes til Husbanken. Endrer ikke Husbanken vedtaket, og holder du fast ved klagen innen tre uker, avgjør Klagenemnd for Husbanken (forskrift om klagenemnd for Husbanken § 6)."));
    }

    private static IEnumerable<Avvisning> Feil(Filter filter, DateOnly mottatt)
    {
        var senest = new DateOnly(2199, 12, 31);
        if (mottatt < Tidligst || mottatt > senest)
            yield return new("utenfor-grensene", $"Fra {Tidligst:yyyy-MM-dd}, da reglene i § 9 kom, til {senest:yyyy-MM-dd}.", Felt: "mottatt");
        if (filter.Rettet < mottatt || filter.Rettet > senest)
            yield return new("dato-for-tidlig", "En mangel rettes ikke før søknaden kom.", Felt: "rettet");
        if (filter.Underrettet < mottatt || filter.Underrettet > senest)
            yield return new("dato-for-tidlig", "Underretningen kommer ikke før søknaden.", Felt: "underrettet");
    }
}
