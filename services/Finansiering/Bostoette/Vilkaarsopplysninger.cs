namespace Boligsosial.Finansiering.Bostoette;

/// <summary>Facts that decide whether a household can get bostøtte, as they are on the first of the month. Null: nobody has told.</summary>
/// <param name="LovligBosatt">Lawfully resident in Norway.</param>
/// <param name="RegistrertPaaAdressen">The applicant is registered in folkeregisteret at the address.</param>
/// <param name="AlleRegistrertPaaAdressen">So is everybody else who lives there.</param>
/// <param name="Fylt18EllerEgneBarn">The applicant is over 18, or has own children who live there.</param>
/// <param name="SvarerForBoutgifter">The applicant answers for boutgifter.</param>
/// <param name="BorIBoligen">The applicant lives there.</param>
/// <param name="Foerstegangstjeneste">The applicant does førstegangstjeneste.</param>
/// <param name="Student">The applicant has a right to Lånekassen's support for education.</param>
/// <param name="BarnIHusstanden">There are children in the household; asked of students.</param>
/// <param name="ArbeidsmarkedstiltakStudie">The studies are within a public programme for work.</param>
/// <param name="BorMedNoenUtenRett">Lives with somebody who does førstegangstjeneste or is a student without a right, and is not the applicant's own child.</param>
/// <param name="InstitusjonMedInntektsbetaling">An institution where payment may be demanded by income.</param>
/// <param name="GodkjentSomBolig">The dwelling is approved as one.</param>
/// <param name="EgenInngang">It has an entrance of its own.</param>
/// <param name="EgetBadOgToalett">It has a bath and toilet of its own.</param>
/// <param name="Matlaging">One can cook.</param>
/// <param name="Hvile">One can rest.</param>
/// <param name="GodkjentBofellesskap">A bofellesskap for health or social reasons that the municipality has approved (§ 5 second paragraph).</param>
/// <param name="Doed">The applicant is dead.</param>
public sealed record Vilkaarsopplysninger(
    bool? LovligBosatt, bool? RegistrertPaaAdressen, bool? AlleRegistrertPaaAdressen, bool? Fylt18EllerEgneBarn, bool? SvarerForBoutgifter, bool? BorIBoligen, bool? Foerstegangstjeneste,
    bool? Student, bool? BarnIHusstanden, bool? ArbeidsmarkedstiltakStudie, bool? BorMedNoenUtenRett, bool? InstitusjonMedInntektsbetaling, bool? GodkjentSomBolig, bool? EgenInngang,
    bool? EgetBadOgToalett, bool? Matlaging, bool? Hvile, bool? GodkjentBofellesskap, bool? Doed);
