using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>A dwelling that the municipality disposes of: owned, rented in, or by agreement of tilvisning.</summary>
public sealed class Bolig
{
    private Bolig()
    {
    }

    public Guid Id { get; private init; }

    public Boligdata Data { get; private set; } = new();

    /// <summary>The row's version (xmin), given out as ETag.</summary>
    public uint Versjon { get; private init; }

    /// <summary>A new dwelling. <paramref name="data"/> has passed <see cref="Regler.Boligkontroll"/>.</summary>
    public static Bolig Registrer(Boligdata data, DateOnly idag) => new()
    {
        Id = Guid.CreateVersion7(),
        Data = data with { StatusFra = data.StatusFra ?? idag },
    };

    /// <summary>
    /// Everything as in <paramref name="data"/>. A new status begins today unless the data says when; the period of the
    /// old one goes to the history, so it cannot begin before the old one did.
    /// </summary>
    public Avvisning? Endre(Boligdata data, DateOnly idag)
    {
        var nyStatus = data.Status != Data.Status;
        var fra = data.StatusFra ?? (nyStatus ? idag : Data.StatusFra);
        if (nyStatus && fra < Data.StatusFra)
            return new("status-foer-forrige", $"Ny status kan ikke gjelde fra før den forrige begynte ({Data.StatusFra:yyyy-MM-dd}).", Felt: "statusFra");

        Data = data with { StatusFra = fra };
        return null;
    }

    /// <summary>A new status from <paramref name="dato"/>, or from the day the present one began when that is later.</summary>
    public void SettStatus(Boligstatus status, DateOnly dato)
    {
        if (status != Data.Status)
            Data = Data with { Status = status, StatusFra = dato < Data.StatusFra ? Data.StatusFra : dato };
    }
}
