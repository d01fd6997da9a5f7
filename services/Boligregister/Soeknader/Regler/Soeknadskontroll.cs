using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Soeknader.Regler;

/// <summary>What the fields of an application may hold; the limits are ours, wide enough for every household.</summary>
public static class Soeknadskontroll
{
    private const int Flest = 20;
    private static readonly string[] Tilgjengeligheter = [Tilgjengelighet.Ordinaer, Tilgjengelighet.Trinnfri, Tilgjengelighet.Rullestol];

    public static IEnumerable<Avvisning> Kontroller(Husstand husstand)
    {
        if (husstand.Voksne is < 1 or > Flest)
            yield return new("ugyldig-verdi", $"Må være fra 1 til {Flest}.", Felt: "husstand.voksne");
        if (husstand.BarnsAlder is null || husstand.BarnsAlder.Count > Flest || husstand.BarnsAlder.Any(a => a is < 0 or > 17))
            yield return new("ugyldig-verdi", $"Må være inntil {Flest} tall fra 0 til 17.", Felt: "husstand.barnsAlder");
    }

    public static IEnumerable<Avvisning> Kontroller(Behov behov)
    {
        if (behov.Soverom is < 0 or > Flest)
            yield return new("ugyldig-verdi", $"Må være fra 0 til {Flest}.", Felt: "behov.soverom");
        if (!Tilgjengeligheter.Contains(behov.Tilgjengelighet))
            yield return Avvisning.UkjentVerdi("behov.tilgjengelighet", Tilgjengeligheter);
        if (behov.Omraader is null || behov.Omraader.Count > Flest || behov.Omraader.Any(string.IsNullOrWhiteSpace))
            yield return new("ugyldig-verdi", $"Må være inntil {Flest} navn på områder.", Felt: "behov.omraader");
        foreach (var feil in (behov.Omraader ?? []).Append(behov.Skolekrets).SelectMany(t => Fritekst.Kontroller("behov", t)))
            yield return feil;
    }

    /// <summary>Values from a closed list.</summary>
    public static IEnumerable<Avvisning> Kjente(string felt, IEnumerable<string?>? verdier, string[] gyldige) =>
        verdier?.Except(gyldige, StringComparer.Ordinal).Any() == true ? [Avvisning.UkjentVerdi(felt, gyldige)] : [];
}
