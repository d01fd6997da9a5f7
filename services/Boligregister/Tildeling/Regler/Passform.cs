using Boligsosial.Boligregister.Soeknader;

namespace Boligsosial.Boligregister.Tildeling.Regler;

/// <summary>A household that is to be housed.</summary>
/// <param name="Husstand">Who.</param>
/// <param name="Behov">What they need and wish.</param>
/// <param name="Kategorier">What the vedtak allows.</param>
/// <param name="InntektPerMaaned">Kroner; null: unknown.</param>
public sealed record Boligsoeker(Husstand Husstand, Behov Behov, IReadOnlyList<string> Kategorier, decimal? InntektPerMaaned);

/// <summary>A dwelling that can be offered.</summary>
/// <param name="Id">The dwelling.</param>
/// <param name="Kategori">From the profile.</param>
/// <param name="Soverom">Bedrooms.</param>
/// <param name="Tilgjengelighet">«ordinaer», «trinnfri» or «rullestol».</param>
/// <param name="Omraade">Housing area.</param>
/// <param name="Maanedsleie">Kroner a month.</param>
/// <param name="Skolekrets">School.</param>
/// <param name="Merker">Marks (egenskaper).</param>
/// <param name="MerkerVedSiden">Marks of the other dwellings at the address, one for each that has it.</param>
public sealed record Ledigbolig(
    Guid Id, string Kategori, int Soverom, string Tilgjengelighet, string Omraade, decimal? Maanedsleie, string? Skolekrets, IReadOnlyList<string> Merker, IReadOnlyList<string> MerkerVedSiden);

/// <summary>How a dwelling fits a household.</summary>
/// <param name="Hindringer">What speaks against it whatever else is: empty when it fits.</param>
/// <param name="Poeng">The more the better, among those that fit.</param>
/// <param name="Grunner">What the points are for, in words for the applicant.</param>
/// <param name="Advarsler">Mixes that the guidelines advise against.</param>
public sealed record Passformsvar(IReadOnlyList<Passformgrunn> Hindringer, int Poeng, IReadOnlyList<Passformgrunn> Grunner, IReadOnlyList<Passformgrunn> Advarsler);

/// <summary>One reason, with its points and where it is from.</summary>
public sealed record Passformgrunn(string Kode, string Tekst, int Poeng = 0, string? Kilde = null);

/// <summary>
/// Whether a dwelling fits a household, and how well: what the vedtak allows, what they can get into, room enough; then area,
/// school and rent. Weights and warnings are the municipality's (kommuneprofil; Stjørdal's plan §§ 4.1 and 5.2). Never who
/// deserves it: neither rusfrihet nor boevne is known here.
/// </summary>
public static class Passform
{
    private static readonly string[] Trapp = ["ordinaer", "trinnfri", "rullestol"];

    /// <summary>Whether nothing hinders it; what <see cref="Hindringer"/> says, in short.</summary>
    public static bool Passer(Boligsoeker soeker, Ledigbolig bolig, Tildelingsprofil profil) => soeker.Kategorier.Contains(bolig.Kategori)
        && Trinn(bolig.Tilgjengelighet) >= Trinn(soeker.Behov.Tilgjengelighet)
        && bolig.Soverom >= Trangboddhet.Soverom(soeker.Husstand, soeker.Behov.Soverom, profil.PersonerPerSoverom)
        && (!soeker.Behov.Skjermet || bolig.Merker.Contains("skjermet"));

    /// <summary>All of it.</summary>
    public static Passformsvar Vurder(Boligsoeker soeker, Ledigbolig bolig, Tildelingsprofil profil)
    {
        Passformgrunn[] grunner = [.. Grunner(soeker, bolig, profil)];
        return new([.. Hindringer(soeker, bolig, profil)], grunner.Sum(g => g.Poeng), grunner, [.. Advarsler(soeker, bolig, profil)]);
    }

    /// <summary>The points alone: asked for every dwelling and everyone whom it fits, so without the words.</summary>
    public static int Poeng(Boligsoeker soeker, Ledigbolig bolig, Tildelingsprofil profil)
    {
        var (treff, poeng) = (Treff.Av(soeker, bolig, profil), profil.Poeng);
        return (treff.Omraade ? poeng.Omraade : 0) + (treff.Skolekrets ? poeng.Skolekrets : 0) + (treff.Leie ? poeng.Leie : 0) + (poeng.Overfloedig * (treff.Soverom + treff.Trinn));
    }

