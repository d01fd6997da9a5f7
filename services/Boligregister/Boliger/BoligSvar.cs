using System.Text.Json.Serialization;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>A registered dwelling, as lists show it: its id beside what is registered.</summary>
public record BoligSvar : Boligdata
{
    internal BoligSvar(Guid id, Boligdata data)
        : base(data) => Id = id;

    /// <summary>Boligregister's own id of the dwelling, the same in every service and event.</summary>
    [JsonPropertyOrder(-1)]
    public Guid Id { get; }
}

/// <summary>A registered dwelling with the statuses it has had.</summary>
public sealed record BoligMedHistorikk : BoligSvar
{
    internal BoligMedHistorikk(Bolig bolig, IReadOnlyList<Statusperiode> historikk)
        : base(bolig.Id, bolig.Data) => Historikk = historikk;

    /// <summary>Oldest first; the last is today's status and has no end.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<Statusperiode> Historikk { get; }
}

/// <summary>A status and when it held.</summary>
/// <param name="Status">The status.</param>
/// <param name="Fra">First day.</param>
/// <param name="Til">The day after the last ([fra, til)); null while it holds.</param>
public sealed record Statusperiode(Boligstatus Status, DateOnly Fra, DateOnly? Til);
