namespace Boligsosial.Boligregister.Statistikk.Regler;

/// <summary>
/// What each figure means and whose definition it is. KOSTRA: Statistisk sentralbyrå's definitions for table 12008, «Kommunalt
/// disponerte boliger», as ssb.no/kompis has them. Stjørdal: its boligsosiale handlingsplan, by table.
/// </summary>
internal static class Definisjoner
{
    private const string Kostra = "KOSTRA, SSB tabell 12008";
    private const string Egen = "Kommunens egen";

    /// <summary>By code: unit, definition, source.</summary>
    public static IReadOnlyDictionary<string, (string Enhet, string Definisjon, string Kilde)> Alle { get; } = new Dictionary<string, (string, string, string)>(StringComparer.Ordinal)
    {
        ["soeknader"] = ("husstander", "Søknader om kommunal bolig mottatt i perioden, også bytte og fornyelse.", $"{Kostra}; Stjørdal T18"),
        ["soeknader-nye"] = ("husstander", "Av disse de nye søkerne: husstander som ikke bodde i kommunal bolig da de søkte. Ikke bytte, ikke fornyelse.", $"{Kostra}; Stjørdal T18"),
        ["avslag"] = ("husstander", "Søknader der det siste vedtaket innen periodens slutt er et avslag, og er fra perioden.", $"{Kostra}; Stjørdal T18"),
        ["avslag-nye"] = ("husstander", "Av disse de nye søkerne.", $"{Kostra}; Stjørdal T18"),
        ["venteliste"] = ("husstander", "Husstander med innvilget søknad som venter ved utgangen av siste dag, også på bytte.", "Stjørdal T18"),
        ["venteliste-nye"] = ("husstander", "Av disse de nye søkerne.", Kostra),
        ["nyinnflyttede"] = ("husstander", "Husstander som flyttet inn i perioden og ikke bodde i kommunal bolig da de søkte; uten søknad: dagen før leieforholdet begynte.", Kostra),
        ["bosatt-etter-gruppe"] = ("husstander", "Søknader som endte med bolig i perioden, etter gruppe. En husstand kan være i flere.", Egen),
        ["ventetid-etter-gruppe"] = ("dager", "Median av dager fra søknaden kom til den endte med bolig, for de samme.", Egen),
        ["ventetid"] = ("dager", "Median av dager fra søknaden kom til den endte med bolig, for alle som fikk bolig i perioden.", Egen),
        ["boliger"] = ("boliger", "Kommunalt disponerte boliger ved utgangen av siste dag: eid, innleid og med tilvisningsrett; hver hybel med egen kontrakt er en bolig. Ikke avhendet.", Kostra),
        ["boliger-etter-disposisjonsform"] = ("boliger", "De samme, etter hva slags rett kommunen har.", Kostra),
        ["boliger-etter-rom"] = ("boliger", "Kommunens egne boliger i første kategori i kommuneprofilen, etter antall rom: soverom og stue, 6 er seks og flere.", "Stjørdal T25"),
        ["areal-etter-rom"] = ("m²", "Gjennomsnittlig bruksareal i de samme.", "Stjørdal T25"),
        ["leie-etter-rom"] = ("kroner", "Gjennomsnittlig månedsleie i de samme: den som gjelder siste dag, eller boligens egen når den er ledig.", "Stjørdal T25"),
        ["boliger-etter-leie"] = ("boliger", "Kommunens egne boliger etter kategori og månedsleie; trinnene er halvåpne, [fra, til).", "Stjørdal T26"),
        ["innleide-etter-omraade-og-rom"] = ("boliger", "Innleide boliger etter område og antall rom.", "Stjørdal T27"),
        ["innleide-leie-etter-omraade-og-rom"] = ("kroner", "Gjennomsnittlig månedsleie i de samme.", "Stjørdal T27"),
        ["barnefamilier"] = ("husstander", "Leieforhold som løper siste dag, der det bor barn under 18 år, i kommunens egne boliger.", "Stjørdal T17"),
        ["barn"] = ("barn", "Barna i dem.", "Stjørdal T17"),
        ["utflyttinger"] = ("husstander", "Nøkler levert tilbake i perioden, etter kategori; innleide boliger er ikke med.", "Stjørdal T19"),
        ["omloep-boliger"] = ("boliger", "Kommunens egne boliger ved utgangen av siste dag, etter kategori: det omløpet regnes av.", "Stjørdal T19"),
        ["omloep-prosent"] = ("prosent", "Utflyttinger i perioden av kommunens egne boliger ved utgangen av den.", "Stjørdal T19"),
        ["tomgang-dager"] = ("dager", "Dager i perioden uten leie, fra nøklene kom tilbake til neste leieforhold begynte.", Egen),
        ["tomgang-kroner"] = ("kroner", "De samme dagene til siste leie, en trettidel av månedsleien per dag.", Egen),
        ["leie-til-eie"] = ("husstander", "Leieforhold avsluttet i perioden fordi leietakeren kjøpte bolig, etter hvor de leide.", "Stjørdal fig. 10; Ålesund 5.1"),
        ["fravikelser-varslet"] = ("husstander", "Varsel til NAV om fravikelse i perioden (husleieloven § 9-11).", Egen),
        ["fravikelser-avverget"] = ("husstander", "Saker avverget i perioden, etter årsak.", Egen),
        ["fravikelser-gjennomfoert"] = ("husstander", "Fravikelser gjennomført i perioden, med og uten barn i boligen.", Egen),
        ["inngaaende-saldo"] = ("kroner", "Utestående husleie ved inngangen til første dag; det som er avskrevet i regnskapet, er ikke med.", "Stjørdal T28"),
        ["fakturert"] = ("kroner", "Krav, tillegg og krediteringer i perioden.", "Stjørdal T28"),
        ["utgaaende-saldo"] = ("kroner", "Utestående husleie ved utgangen av siste dag; det som er avskrevet i regnskapet, er ikke med.", "Stjørdal T28"),
        ["restanse-prosent"] = ("prosent", "Utgående saldo av inngående saldo og fakturert.", "Stjørdal T28"),
    };
}
