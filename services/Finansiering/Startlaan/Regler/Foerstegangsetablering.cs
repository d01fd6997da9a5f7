using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Startlaan.Regler;

/// <summary>A purchase by a førstegangsetablerer.</summary>
/// <param name="Pris">Kroner, with the share of fellesgjeld.</param>
/// <param name="Eieform">How the dwelling is owned.</param>
/// <param name="Egenkapital">Kroner; the least when left out.</param>
/// <param name="Rentetype">Floating or fixed.</param>
/// <param name="LoepetidAar">That the terms are reckoned of.</param>
/// <param name="AvdragsfrihetAar">At the grant.</param>
/// <param name="HarEidBolig">Somebody has owned a dwelling before.</param>
/// <param name="Livskrise">And starts anew after a crisis of life: a break-up, a death, lost ability to work.</param>
/// <param name="AvslagIBank">A bank has refused, or offered too little; null when that is not known.</param>
/// <param name="KanFaaOrdinaert">An ordinary startlån would be granted; null when that is not known.</param>
public sealed record Foerstegangskjoep(
    decimal Pris, Eieform Eieform, decimal? Egenkapital, Rentetype Rentetype, int LoepetidAar, int AvdragsfrihetAar, bool HarEidBolig, bool Livskrise, bool? AvslagIBank, bool? KanFaaOrdinaert);

/// <summary>What comes of it; kroner.</summary>
/// <param name="MinsteEgenkapital">The least own capital.</param>
/// <param name="Egenkapital">What is put in.</param>
/// <param name="Kostnader">Beside the price.</param>
/// <param name="Laan">The largest loan.</param>
public sealed record Foerstegangslaan(decimal MinsteEgenkapital, decimal Egenkapital, Kjoepskostnader Kostnader, decimal Laan);

/// <summary>
/// Startlån to førstegangsetablerere, a trial that lasts (forskrift om lån fra Husbanken, FOR-2019-11-18-1546, § 1-3; Husbankens veileder 19.08.2025, forsøk 2 and 4;
/// from 1 July 2024): own capital of 5 percent of the price, without exception; the loan runs for 10 years with the terms of 30 at most; floating, or fixed for 3, 5 or 10
/// years; no avdragsfrihet at the grant; a bank has refused, and an ordinary startlån would be. In doubt: whether the rate may float. Husbanken's page of the trial, as our notes
/// have it, names fixed for 3, 5 or 10 years alone; the veileder is read as «floating or fixed». Neither excludes the other, so floating is let through until Husbanken is asked.
/// </summary>
public static class Foerstegangsetablering
{
    private static readonly Hjemmel Kilde = new("forskrift om lån fra Husbanken", "§ 1-3 (veilederens forsøk 2 og 4)", new(2024, 7, 1));

    public static Foerstegangslaan Beregn(Foerstegangskjoep kjoep, IReadOnlyList<Sats> satser)
    {
        var minst = kjoep.Pris * satser.Verdi(Laanesatser.Egenkapital) / 100;
        var egenkapital = kjoep.Egenkapital ?? minst;
        var kostnader = Omkostninger.Av(kjoep.Pris, kjoep.Eieform, satser);
        return new(minst, egenkapital, kostnader, Math.Max(0, decimal.Floor(kjoep.Pris - egenkapital + kostnader.Sum)));
    }

    /// <summary>Every condition that does not hold.</summary>
    public static IEnumerable<Avvisning> Kontroller(Foerstegangskjoep kjoep, IReadOnlyList<Sats> satser)
    {
        var minst = Beregn(kjoep, satser).MinsteEgenkapital;
        if (kjoep.Egenkapital < minst)
            yield return new("egenkapital-for-liten", $"Egenkapitalen må være minst {Norsk.Kroner(minst)} kr. Det er ingen unntak.", Kilde, "egenkapital");
        if (kjoep.LoepetidAar > satser.Verdi(Laanesatser.LengsteLoepetid))
            yield return new("loepetid-for-lang", $"Terminbeløpet kan regnes av høyst {satser.Verdi(Laanesatser.LengsteLoepetid)} år.", Kilde, "loepetidAar");
        if (kjoep.AvdragsfrihetAar > 0)
            yield return new("avdragsfrihet-ikke-tillatt", "Lånet kan ikke ha avdragsfrihet når det innvilges.", Kilde, "avdragsfrihetAar");
        if (kjoep.Rentetype == Rentetype.Fast20)
            yield return new("binding-for-lang", "Renten kan være flytende, eller fast i 3, 5 eller 10 år.", Kilde, "rentetype");
        if (kjoep is { HarEidBolig: true, Livskrise: false })
            yield return new("har-eid-bolig", "Den som har eid bolig før, kan bare få lånet etter en livskrise.", Kilde, "harEidBolig");
        if (kjoep.AvslagIBank == false)
            yield return new("bank-gir-laan", "Søkeren må ha fått avslag i vanlig bank, eller tilbud om et lån som ikke er stort nok.", Kilde, "avslagIBank");
        if (kjoep.KanFaaOrdinaert == true)
            yield return new("kan-faa-ordinaert", "Den som kan få ordinært startlån, er ikke i målgruppen for forsøket.", Kilde, "kanFaaOrdinaert");
    }
}
