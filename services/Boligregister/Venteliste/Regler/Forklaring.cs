using System.Text;

namespace Boligsosial.Boligregister.Venteliste.Regler;

/// <summary>
/// Why somebody has the place they have, why not a better one, and what would change it: the same words for the applicant and
/// the caseworker. Source: forvaltningsloven § 25 (LOV-1967-02-10), the facts and what weighed most. Others stand in it as
/// numbers only, and not even by group when so few are ahead that one could be known again.
/// </summary>
public static class Forklaring
{
    private const int MinsteAntall = 3;

    /// <param name="iKraft">The criteria in force.</param>
    /// <param name="dag">The day.</param>
    /// <param name="meg">Whose place it is.</param>
    /// <param name="andre">Everyone else who waits, those with equal facts together.</param>
    public static Plassforklaring Av(IReadOnlyList<Kriterium> iKraft, DateOnly dag, Fakta meg, IEnumerable<Gruppe> andre)
    {
        var grupper = andre.Select(g => (Poeng: Prioritering.Poeng(iKraft, g.Fakta, dag), Gruppe: g)).ToList();
        var poeng = Prioritering.Poeng(iKraft, meg, dag);
        var foran = grupper.Select(g => (g.Gruppe.Fakta, Antall: Foran(g.Poeng, g.Gruppe, poeng))).Where(g => g.Antall > 0).ToList();
        var forklaring = new Plassforklaring(
            dag,
            Plass(poeng),
            grupper.Sum(g => g.Gruppe.Antall) + 1,
            poeng,
            [.. iKraft.Select(k => Grunn(k, meg, dag))],
            grupper.Where(g => g.Poeng > poeng).Sum(g => g.Gruppe.Antall),
            grupper.Where(g => g.Poeng == poeng).Sum(g => g.Gruppe.Foer),
            Plass(poeng) - 1 < MinsteAntall ? [] : [.. iKraft.Where(k => !k.PerMaaned).Select(k => new Foran(k.Kode, k.Tekst, foran.Where(f => Prioritering.Poeng(k, f.Fakta, dag) > 0).Sum(f => f.Antall)))],
            [.. iKraft.Select(k => Endring(k)).OfType<Endring>()],
            "");
        return forklaring with { Tekst = Tekst(forklaring) };

        int Plass(int medPoeng) => 1 + grupper.Sum(g => Foran(g.Poeng, g.Gruppe, medPoeng));

        Endring? Endring(Kriterium k) => (k.PerMaaned, Prioritering.Poeng(k, meg, dag)) switch
        {
            (true, var naa) when naa < k.Poeng * k.MaksMaaneder => new(k.Kode, k.Tekst, k.Poeng, null, meg.Mottatt.AddMonths(Prioritering.Maaneder(meg.Mottatt, dag) + 1)),
            (false, 0) => new(k.Kode, k.Tekst, k.Poeng, Plass(poeng + k.Poeng), null),
            _ => null,
        };
    }

    /// <summary>What one criterion gives, and why.</summary>
    public static Grunn Grunn(Kriterium k, Fakta fakta, DateOnly dag)
    {
        var poeng = Prioritering.Poeng(k, fakta, dag);
        var oppfylt = k.PerMaaned ? $"{Prioritering.Maaneder(fakta.Mottatt, dag)} hele måneder, {k.Poeng} poeng for hver, høyst {k.MaksMaaneder} måneder" : poeng > 0 ? "oppfylt" : "ikke oppfylt";
        return new(k.Kode, k.Tekst, poeng > 0, poeng, oppfylt, k.Kilde, k.Fra);
    }

    /// <summary>How many of a group are ahead of somebody with so many points.</summary>
    private static int Foran(int poeng, Gruppe gruppe, int meg) => poeng > meg ? gruppe.Antall : poeng == meg ? gruppe.Foer : 0;

