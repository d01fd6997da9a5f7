using System.Text.Json.Serialization;
using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Bostoette.Regler;

/// <summary>Husbanken's codes for a refusal that follows from the conditions; the order is which of them is given when several hold.</summary>
public enum Vedtakskode
{
    /// <summary>Somebody in the dwelling is not registered at the address.</summary>
    [JsonStringEnumMemberName("V48")]
    V48,

    /// <summary>Information is missing.</summary>
    [JsonStringEnumMemberName("V09")]
    V09,

    /// <summary>The applicant is not registered in folkeregisteret at the address.</summary>
    [JsonStringEnumMemberName("V05")]
    V05,

    /// <summary>The applicant is dead.</summary>
    [JsonStringEnumMemberName("V11")]
    V11,

    /// <summary>The dwelling does not meet the demands.</summary>
    [JsonStringEnumMemberName("V04")]
    V04,

    /// <summary>Nobody in the household has a right to bostøtte.</summary>
    [JsonStringEnumMemberName("V02")]
    V02,

    /// <summary>The means give none.</summary>
    [JsonStringEnumMemberName("V03")]
    V03,
}

/// <summary>A condition that is not met.</summary>
/// <param name="Kode">Husbanken's code.</param>
/// <param name="Felt">The fact that it follows from.</param>
/// <param name="Tekst">Why, for people.</param>
/// <param name="Hjemmel">The legal source.</param>
public sealed record Hinder(Vedtakskode Kode, string Felt, string Tekst, Hjemmel Hjemmel);

/// <summary>
/// The conditions for bostøtte (bustøttelova, LOV-2012-08-24-64, §§ 2–5, in force 1 January 2013). A fact that nobody has told is missing information
/// and never guessed. Precedence: V48, V09, V05, V11, V04, V02, V03. V00 is not among them: only Husbanken grants.
/// </summary>
public static class Vilkaar
{
    private static readonly DateOnly IKraft = new(2013, 1, 1);

    /// <summary>What stands in the way, that which decides first.</summary>
    /// <param name="o">The facts.</param>
    /// <param name="bostoette">What is computed a month; null when that is not asked.</param>
    public static IReadOnlyList<Hinder> Kontroller(Vilkaarsopplysninger o, decimal? bostoette)
    {
        var hindre = new List<Hinder>();
        if (o.Doed == true)
            Legg(Vedtakskode.V11, "doed", "Søkeren er død.", "§ 3");
        MaaVaere(o.AlleRegistrertPaaAdressen, Vedtakskode.V48, "alleRegistrertPaaAdressen", "Noen som bor i boligen, er ikke registrert på adressen i folkeregisteret.", "§ 2");
        MaaVaere(o.RegistrertPaaAdressen, Vedtakskode.V05, "registrertPaaAdressen", "Søkeren er ikke registrert på adressen i folkeregisteret.", "§ 2");
        Boligen(o);
        Personen(o);
        if (bostoette == 0)
            Legg(Vedtakskode.V03, "beregning", "Inntekten er for høy i forhold til boutgiftene: behovsprøvingen gir ingen bostøtte å utbetale.", "§ 6");
        return [.. hindre.OrderBy(h => h.Kode)];

        void Boligen(Vilkaarsopplysninger bolig)
        {
            // A bofellesskap for health or social reasons, approved by the municipality, may share entrance, bath and kitchen.
            var felles = bolig.GodkjentBofellesskap == true;
            MaaVaere(bolig.GodkjentSomBolig, Vedtakskode.V04, "godkjentSomBolig", "Boligen er ikke godkjent som bolig.", "§ 5 bokstav a");
            MaaVaere(bolig.EgenInngang ?? Unntatt(felles), Vedtakskode.V04, "egenInngang", "Boligen har ikke egen inngang.", "§ 5 bokstav b", felles);
            MaaVaere(bolig.EgetBadOgToalett ?? Unntatt(felles), Vedtakskode.V04, "egetBadOgToalett", "Boligen har ikke eget bad og toalett.", "§ 5 bokstav c", felles);
            MaaVaere(bolig.Matlaging ?? Unntatt(felles), Vedtakskode.V04, "matlaging", "Boligen gir ikke mulighet for matlaging.", "§ 5 bokstav c", felles);
            MaaVaere(bolig.Hvile, Vedtakskode.V04, "hvile", "Boligen gir ikke mulighet for hvile.", "§ 5 bokstav d");
        }

        void Personen(Vilkaarsopplysninger p)
        {
            MaaVaere(p.LovligBosatt, Vedtakskode.V02, "lovligBosatt", "Søkeren er ikke lovlig bosatt i Norge.", "§ 2");
            MaaVaere(p.Fylt18EllerEgneBarn, Vedtakskode.V02, "fylt18EllerEgneBarn", "Søkeren er ikke over 18 år og har ikke egne barn i boligen.", "§ 3 bokstav a");
            MaaVaere(p.SvarerForBoutgifter, Vedtakskode.V02, "svarerForBoutgifter", "Søkeren svarer ikke for boutgiftene.", "§ 3 bokstav b");
            MaaVaere(p.BorIBoligen, Vedtakskode.V02, "borIBoligen", "Søkeren bor ikke selv i boligen.", "§ 3 bokstav c");
            MaaVaere(!p.Foerstegangstjeneste, Vedtakskode.V02, "foerstegangstjeneste", "Den som er i førstegangstjeneste, har ikke rett til bostøtte.", "§ 4 første ledd");
            MaaVaere(p.Student is true ? p.BarnIHusstanden is null && p.ArbeidsmarkedstiltakStudie != true ? null : p.BarnIHusstanden == true || p.ArbeidsmarkedstiltakStudie == true : !p.Student,
                Vedtakskode.V02, p.Student is true && p.BarnIHusstanden is null ? "barnIHusstanden" : "student", "Studenter uten barn i husstanden har ikke rett til bostøtte.", "§ 4 andre ledd");
            MaaVaere(!p.BorMedNoenUtenRett, Vedtakskode.V02, "borMedNoenUtenRett", "Søkeren bor sammen med noen i førstegangstjeneste eller en student uten rett, som ikke er søkerens barn.", "§ 4 tredje ledd");
            MaaVaere(!p.InstitusjonMedInntektsbetaling, Vedtakskode.V02, "institusjonMedInntektsbetaling", "Boligen er en institusjon der det kan kreves betaling etter inntekt.", "§ 4 fjerde ledd");
        }

        void MaaVaere(bool? faktum, Vedtakskode kode, string felt, string tekst, string paragraf, bool unntatt = false)
        {
            if (faktum is null)
                hindre.Add(new(Vedtakskode.V09, felt, "Opplysningen mangler.", new("forskrift om bustøtte", "§ 9", IKraft)));
            else if (faktum == false && !unntatt)
                Legg(kode, felt, tekst, paragraf);
        }

        void Legg(Vedtakskode kode, string felt, string tekst, string paragraf) => hindre.Add(new(kode, felt, tekst, new("bustøttelova", paragraf, IKraft)));
    }

    private static bool? Unntatt(bool felles) => felles ? true : null;
}
