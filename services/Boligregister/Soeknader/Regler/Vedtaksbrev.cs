using System.Text;

namespace Boligsosial.Boligregister.Soeknader.Regler;

/// <summary>
/// The letter of a vedtak: what was decided, on which rules and facts (forvaltningsloven §§ 24 and 25), and the right to
/// klage: deadline, instance, how, and the right to see the case (§ 27). LOV-1967-02-10. No name and no number: they are
/// put on where the letter is sent from.
/// </summary>
public static class Vedtaksbrev
{
    public static string Tekst(Soeknad soeknad, Vedtak vedtak)
    {
        var brev = new StringBuilder();
        brev.Append(vedtak.Utfall == Vedtaksutfall.Innvilget ? "SØKNADEN OM KOMMUNAL BOLIG ER INNVILGET\n\n" : "SØKNADEN OM KOMMUNAL BOLIG ER AVSLÅTT\n\n")
            .Append($"Søknad {soeknad.Id}, mottatt {Dato(soeknad.Mottatt)}. Vedtak nr. {vedtak.Nr}, {Dato(vedtak.Dato)}.\n\n");
        if (vedtak.Utfall == Vedtaksutfall.Innvilget)
        {
            brev.Append($"Dere kan tildeles bolig i disse kategoriene: {string.Join(", ", vedtak.Kategorier)}. Dere står på venteliste til en bolig som passer, blir ledig. ")
                .Append($"Søknaden gjelder til og med {Dato(soeknad.GyldigTil)}, og må bekreftes før da for at dere skal beholde plassen.\n\n");
        }

        brev.Append("Faktum\n")
            .Append($"Husstanden er på {soeknad.Husstand.Antall} ({soeknad.Husstand.Voksne} voksne, {soeknad.Husstand.BarnsAlder.Count} barn). ")
            .Append(vedtak.Situasjon.Length == 0 ? "Ingen av situasjonene i retningslinjene er lagt til grunn.\n" : $"Vi legger til grunn: {string.Join(", ", vedtak.Situasjon.Select(Situasjon))}.\n")
            .Append(soeknad.InntektPerMaaned is { } inntekt ? $"Oppgitt inntekt per måned er {inntekt:0} kroner.\n\n" : "\n")
            .Append("Begrunnelse\n")
            .Append(vedtak.Avslagsgrunn is { } grunn ? $"{Grunn(grunn)}\n" : "")
            .Append($"{vedtak.Begrunnelse}\n\nRegler\nVedtaket er gjort etter {vedtak.Hjemmel}.\n\n")
            .Append("Dere kan klage\n")
            .Append($"Fristen er tre uker fra dere fikk dette brevet, regnet som {Dato(vedtak.Underrettet)}: til og med {Dato(vedtak.Klagefrist)} (forvaltningsloven § 29). ")
            .Append($"Klagen sendes til oss. Skriv hva dere klager på og hva dere vil ha endret; gi gjerne grunner. Endrer vi ikke vedtaket, avgjør {vedtak.Klageinstans} klagen (§ 28). ")
            .Append("Trenger dere hjelp, har vi plikt til å veilede (§ 11). Dere har rett til å se dokumentene i saken (§§ 18 og 19), og kan be om at vedtaket ikke settes i verk før klagen er avgjort (§ 42).\n\n")
            .Append($"{vedtak.BesluttetAv}\n");
        return brev.ToString();
    }

    private static string Dato(DateOnly dato) => dato.ToString("dd.MM.yyyy");

    private static string Situasjon(string situasjon) => situasjon switch
    {
        "nibr-1" => "uten tak over hodet kommende natt",
        "nibr-2" => "henvist til akutt eller midlertidig botilbud",
        "nibr-3" => "løslates innen to måneder og er uten bolig",
        "nibr-4" => "skrives ut fra institusjon innen to måneder og er uten bolig",
        "nibr-5" => "bor midlertidig hos venner, kjente eller slektninger",
        "fare-for-aa-miste" => "i fare for å miste boligen",
        "uegnet-bolig" => "bor i uegnet bolig",
        _ => "bor i uegnet bomiljø",
    };

    private static string Grunn(Avslagsgrunn grunn) => grunn switch
    {
        Avslagsgrunn.HarEgnetBolig => "Husstanden har en egnet bolig.",
        Avslagsgrunn.KanSkaffeBoligSelv => "Husstanden kan skaffe seg egnet bolig selv, eventuelt med andre ordninger.",
        Avslagsgrunn.LavInntektAlene => "Lav inntekt alene gir ikke rett til kommunal bolig.",
        Avslagsgrunn.OpplysningerMangler => "Opplysninger som vi har bedt om, er ikke kommet.",
        _ => "Det er ikke grunnlag for bytte eller fornyelse.",
    };
}
