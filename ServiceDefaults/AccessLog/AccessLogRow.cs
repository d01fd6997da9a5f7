using System.Diagnostics;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Boligsosial.ServiceDefaults.AccessLog;

/// <summary>What was done with a person's data.</summary>
public enum Handling
{
    Lest,
    Skrevet,
    Soekt,
}

/// <summary>What an entry of the access log is about.</summary>
/// <param name="Handling">Read, written or searched for.</param>
/// <param name="Person">Whose data; null: a search that met nobody.</param>
/// <param name="Felter">The group of fields: «identitet», «leieforhold».</param>
/// <param name="Formaal">What it is needed for: «saksbehandling».</param>
/// <param name="Sak">The case: «leieforhold/0198…».</param>
public sealed record Bruk(Handling Handling, PersonRef? Person, string Felter, string Formaal, string? Sak = null);

/// <summary>A row of <c>tilgangslogg</c>.</summary>
internal sealed class AccessLogRow
{
    public Guid Id { get; init; }

    public DateTimeOffset Tidspunkt { get; init; }

    public required string Hvem { get; init; }

    public required string Navn { get; init; }

    public required string Rolle { get; init; }

    public required string Enhet { get; init; }

    public required string Handling { get; init; }

    public Guid? PersonRef { get; init; }

    public string? Sak { get; init; }

    public required string Felter { get; init; }

    public required string Formaal { get; init; }

    public string? Spor { get; init; }

    public static AccessLogRow Of(Bruker who, Bruk what, DateTimeOffset when) => new()
    {
        Id = Guid.CreateVersion7(when),
        Tidspunkt = when,
        Hvem = who.Id,
        Navn = who.Navn,
        Rolle = string.Join(' ', who.Roller.DefaultIfEmpty(who.Type.ToString())),
        Enhet = who.Enhet,
        Handling = EnumNames<Handling>.Of(what.Handling),
        PersonRef = what.Person?.Verdi,
        Sak = what.Sak,
        Felter = what.Felter,
        Formaal = what.Formaal,
        Spor = Activity.Current?.TraceId.ToString(),
    };

    internal sealed class Mapping : IEntityTypeConfiguration<AccessLogRow>
    {
        public void Configure(EntityTypeBuilder<AccessLogRow> builder) => builder.ToTable("tilgangslogg").Property(r => r.Id).ValueGeneratedNever();
    }
}
