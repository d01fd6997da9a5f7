using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Venteliste.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Venteliste;

/// <summary>The waiting list as it was kept, each place computed again from what was stored with it.</summary>
internal static class HentOeyeblikksbilde
{
    /// <summary>A waiting list as it was.</summary>
    /// <param name="Dag">The day.</param>
    /// <param name="TattAv">Who kept it.</param>
    /// <param name="Antall">How many waited.</param>
    /// <param name="Stemmer">Whether the computation gives every place that was stored.</param>
    /// <param name="Kriterier">In force on that day.</param>
    /// <param name="Innhold">A page of it, first place first.</param>
    /// <param name="Neste">Send as <c>etter</c> to get the next page; null on the last.</param>
    public sealed record Response(DateOnly Dag, string TattAv, int Antall, bool Stemmer, IReadOnlyList<Kriterium> Kriterier, IReadOnlyList<Plassert> Innhold, string? Neste);

    /// <summary>A place as it was.</summary>
    /// <param name="Plass">1 is first.</param>
    /// <param name="SoeknadId">The application.</param>
    /// <param name="Poeng">Points.</param>
    /// <param name="Grunner">Every criterion then in force, met or not.</param>
    public sealed record Plassert(int Plass, Guid SoeknadId, int Poeng, IReadOnlyList<Grunn> Grunner);

    public static void Map(IEndpointRouteBuilder venteliste) => venteliste.MapGet("/oeyeblikksbilder/{id:guid}", Handle)
        .Krever(Tilganger.LesSoeknader)
        .WithName(nameof(HentOeyeblikksbilde))
        .WithSummary("Hent ventelisten slik den var")
        .WithDescription("Hver plass er regnet ut på nytt av det som ble lagret. Koder: ugyldig (400), finnes-ikke (404).")
        .ProducesProblem(400).ProducesProblem(404);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, int? antall, string? etter, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);
        if (await Ventelisten.Den(db, id, bruker, avbrutt) is not { } bilde)
            return Problem.NotFound("Øyeblikksbildet");
        var fra = valg.Etter is { } forrige ? bilde.Rader.FindIndex(r => r.SoeknadId == forrige) + 1 : 0;
        if (fra == 0 && valg.Etter is not null)
            return Problem.Invalid([new Avvisning("ugyldig-verdi", "Er ikke en verdi fra «neste» i et tidligere svar.", Felt: "etter")]);

        var plasser = bilde.Rader.GetRange(fra, Math.Min(valg.Antall + 1, bilde.Rader.Count - fra));
        var ider = plasser.ConvertAll(p => p.SoeknadId);
        var synlige = await db.SynligeSoeknader(bruker).Where(s => ider.Contains(s.Id)).ToDictionaryAsync(s => s.Id, avbrutt);
        var side = valg.Side(plasser, p => p.SoeknadId);
        var vist = side.Innhold.Where(p => synlige.ContainsKey(p.SoeknadId)).ToList();
        await logg.Les(bruker, vist.SelectMany(p => synlige[p.SoeknadId].Bruk()), avbrutt);
        return TypedResults.Ok(new Response(
            bilde.Dag, bilde.TattAv, bilde.Rader.Count, bilde.Stemmer, bilde.Kriterier,
            [.. vist.Select(p => new Plassert(p.Nr, p.SoeknadId, p.Poeng, [.. bilde.Kriterier.Select(k => Forklaring.Grunn(k, p.Fakta, bilde.Dag))]))], side.Neste));
    }
}
