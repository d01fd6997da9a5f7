using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Venteliste.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Venteliste;

/// <summary>The waiting list of the caller's unit today, first place first, a page at a time.</summary>
internal static class HentVenteliste
{
    /// <summary>One who waits.</summary>
    /// <param name="Plass">1 is first. Counted over all who wait: a place that is not shown is somebody's.</param>
    /// <param name="Poeng">Points.</param>
    /// <param name="Grunner">Every criterion in force, met or not.</param>
    /// <param name="Soeknad">The application.</param>
    public sealed record Plassert(int Plass, int Poeng, IReadOnlyList<Grunn> Grunner, SoeknadSvar Soeknad);

    public static void Map(IEndpointRouteBuilder venteliste) => venteliste.MapGet("/", Handle)
        .Krever(Tilganger.LesSoeknader)
        .WithName(nameof(HentVenteliste))
        .WithSummary("Hent ventelisten")
        .WithDescription("Rangert, med hver grunn til plassen og hvor den kommer fra. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<Plassert>>, ProblemHttpResult>> Handle(
        int? antall, string? etter, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var feil))
            return Problem.Invalid([feil]);
        var idag = tid.Idag();
        var (iKraft, rangert) = await Ventelisten.Plasser(db, profil.Venteliste, bruker, idag, avbrutt);
        var neste = valg.Etter is { } forrige ? rangert.FindIndex(r => r.SoeknadId == forrige) + 1 : 0;
        if (neste == 0 && valg.Etter is not null)
            return Problem.Invalid([new Avvisning("ugyldig-verdi", "Den siste på forrige side står ikke lenger på listen. Begynn forfra.", Felt: "etter")]);

        var synlige = new List<(Ventelisten.Plass Plass, Soeknad Soeknad)>();
        for (; neste < rangert.Count && synlige.Count <= valg.Antall; neste += valg.Antall + 1)
        {
            var plasser = rangert.GetRange(neste, Math.Min(valg.Antall + 1, rangert.Count - neste));
            var ider = plasser.ConvertAll(p => p.SoeknadId);
            var soeknader = await db.SynligeSoeknader(bruker).Where(s => ider.Contains(s.Id)).ToDictionaryAsync(s => s.Id, avbrutt);
            synlige.AddRange(plasser.Where(p => soeknader.ContainsKey(p.SoeknadId)).Select(p => (p, soeknader[p.SoeknadId])));
        }

        if (synlige.Count > valg.Antall + 1)
            synlige.RemoveRange(valg.Antall + 1, synlige.Count - valg.Antall - 1);
        var side = valg.Side(synlige, s => s.Soeknad.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(s => s.Soeknad.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<Plassert>(
            [.. side.Innhold.Select(s => new Plassert(s.Plass.Nr, s.Plass.Poeng, [.. iKraft.Select(k => Forklaring.Grunn(k, s.Plass.Fakta, idag))], new(s.Soeknad, idag)))], side.Neste));
    }
}
