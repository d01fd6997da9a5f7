using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>An application that one person prepares and another decides, of startlån or of tilskudd.</summary>
internal interface IInnstilt
{
    bool ErInnstilt { get; }

    Vedtaksutfall? Innstilling { get; }

    DateOnly? Innstilt { get; }

    string? InnstiltAvId { get; }

    int[] BarnsAlder { get; }

    IReadOnlyList<Vilkaarssvar> Vilkaar { get; }
}

/// <summary>What a grant and a refusal have in common.</summary>
internal static class Vedtakssteg
{
    private const string Hjemmel = "forskrift om lån fra Husbanken (FOR-2019-11-18-1546) kapittel 5";

    /// <summary>403 for who; 409 for the state; 422 for the rule.</summary>
    public static ProblemHttpResult? Kontroller(
        this IInnstilt soeknad, Vedtaksutfall utfall, DateOnly dato, string? barnetsBeste, DateOnly? kommetFram, Vedtaksprofil profil, Bruker bruker)
    {
        if (Vedtakskontroll.Fullmakt(bruker.Id, soeknad.InnstiltAvId, profil.Fullmaktshavere) is { } hvem)
            return Problem.From(hvem, StatusCodes.Status403Forbidden);
        if (!soeknad.ErInnstilt)
            return Problem.From(new("soeknad-feil-status", "Vedtak treffes i en søknad som er innstilt."), StatusCodes.Status409Conflict);
        if (soeknad.Innstilling != utfall)
            return Problem.From(new("innstilling-annet-utfall", "Innstillingen sier noe annet. Be om en ny innstilling, så begge deler er begrunnet.", Felt: "utfall"));
        if (Datokontroll.Kontroller(dato, dato, soeknad.Innstilt) is { } feilDato)
            return Problem.From(feilDato);
        if (Klagefrist.KontrollerUnderretning(kommetFram, dato) is { } underretning)
            return Problem.From(underretning);
        return (Vedtakskontroll.BarnetsBeste(soeknad.BarnsAlder.Length, barnetsBeste) ?? (utfall == Vedtaksutfall.Innvilget ? Vedtakskontroll.Vilkaarene(soeknad.Vilkaar) : null)) is { } regel ? Problem.From(regel) : null;
    }

    public static Laanevedtak NyttVedtak(
        this Startlaansoeknad soeknad, Vedtaksutfall utfall, DateOnly dato, DateOnly? kommetFram, string begrunnelse, string? barnetsBeste, Startlaansprofil profil, Bruker bruker, decimal? beloep,
        Avslagsgrunn? grunn = null, string? unntaksvurdering = null, IReadOnlyList<Vilkaarssvar>? vilkaar = null)
    {
        var underrettet = Klagefrist.Underrettet(dato, kommetFram, profil.KlagefristRegnesFra, profil.PostgangDager);
        return new()
        {
            SoeknadId = soeknad.Id,
            Nr = soeknad.Vedtak.Count + 1,
            Utfall = utfall,
            Dato = dato,
            Beloep = beloep,
            Avslagsgrunn = grunn,
            Begrunnelse = begrunnelse,
            BarnetsBeste = barnetsBeste,
            Unntaksvurdering = unntaksvurdering,
            Vilkaar = vilkaar ?? soeknad.Vilkaar,
            Hjemmel = Hjemmel,
            Underrettet = underrettet,
            Klagefrist = Klagefrist.Av(underrettet),
            Klageinstans = profil.Klageinstans,
            BesluttetAv = bruker.Navn,
        };
    }
}
