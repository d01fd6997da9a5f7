using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>The text of the letter with the last vedtak on tilskudd.</summary>
internal static class HentTilskuddsbrev
{
    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapGet("/vedtaksbrev", Handle)
        .Krever(Tilganger.BehandleTilskudd)
        .WithName(nameof(HentTilskuddsbrev))
        .WithSummary("Hent teksten til vedtaksbrevet om tilskudd")
        .WithDescription("Ren tekst, uten navn og adresse. Koder: finnes-ikke (404), ingen-vedtak (409).")
        .Produces<string>(200, "text/plain")
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(Guid id, FinansieringDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (await db.SynligeTilskudd(bruker).SingleOrDefaultAsync(s => s.Id == id, avbrutt) is not { } soeknad)
            return Problem.NotFound("Søknaden");
        if (soeknad.SisteVedtak is not { } vedtak)
            return Laanesak.IngenVedtak;

        await logg.Les(bruker, soeknad.Bruk(), avbrutt);
        return TypedResults.Text(Vedtaksbrev.Tekst(vedtak, Innhold(soeknad, vedtak)), "text/plain; charset=utf-8");
    }

    private static Brevinnhold Innhold(Tilskuddssoeknad s, Tilskuddsvedtak vedtak)
    {
        var hva = s.Type == Tilskuddstype.Etablering ? "tilskudd til etablering" : "tilskudd til tilpasning";
        return new(
            $"SØKNADEN OM {hva.ToUpperInvariant()} ER {(vedtak.Utfall == Vedtaksutfall.Innvilget ? "INNVILGET" : "AVSLÅTT")}",
            $"Søknad {s.Id}, mottatt {Vedtaksbrev.Dato(s.Mottatt)}.",
            vedtak.Beloep is { } beloep
                ? $"Dere får inntil {Norsk.Kroner(beloep)} kroner i {hva}. Det utbetales mot regning eller annet grunnlag.{(s.BrukesInnen is { } innen ? $" Det skal brukes innen {Vedtaksbrev.Dato(innen)}." : "")}"
                : null,
            $"{Vedtaksbrev.Husstand(s.Voksne, s.BarnsAlder.Length)} Dere har søkt om {Norsk.Kroner(s.SoektBeloep)} kroner. Kostnaden er {Norsk.Kroner(vedtak.Dekning.Kostnad)} kroner. Utenom tilskudd er den finansiert med {Norsk.Kroner(vedtak.Dekning.Egenkapital)} kroner av egne midler, "
            + $"{Norsk.Kroner(vedtak.Dekning.AndreMidler)} kroner av andre midler, {Norsk.Kroner(vedtak.Dekning.Startlaan)} kroner i startlån og {Norsk.Kroner(vedtak.Dekning.Nav)} kroner fra NAV hjelpemiddelsentral.",
            vedtak.Avslagsgrunn is { } grunn ? Grunn(grunn) : null);
    }

    private static string Grunn(Tilskuddsavslag grunn) => grunn switch
    {
        Tilskuddsavslag.IkkeIMaalgruppen => "Husstanden er ikke blant dem tilskuddet er for.",
        Tilskuddsavslag.UtenforFormaalet => "Det er søkt til noe tilskuddet ikke gis til.",
        Tilskuddsavslag.KanFinansieresPaaAnnenMaate => "Det kan finansieres på en annen måte.",
        Tilskuddsavslag.TiltaketErIkkeNoedvendig => "Tiltaket er ikke nødvendig.",
        Tilskuddsavslag.OpplysningerMangler => "Opplysninger som vi har bedt om, er ikke kommet.",
        Tilskuddsavslag.KommunenHarIkkeMidler => "Kommunen har ikke flere midler til tilskudd.",
        _ => "Tilskudd skal først gis til personer med langvarige økonomiske problemer.",
    };
}
