using System.Text.Json;
using Boligsosial.Boligregister.Fravikelse.Regler;
using Boligsosial.Boligregister.Husleie;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>What was done in a case.</summary>
/// <param name="Hva">«purring», «varsel», «nav-varsel», «nav-svar», «reservasjon», «begjaering», «gjennomfoering» or «avvergelse».</param>
/// <param name="Dato">The day.</param>
/// <param name="Av">Who, or the service that told it.</param>
/// <param name="Merknad">What came of it, or why.</param>
public sealed record Gjort(string Hva, DateOnly Dato, string Av, string? Merknad = null);

/// <summary>The ladder from purring to fravikelse, for a lease that is in arrears; <see cref="Trapp"/> says when a step can be taken.</summary>
public sealed class Fravikelsessak
{
    public const string Gjennomfoert = "gjennomfoert";
    public const string Avverget = "avverget";

    public Guid Id { get; init; }

    public Guid LeieforholdId { get; init; }

    /// <summary>The unit whose case it is.</summary>
    public required string Enhet { get; init; }

    public DateOnly Purret { get; private set; }

    public DateOnly? Varslet { get; private set; }

    public DateOnly? Reservert { get; private set; }

    public DateOnly? NavVarslet { get; private set; }

    public DateOnly? NavSvart { get; private set; }

    public string? NavUtfall { get; private set; }

    public DateOnly? Begjaert { get; private set; }

    public DateOnly? Avsluttet { get; private set; }

    public string? Utfall { get; private set; }

    public string? Aarsak { get; private set; }

    /// <summary>Children in the home when it was last looked at.</summary>
    public int Barn { get; private set; }

    /// <summary>From when the next step can be taken.</summary>
    public DateOnly? NesteTidligst { get; private set; }

    /// <summary>Everything that was done, in its order.</summary>
    public Gjort[] Steg { get; private set; } = [];

    public Trinn Trinn => new(Purret, Varslet, Reservert, NavVarslet, NavSvart, LoesningLovet: NavUtfall is not (null or Navsvar.Ingen or Navsvar.Gjeldsraadgivning), Begjaert, Avsluttet);

    /// <summary>The day of the last thing done: what follows is not before it.</summary>
    public DateOnly SisteDato => Steg[^1].Dato;

    /// <summary>A new case begins with its purring.</summary>
    public static Fravikelsessak Purr(Guid leieforhold, string enhet, int barn, DateOnly dato, string av, Husleieprofil profil)
    {
        var sak = new Fravikelsessak { Id = Guid.CreateVersion7(), LeieforholdId = leieforhold, Enhet = enhet, Purret = dato, Barn = barn };
        sak.Skriv("purring", dato, av, null, profil);
        return sak;
    }

    public void Varsle(DateOnly dato, string av, Husleieprofil profil)
    {
        Varslet = dato;
        Skriv("varsel", dato, av, null, profil);
    }

    public void VarsleNav(DateOnly dato, int barn, string av, Husleieprofil profil)
    {
        (NavVarslet, Barn) = (dato, barn);
        Skriv("nav-varsel", dato, av, null, profil);
    }

    /// <summary>NAV has answered; see <see cref="Navsvar"/>.</summary>
    public void NavSvarte(string utfall, DateOnly dato, string av, Husleieprofil profil)
    {
        (NavSvart, NavUtfall) = (dato, utfall);
        Skriv("nav-svar", dato, av, utfall, profil);
    }

    public void Reserver(DateOnly dato, string av, Husleieprofil profil)
    {
        Reservert = dato;
        Skriv("reservasjon", dato, av, null, profil);
    }

    public void Begjaer(DateOnly dato, int barn, string av, string? begrunnelse, Husleieprofil profil)
    {
        (Begjaert, Barn) = (dato, barn);
        Skriv("begjaering", dato, av, begrunnelse, profil);
    }

    public void Gjennomfoer(DateOnly dato, int barn, string av, Husleieprofil profil)
    {
        (Avsluttet, Utfall, Barn) = (dato, Gjennomfoert, barn);
        Skriv("gjennomfoering", dato, av, null, profil);
    }

