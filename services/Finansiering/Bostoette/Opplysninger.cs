using Boligsosial.Finansiering.Bostoette.Regler;

namespace Boligsosial.Finansiering.Bostoette;

/// <summary>A household in a month, as the caller tells of it. Nobody is named; nothing of it is kept.</summary>
/// <param name="Dato">A day in the month; what counts is how it is on the first of it (forskrift om bustøtte § 10).</param>
/// <param name="Kommunenummer">Four digits.</param>
/// <param name="Voksne">Persons from 18, 1 to 20; the applicant counts among them also when younger.</param>
/// <param name="Barn">Persons under 18, 0 to 20; a child with delt bosted counts at both (§ 10).</param>
/// <param name="InntektPerMaaned">Kroner a month, gross, of those whose income counts (§ 5), without what comes of capital.</param>
/// <param name="BoutgiftPerMaaned">Kroner a month: rent, or what is paid for a dwelling of one's own (§ 2), without the fixed sums for drift and heating.</param>
/// <param name="UngUfoer">Somebody has varig uføretrygd as ung ufør (§ 4 fourth paragraph).</param>
/// <param name="EnsligAlderspensjonist">Somebody is enslig with alderspensjon (§ 4 fifth paragraph).</param>
/// <param name="Spesialtilpasset">Somebody is disabled, needs a specially adapted dwelling and has especially high boutgifter for it (§ 3 third paragraph).</param>
/// <param name="Boform">«leie», «boligselskap» (burettslag, eierseksjon, aksje- or obligasjonsleilighet) or «annen» (house); «leie» when left out.</param>
/// <param name="BetalerOppvarming">Heating is paid by oneself, not in whole or in part with rent or felleskostnader (§ 2).</param>
/// <param name="Pensjonist">Somebody has a pension for age, disability or bereavement; counts for heating before 1 September 2024.</param>
/// <param name="KapitalinntektPerAar">Kroner a year, one number for each adult who has any: each has an amount free (§ 5).</param>
/// <param name="Nettoformue">Kroner, of the whole household, the formuesverdi of an own dwelling included (§ 6).</param>
/// <param name="FormuesverdiBolig">Kroner: the formuesverdi of an own dwelling (§ 6); not with «leie».</param>
public sealed record Opplysninger(
    DateOnly? Dato, string? Kommunenummer, int? Voksne, int? Barn, decimal? InntektPerMaaned, decimal? BoutgiftPerMaaned, bool UngUfoer = false, bool EnsligAlderspensjonist = false,
    bool Spesialtilpasset = false, Boform? Boform = null, bool BetalerOppvarming = false, bool Pensjonist = false, decimal[]? KapitalinntektPerAar = null,
    decimal? Nettoformue = null, decimal? FormuesverdiBolig = null);
