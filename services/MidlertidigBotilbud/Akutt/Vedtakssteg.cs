using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>What a grant and a refusal have in common.</summary>
internal static class Vedtakssteg
{
    private const string Hjemmel = "sosialtjenesteloven (LOV-2009-12-18-131) §§ 27 og 41";

    /// <summary>A vedtak is not made before the henvendelse came, nor after now.</summary>
    public static ProblemHttpResult? Kontroller(this Henvendelse henvendelse, DateTimeOffset tidspunkt, DateOnly? kommetFram, string? barnetsBeste, DateTimeOffset naa)
    {
        if (tidspunkt > naa)
            return Problem.From(new("dato-i-framtiden", "Kan ikke være etter nå.", Felt: "tidspunkt"));
        if (tidspunkt < henvendelse.Mottatt)
            return Problem.From(new("dato-for-tidlig", "Kan ikke være før henvendelsen kom.", Felt: "tidspunkt"));
        if (kommetFram > naa.Dag())
            return Problem.From(new("dato-i-framtiden", $"Kan ikke være etter i dag, {naa.Dag():yyyy-MM-dd}.", Felt: "kommetFram"));
        return (Klagefrist.KontrollerUnderretning(kommetFram, tidspunkt.Dag()) ?? Avslagsgrunner.BarnetsBeste(henvendelse.Behov.AntallBarn, barnetsBeste)) is { } regel ? Problem.From(regel) : null;
    }

    public static Botilbudsvedtak NyttVedtak(
        this Henvendelse henvendelse, Vedtaksutfall utfall, DateTimeOffset tidspunkt, DateOnly? kommetFram, string begrunnelse, string? barnetsBeste, Kommuneprofil profil, Bruker bruker,
        Avslagsgrunn? grunn = null)
    {
        var underrettet = Klagefrist.Underrettet(tidspunkt.Dag(), kommetFram, profil.KlagefristRegnesFra, profil.PostgangDager);
        return new()
        {
            HenvendelseId = henvendelse.Id,
            Nr = henvendelse.Vedtak.Count + 1,
            Utfall = utfall,
            Tidspunkt = tidspunkt,
            Dato = tidspunkt.Dag(),
            Avslagsgrunn = grunn,
            Begrunnelse = begrunnelse,
            BarnetsBeste = barnetsBeste,
            Hjemmel = Hjemmel,
            Underrettet = underrettet,
            Klagefrist = Klagefrist.Av(underrettet),
            Klageinstans = profil.Klageinstans,
            BesluttetAv = bruker.Navn,
        };
    }
}
