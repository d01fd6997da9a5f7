using Boligsosial.ServiceDefaults.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.MidlertidigBotilbud.Varig;

/// <summary>On whom it hangs that somebody gets a home.</summary>
public enum HengerPaa
{
    Nav,
    Boligtjenesten,
    KoordineringOgTildeling,
    Integrering,
    Kriminalomsorgen,
    Spesialisthelsetjenesten,
    Barnevernet,
    PrivatUtleier,
    Husstanden,
}

/// <summary>How a household is to get a home of its own: who follows it up, on whom it hangs, what comes next, and the application that was sent over.</summary>
public sealed class Boligplan
{
    public required Guid HenvendelseId { get; init; }

    /// <summary>Who follows it up.</summary>
    public required string Ansvarlig { get; set; }

    public required HengerPaa HengerPaa { get; set; }

    public required string NesteSteg { get; set; }

    /// <summary>When that is to be done.</summary>
    public required DateOnly Frist { get; set; }

    public required DateOnly Oppdatert { get; set; }

    public required string OppdatertAv { get; set; }

    /// <summary>The day they consented to an application being sent over.</summary>
    public DateOnly? Samtykke { get; private set; }

    public DateOnly? Oversendt { get; private set; }

    /// <summary>The application, as boligregister has told.</summary>
    public Guid? SoeknadId { get; private set; }

    /// <summary>How it stands: «mottatt», «innvilget», «avslag», «tildelt», «bosatt», «trukket» or «utloept».</summary>
    public string? SoeknadStatus { get; private set; }

    /// <summary>Since when.</summary>
    public DateOnly? SoeknadDato { get; private set; }

    /// <summary>None is sent, or the one that was has ended without a dwelling; not twice on a day.</summary>
    public bool KanOversende(DateOnly idag) => Oversendt is null || (SoeknadStatus is "avslag" or "trukket" or "utloept" && Oversendt < idag);

    /// <summary>An application is sent over; what boligregister told of one before it is past.</summary>
    public void Oversend(DateOnly samtykke, DateOnly idag) => (Samtykke, Oversendt, SoeknadId, SoeknadStatus, SoeknadDato) = (samtykke, idag, null, null, null);

    internal sealed class Mapping : IEntityTypeConfiguration<Boligplan>
    {
        public void Configure(EntityTypeBuilder<Boligplan> builder)
        {
            builder.ToTable("boligplan").HasKey(p => p.HenvendelseId);
            builder.Property(p => p.HenvendelseId).ValueGeneratedNever();
            builder.Property(p => p.HengerPaa).HasConversion<EnumText<HengerPaa>>();
        }
    }
}

/// <summary>A plan as the API shows it.</summary>
/// <param name="Ansvarlig">Who follows it up.</param>
/// <param name="HengerPaa">On whom it hangs.</param>
/// <param name="NesteSteg">What comes next.</param>
/// <param name="Frist">By when.</param>
/// <param name="Oppdatert">The day it was last changed.</param>
/// <param name="OppdatertAv">By whom.</param>
/// <param name="Samtykke">The day they consented to an application being sent over.</param>
/// <param name="Oversendt">The day it was.</param>
/// <param name="SoeknadId">The application, when boligregister has told of it.</param>
/// <param name="SoeknadStatus">How it stands.</param>
/// <param name="SoeknadDato">Since when.</param>
public sealed record BoligplanSvar(
    string Ansvarlig, HengerPaa HengerPaa, string NesteSteg, DateOnly Frist, DateOnly Oppdatert, string OppdatertAv, DateOnly? Samtykke, DateOnly? Oversendt, Guid? SoeknadId,
    string? SoeknadStatus, DateOnly? SoeknadDato)
{
    internal static BoligplanSvar Av(Boligplan p) =>
        new(p.Ansvarlig, p.HengerPaa, p.NesteSteg, p.Frist, p.Oppdatert, p.OppdatertAv, p.Samtykke, p.Oversendt, p.SoeknadId, p.SoeknadStatus, p.SoeknadDato);
}
