using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>What must hold of the facts that bostøtte is computed from (forskrift om bustøtte §§ 2–7); each fault names field and rule.</summary>
public static class Opplysningskontroll
{
    private const int FlestPersoner = 20;
    private const decimal HoeyestPerMaaned = 10_000_000;
    private const decimal HoeyestPerAar = 10_000_000_000;

    /// <summary>The rates of the month and what is computed with them; null when there are faults, which are added to <paramref name="feil"/>.</summary>
    /// <param name="o">As told.</param>
    /// <param name="feil">Faults are added here.</param>
    /// <param name="sti">Before the name of a field: «husstander[3].».</param>
    public static (Grunnlag Grunnlag, Satser Satser)? Les(Opplysninger o, List<Avvisning> feil, string sti = "")
    {
        var foer = feil.Count;
        if (o.Dato is null)
            feil.Add(new("mangler", "Må oppgis: en dag i måneden det regnes for (forskrift om bustøtte § 10).", Felt: sti + "dato"));
        if (Kommunegruppe.Kontroller(o.Kommunenummer, sti + "kommunenummer") is { } kommune)
            feil.Add(kommune);
        Tall(o.Voksne, 1, FlestPersoner, "voksne", "§ 7; søkeren regnes med, også under 18 år");
        Tall(o.Barn ?? 0, 0, FlestPersoner, "barn", "§ 7");
        Tall(o.InntektPerMaaned, 0, HoeyestPerMaaned, "inntektPerMaaned", "§ 5");
        Tall(o.BoutgiftPerMaaned, 0, HoeyestPerMaaned, "boutgiftPerMaaned", "§ 2");
        Tall(o.Nettoformue ?? 0, -HoeyestPerAar, HoeyestPerAar, "nettoformue", "§ 6");
        Tall(o.FormuesverdiBolig ?? 0, 0, HoeyestPerAar, "formuesverdiBolig", "§ 6");
        foreach (var kapital in o.KapitalinntektPerAar ?? [])
            Tall(kapital, 0, HoeyestPerAar, "kapitalinntektPerAar", "§ 5");
        if (o.KapitalinntektPerAar?.Length > (o.Voksne ?? FlestPersoner))
            feil.Add(new("for-mange", "Ett tall for hver voksen: inntekten til barn teller ikke med (forskrift om bustøtte § 5).", Felt: sti + "kapitalinntektPerAar"));
        if (o.FormuesverdiBolig > 0 && (o.Boform ?? Boform.Leie) == Boform.Leie)
            feil.Add(new("egen-bolig", "Formuesverdien av egen bolig er fribeløp bare for dem som bor i den: oppgi boform «boligselskap» eller «annen» (forskrift om bustøtte § 6).", Felt: sti + "formuesverdiBolig"));
        if (o is { UngUfoer: true, EnsligAlderspensjonist: true })
        {
            feil.Add(new(
                "to-inntektsgrenser", "Forskrift om bustøtte § 4 fjerde og femte ledd gir hver sin grense, og sier ikke hvilken som gjelder når begge passer: Husbanken må avgjøre det.",
                new("forskrift om bustøtte", "§ 4 fjerde og femte ledd"), sti + "ungUfoer"));
        }

        if (feil.Count > foer)
            return null;

        if (Satshistorikk.For(o.Dato!.Value) is not { } satser)
        {
            feil.Add(Satshistorikk.Mangler(o.Dato.Value, sti + "dato"));
            return null;
        }

        return (Av(o, satser), satser);

        void Tall(decimal? verdi, decimal minst, decimal hoeyest, string felt, string regel)
        {
            if (verdi is null)
                feil.Add(new("mangler", $"Må oppgis (forskrift om bustøtte {regel}).", Felt: sti + felt));
            else if (verdi < minst || verdi > hoeyest)
                feil.Add(new("utenfor-grensene", $"Må være fra {minst:0} til {hoeyest:0} (forskrift om bustøtte {regel}).", Felt: sti + felt));
        }
    }

    private static Grunnlag Av(Opplysninger o, Satser satser) => new()
    {
        Dato = o.Dato!.Value,
        Gruppe = Kommunegruppe.Av(o.Kommunenummer!, new(o.Dato.Value.Year, o.Dato.Value.Month, 1)),
        Voksne = o.Voksne!.Value,
        Barn = o.Barn ?? 0,
        InntektPerMaaned = o.InntektPerMaaned!.Value,
        KapitalOverFribeloep = (o.KapitalinntektPerAar ?? []).Sum(k => Math.Max(0, k - satser.FribeloepKapitalinntekt)),
        Nettoformue = o.Nettoformue ?? 0,
        FormuesverdiBolig = o.FormuesverdiBolig ?? 0,
        BoutgiftPerMaaned = o.BoutgiftPerMaaned!.Value,
        Boform = o.Boform ?? Boform.Leie,
        BetalerOppvarming = o.BetalerOppvarming,
        UngUfoer = o.UngUfoer,
        EnsligAlderspensjonist = o.EnsligAlderspensjonist,
        Pensjonist = o.Pensjonist || o.UngUfoer || o.EnsligAlderspensjonist,
        Spesialtilpasset = o.Spesialtilpasset,
    };
}