    private static string Tekst(Plassforklaring f)
    {
        var tekst = new StringBuilder($"Plass {f.Plass} av {f.Antall} på ventelisten {f.Dag:dd.MM.yyyy}, med {f.Poeng} poeng.\n\nHvorfor denne plassen:\n");
        foreach (var grunn in f.Grunner)
            tekst.Append($"- {grunn.Tekst}: {grunn.Poeng} poeng ({grunn.Forklaring}). Gjelder fra {grunn.Fra:dd.MM.yyyy}. {grunn.Kilde}.\n");
        tekst.Append("\nHvorfor ikke høyere:\n");
        tekst.Append(f.Plass == 1 ? "Ingen står foran.\n" : $"{f.Plass - 1} står foran: {f.MedFlerePoeng} med flere poeng, {f.LikeMangeOgEldre} med like mange poeng og eldre søknad.\n");
        foreach (var foran in f.Foran.Where(g => g.Antall > 0))
            tekst.Append($"- {foran.Antall} av dem: {foran.Tekst}.\n");
        tekst.Append("\nHva ville endre det:\n");
        foreach (var endring in f.Endringer)
        {
            tekst.Append(endring.NyPlass is { } plass
                ? $"- {endring.Tekst}: {endring.Poeng} poeng mer, og plass {plass} i dag.\n"
                : $"- {endring.Tekst}: {endring.Poeng} poeng mer fra {endring.FraDag:dd.MM.yyyy}; andre som venter, får det samme.\n");
        }

        return tekst.Append("Plassen endres også når andre får bolig, eller nye kommer til. Behovet for en bestemt bolig kan gjøre at en som står lenger ned, får den.\n").ToString();
    }
}

/// <summary>Some who wait and whose facts give equal points.</summary>
/// <param name="Fakta">The facts.</param>
/// <param name="Antall">How many.</param>
/// <param name="Foer">How many of them stand before the one it is about when points are equal.</param>
public sealed record Gruppe(Fakta Fakta, int Antall, int Foer);

/// <summary>What one criterion gives.</summary>
/// <param name="Kode">The criterion.</param>
/// <param name="Tekst">In words.</param>
/// <param name="Oppfylt">Whether it gives anything.</param>
/// <param name="Poeng">What it gives.</param>
/// <param name="Forklaring">Why.</param>
/// <param name="Kilde">Where the criterion comes from.</param>
/// <param name="Fra">In force from.</param>
public sealed record Grunn(string Kode, string Tekst, bool Oppfylt, int Poeng, string Forklaring, string Kilde, DateOnly Fra);

/// <summary>How many of those ahead meet a criterion.</summary>
/// <param name="Kode">The criterion.</param>
/// <param name="Tekst">In words.</param>
/// <param name="Antall">How many.</param>
public sealed record Foran(string Kode, string Tekst, int Antall);

/// <summary>What another fact would give.</summary>
/// <param name="Kode">The criterion.</param>
/// <param name="Tekst">In words.</param>
/// <param name="Poeng">What it would add.</param>
/// <param name="NyPlass">The place today with it; null for time, which others get as well.</param>
/// <param name="FraDag">The day that time gives it.</param>
public sealed record Endring(string Kode, string Tekst, int Poeng, int? NyPlass, DateOnly? FraDag);

/// <summary>A place, explained.</summary>
/// <param name="Dag">The day.</param>
/// <param name="Plass">1 is first.</param>
/// <param name="Antall">How many wait.</param>
/// <param name="Poeng">Points.</param>
/// <param name="Grunner">Every criterion in force, met or not.</param>
/// <param name="MedFlerePoeng">How many have more points.</param>
/// <param name="LikeMangeOgEldre">How many have equal points and came first.</param>
/// <param name="Foran">Of those ahead, how many meet each criterion; empty when they are too few to be anonymous.</param>
/// <param name="Endringer">What would change it.</param>
/// <param name="Tekst">All of it in words.</param>
public sealed record Plassforklaring(
    DateOnly Dag, int Plass, int Antall, int Poeng, IReadOnlyList<Grunn> Grunner, int MedFlerePoeng, int LikeMangeOgEldre, IReadOnlyList<Foran> Foran, IReadOnlyList<Endring> Endringer, string Tekst);
