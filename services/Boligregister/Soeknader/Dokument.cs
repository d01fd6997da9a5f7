using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>Where something that is asked for stands.</summary>
public enum Dokumentstatus
{
    Etterspurt,
    Mottatt,
    Godkjent,
}

/// <summary>Something the applicant is to show: that it came and when, never what it says.</summary>
public sealed class Dokument
{
    public Guid SoeknadId { get; init; }

    /// <summary>From the profile: «skattemelding».</summary>
    public required string Slag { get; init; }

    public DateOnly? Etterspurt { get; private set; }

    public DateOnly? Mottatt { get; private set; }

    public DateOnly? Godkjent { get; private set; }

    public Dokumentstatus Status => Godkjent is not null ? Dokumentstatus.Godkjent : Mottatt is not null ? Dokumentstatus.Mottatt : Dokumentstatus.Etterspurt;

    /// <summary>Asked for once more, it is missing again; what is approved has come.</summary>
    internal Avvisning? Sett(Dokumentstatus status, DateOnly dato)
    {
        if (status == Dokumentstatus.Godkjent && Mottatt is null)
            return new("dokumentasjon-ikke-mottatt", "Det som skal godkjennes, er ikke registrert mottatt.");
        (Etterspurt, Mottatt, Godkjent) = status switch
        {
            Dokumentstatus.Etterspurt => (dato, null, null),
            Dokumentstatus.Mottatt => (Etterspurt, dato, null),
            _ => (Etterspurt, Mottatt, (DateOnly?)dato),
        };
        return null;
    }
}
