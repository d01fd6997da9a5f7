using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>The text of the letter with the last vedtak on startlån.</summary>
internal static class HentStartlaansbrev
{
    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapGet("/vedtaksbrev", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(HentStartlaansbrev))
        .WithSummary("Hent teksten til vedtaksbrevet om startlån")
        .WithDescription("Ren tekst, uten navn og adresse. Koder: finnes-ikke (404), ingen-vedtak (409).")
        .Produces<string>(200, "text/plain")
        .ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(Guid id, FinansieringDb db, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (await db.SynligeStartlaan(bruker).Include(s => s.Vedtak).SingleOrDefaultAsync(s => s.Id == id, avbrutt) is not { } soeknad)
            return Problem.NotFound("Søknaden");
        if (soeknad.SisteVedtak is not { } vedtak)
            return Laanesak.IngenVedtak;

        await logg.Les(bruker, soeknad.Bruk(), avbrutt);
        return TypedResults.Text(Vedtaksbrev.Tekst(vedtak, Innhold(soeknad, vedtak)), "text/plain; charset=utf-8");
    }

    private static Brevinnhold Innhold(Startlaansoeknad s, Laanevedtak vedtak) => new(
        vedtak.Utfall == Vedtaksutfall.Innvilget ? "SØKNADEN OM STARTLÅN ER INNVILGET" : "SØKNADEN OM STARTLÅN ER AVSLÅTT",
        $"Søknad {s.Id}, mottatt {Vedtaksbrev.Dato(s.Mottatt)}.",
        vedtak.Beloep is { } beloep
            ? $"Dere får finansieringsbevis på inntil {Norsk.Kroner(beloep)} kroner.{(s.BevisTil is { } til ? $" Det kan brukes til og med {Vedtaksbrev.Dato(til)}. Er det ikke brukt da, faller det bort; be om forlengelse før den dagen." : "")}"
            : null,
        $"{Vedtaksbrev.Husstand(s.Voksne, s.BarnsAlder.Length)} Dere har søkt om {Norsk.Kroner(s.SoektBeloep)} kroner til {Til(s.Formaal)}. Vi legger til grunn {Norsk.Kroner(s.NettoInntekt)} kroner i inntekt etter skatt per måned, "
        + $"{Norsk.Kroner(s.Livsopphold)} kroner til livsopphold, {Norsk.Kroner(s.Gjeld)} kroner til annen gjeld og {Norsk.Kroner(s.AndreFaste)} kroner i andre faste utgifter.",
        vedtak.Avslagsgrunn is { } grunn ? Grunn(grunn) + (vedtak.Unntaksvurdering is { } unntak ? $" Unntak er vurdert: {unntak}" : "") : null);

    private static string Til(Formaal formaal) => formaal switch
    {
        Formaal.Kjoep => "kjøp av bolig",
        Formaal.Utbedring => "utbedring av bolig",
        Formaal.Tilpasning => "tilpasning av bolig",
        Formaal.Oppfoering => "oppføring av bolig",
        _ => "refinansiering",
    };

    private static string Grunn(Avslagsgrunn grunn) => grunn switch
    {
        Avslagsgrunn.ManglendeBetjeningsevne => "Husstanden kan ikke betjene lånet over tid og samtidig dekke livsoppholdet.",
        Avslagsgrunn.IkkeVanskeligstilt => "Husstanden har ikke langvarige problemer med å finansiere bolig.",
        Avslagsgrunn.KommunaleRetningslinjer => "Søknaden er utenfor kommunens retningslinjer.",
        Avslagsgrunn.KommunenHarIkkeMidler => "Kommunen har ikke flere midler til startlån.",
        Avslagsgrunn.IkkeSaerligeSosialeEllerHelsemessigeForhold => "Unntakene for barn og for særlige sosiale eller helsemessige forhold gjelder ikke her.",
        Avslagsgrunn.UtenforFormaalet => "Det er søkt til noe startlån ikke gis til.",
        _ => "Vilkårene er ikke oppfylt.",
    };
}