    private static IEnumerable<Passformgrunn> Hindringer(Boligsoeker soeker, Ledigbolig bolig, Tildelingsprofil profil)
    {
        if (!soeker.Kategorier.Contains(bolig.Kategori))
            yield return new("kategori", $"Vedtaket gjelder {string.Join(", ", soeker.Kategorier)}, boligen er {bolig.Kategori}.");
        if (Trinn(bolig.Tilgjengelighet) < Trinn(soeker.Behov.Tilgjengelighet))
            yield return new("tilgjengelighet", $"Husstanden trenger {soeker.Behov.Tilgjengelighet}, boligen er {bolig.Tilgjengelighet}.");
        if (Trangboddhet.Soverom(soeker.Husstand, soeker.Behov.Soverom, profil.PersonerPerSoverom) is var trengs && bolig.Soverom < trengs)
            yield return new("trangbodd", $"Husstanden trenger {trengs} soverom, boligen har {bolig.Soverom}.");
        if (soeker.Behov.Skjermet && !bolig.Merker.Contains("skjermet"))
            yield return new("skjermet", "Husstanden trenger en skjermet bolig.");
    }

    private static IEnumerable<Passformgrunn> Grunner(Boligsoeker soeker, Ledigbolig bolig, Tildelingsprofil profil)
    {
        var (treff, poeng) = (Treff.Av(soeker, bolig, profil), profil.Poeng);
        if (treff.Omraade)
            yield return new("omraade", $"Ligger i {bolig.Omraade}, som er ønsket.", poeng.Omraade);
        if (treff.Skolekrets)
            yield return new("skolekrets", "Barna kan fortsette på skolen sin.", poeng.Skolekrets);
        if (treff.Leie)
            yield return new("leie", $"Leien er innenfor {profil.LeieandelAvInntekt:0 %} av inntekten, før bostøtte.", poeng.Leie);
        if (treff.Soverom > 0)
            yield return new("soverom-til-overs", $"Har {treff.Soverom} soverom mer enn husstanden trenger.", poeng.Overfloedig * treff.Soverom);
        if (treff.Trinn > 0)
            yield return new("tilrettelagt-uten-behov", "Er tilrettelagt for noe husstanden ikke trenger.", poeng.Overfloedig * treff.Trinn);
    }

    private static IEnumerable<Passformgrunn> Advarsler(Boligsoeker soeker, Ledigbolig bolig, Tildelingsprofil profil) => profil.Advarsler
        .Where(a => (!a.BareMedBarn || soeker.Husstand.BarnsAlder.Count > 0) && (a.NaarDetMangler
            ? soeker.Behov.NaerKollektiv && !bolig.Merker.Contains(a.Merke)
            : a.Andre > 0
                ? bolig.Merker.Contains(a.Merke) && bolig.MerkerVedSiden.Count(m => m == a.Merke) >= a.Andre
                : bolig.Merker.Contains(a.Merke) || bolig.MerkerVedSiden.Contains(a.Merke)))
        .Select(a => new Passformgrunn(a.Kode, a.Tekst, Kilde: a.Kilde));

    private static int Trinn(string tilgjengelighet) => Array.IndexOf(Trapp, tilgjengelighet);

    /// <summary>What gives or costs points.</summary>
    private readonly record struct Treff(bool Omraade, bool Skolekrets, bool Leie, int Soverom, int Trinn)
    {
        public static Treff Av(Boligsoeker soeker, Ledigbolig bolig, Tildelingsprofil profil) => new(
            soeker.Behov.Omraader.Contains(bolig.Omraade),
            soeker.Behov.Skolekrets is { } skolekrets && skolekrets == bolig.Skolekrets,
            bolig.Maanedsleie <= soeker.InntektPerMaaned * profil.LeieandelAvInntekt,
            Math.Max(0, bolig.Soverom - Trangboddhet.Soverom(soeker.Husstand, soeker.Behov.Soverom, profil.PersonerPerSoverom)),
            Math.Max(0, Passform.Trinn(bolig.Tilgjengelighet) - Passform.Trinn(soeker.Behov.Tilgjengelighet)));
    }
}
