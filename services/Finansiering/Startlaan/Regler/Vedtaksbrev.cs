using System.Text;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>What differs between one letter and another.</summary>
/// <param name="Overskrift">What was decided.</param>
/// <param name="Sak">Which application.</param>
/// <param name="Innhold">What a grant gives, or null.</param>
/// <param name="Faktum">What the vedtak builds on.</param>
/// <param name="Avslagsgrunn">The ground of a refusal, in words.</param>
public sealed record Brevinnhold(string Overskrift, string Sak, string? Innhold, string Faktum, string? Avslagsgrunn);

/// <summary>
/// The letter of a vedtak on startlån or tilskudd: what was decided, on which rules and facts (forvaltningsloven §§ 24 and 25), and the right to klage: deadline, instance, how, and
/// the right to see the case (§ 27). LOV-1967-02-10. No name and no number: they are put on where the letter is sent from.
/// </summary>
public static class Vedtaksbrev
{
    public static string Tekst(Enkeltvedtak vedtak, Brevinnhold innhold)
    {
        var brev = new StringBuilder()
            .Append($"{innhold.Overskrift}\n\n{innhold.Sak} Vedtak nr. {vedtak.Nr}, {Dato(vedtak.Dato)}.\n\n");
        if (innhold.Innhold is { } gitt)
            brev.Append($"{gitt}\n\n");
        brev.Append($"Faktum\n{innhold.Faktum}\n\n");
        // What was left for a person to weigh is a note to the caseworker; what came of it is in the reasons.
        var vilkaarene = vedtak.Vilkaar.Where(v => v.Utfall != Vilkaarsutfall.MaaVurderes).ToList();
        if (vilkaarene.Count > 0)
            brev.Append("Vilkårene\n").AppendJoin("", vilkaarene.Select(v => $"- {v.Vurdering?.Grunn ?? v.Grunn} ({v.Hjemmel})\n")).Append('\n');
        brev.Append("Begrunnelse\n")
            .Append(innhold.Avslagsgrunn is { } grunn ? $"{grunn}\n" : "")
            .Append($"{vedtak.Begrunnelse}\n");
        if (vedtak.BarnetsBeste is { } barnetsBeste)
            brev.Append($"\nBarnets beste\n{barnetsBeste}\n");
        return brev.Append($"\nRegler\nVedtaket er gjort etter {vedtak.Hjemmel}.\n\n")
            .Append("Dere kan klage\n")
            .Append($"Fristen er tre uker fra dere fikk dette brevet, regnet som {Dato(vedtak.Underrettet)}: til og med {Dato(vedtak.Klagefrist)} (forvaltningsloven § 29). ")
            .Append($"Klagen sendes til oss. Skriv hva dere klager på og hva dere vil ha endret; gi gjerne grunner. Endrer vi ikke vedtaket, avgjør {vedtak.Klageinstans} klagen (§ 28). ")
            .Append("Trenger dere hjelp, har vi plikt til å veilede (§ 11). Dere har rett til å se dokumentene i saken (§§ 18 og 19), og kan be om at vedtaket ikke settes i verk før klagen er avgjort (§ 42).\n\n")
            .Append($"{vedtak.BesluttetAv}\n")
            .ToString();
    }

    public static string Dato(DateOnly dato) => dato.ToString("dd.MM.yyyy");

    public static string Husstand(int voksne, int barn) => $"Husstanden er på {voksne + barn} ({voksne} {(voksne == 1 ? "voksen" : "voksne")}, {barn} barn).";
}
