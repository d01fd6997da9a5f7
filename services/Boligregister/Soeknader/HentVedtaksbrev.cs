using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>The text of the letter with the last vedtak.</summary>
internal static class HentVedtaksbrev
{
    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapGet("/vedtaksbrev", Handle)
        .Krever(Tilganger.LesSoeknader)
        .WithName(nameof(HentVedtaksbrev))
        .WithSummary("Hent teksten til vedtaksbrevet")
        .WithDescription("Ren tekst, uten navn og adresse. Koder: finnes-ikke (404), ingen-vedtak (409).")
        .Produces<string>(200, "text/plain")
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(Guid id, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (await db.SynligeSoeknader(bruker).Include(s => s.Vedtak).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id, avbrutt) is not { } soeknad)
            return Problem.NotFound("Søknaden");
        if (soeknad.SisteVedtak is not { } vedtak)
            return Soeknadsendring.IngenVedtak;

        await logg.Les(bruker, soeknad.Bruk(), avbrutt);
        return TypedResults.Text(Vedtaksbrev.Tekst(soeknad, vedtak), "text/plain; charset=utf-8");
    }
}