    public void Avverg(DateOnly dato, string aarsak, string av, string? begrunnelse, Husleieprofil profil)
    {
        (Avsluttet, Utfall, Aarsak) = (dato, Avverget, aarsak);
        Skriv("avvergelse", dato, av, begrunnelse, profil);
    }

    private void Skriv(string hva, DateOnly dato, string av, string? merknad, Husleieprofil profil)
    {
        Steg = [.. Steg, new(hva, dato, av, merknad)];
        NesteTidligst = Trapp.Neste(Trinn, dato) is { } neste ? Trapp.Tidligst(neste, Trinn, null, profil).Dag : null;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Fravikelsessak>
    {
        private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

        public void Configure(EntityTypeBuilder<Fravikelsessak> builder)
        {
            builder.ToTable("fravikelsessak").Ignore(s => s.Trinn).Ignore(s => s.SisteDato);
            builder.Property(s => s.Steg).HasColumnType("jsonb").HasConversion(
                s => JsonSerializer.Serialize(s, Json), t => JsonSerializer.Deserialize<Gjort[]>(t, Json)!,
                new ValueComparer<Gjort[]>((a, b) => a!.SequenceEqual(b!), s => s.Length, s => s));
        }
    }
}

/// <summary>What NAV answers to a varsel; the words of <c>FravikelseBesvart</c>.</summary>
internal static class Navsvar
{
    public const string Ingen = "ingen";
    public const string Gjeldsraadgivning = "gjeldsraadgivning";

    /// <summary>The others promise a solution: NAV's two weeks run on.</summary>
    public static readonly string[] Alle = ["betalingsavtale", "restanse-dekket", Gjeldsraadgivning, "frivillig-forvaltning", Ingen];
}

/// <summary>The next step of a case.</summary>
/// <param name="Steg">Which.</param>
/// <param name="Tidligst">From when, by those before it.</param>
/// <param name="KanGjoeresNaa">Nothing stands in its way today.</param>
/// <param name="Hindring">What does, when something does: a kode.</param>
/// <param name="Tekst">The same, for people.</param>
public sealed record NesteSteg(Steg Steg, DateOnly Tidligst, bool KanGjoeresNaa, string? Hindring, string? Tekst);

/// <summary>A case as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LeieforholdId">The lease.</param>
/// <param name="Barn">Children in the home.</param>
/// <param name="Restanse">Kroner past due today.</param>
/// <param name="AvtaleLoeper">A betalingsavtale is kept: the ladder stands still.</param>
/// <param name="Utfall">«gjennomfoert» or «avverget», when it has ended.</param>
/// <param name="Aarsak">What averted it.</param>
/// <param name="Avsluttet">The day it ended.</param>
/// <param name="Gjort">Everything that was done, in its order.</param>
/// <param name="Neste">What comes now; null when it has ended.</param>
public sealed record FravikelsessakSvar(
    Guid Id, Guid LeieforholdId, int Barn, decimal Restanse, bool AvtaleLoeper, string? Utfall, string? Aarsak, DateOnly? Avsluttet, IReadOnlyList<Gjort> Gjort, NesteSteg? Neste)
{
    internal static FravikelsessakSvar Av(Fravikelsessak sak, Stand stand, DateOnly idag, Husleieprofil profil)
    {
        NesteSteg? neste = null;
        if (Trapp.Neste(sak.Trinn, idag) is { } steg)
        {
            var hindring = Trapp.Hindrer(steg, sak.Trinn, stand, idag, profil);
            neste = new(steg, Trapp.Tidligst(steg, sak.Trinn, stand.EldsteForfall, profil).Dag, hindring is null, hindring?.Avvisning.Kode, hindring?.Avvisning.Tekst);
        }

        return new(sak.Id, sak.LeieforholdId, stand.Barn, stand.Restanse, stand.AvtaleLoeper, sak.Utfall, sak.Aarsak, sak.Avsluttet, sak.Steg, neste);
    }
}
