using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Json;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>What the register tells other services of a dwelling. Two that are equal are the same news: the second is not told.</summary>
internal static class BoligHendelser
{
    /// <summary>The dwelling as others may know it. It is registered: status and the rest are there.</summary>
    public static BoligEndret Endret(this Bolig bolig) => Endret(
        bolig.Id,
        bolig.Data.Omraade,
        bolig.Data.Kategori,
        EnumNames<Boligstatus>.Of(bolig.Data.Status!.Value),
        bolig.Data.StatusFra!.Value,
        bolig.Data.Soverom!.Value,
        bolig.Data.Egenskaper);

    /// <summary>The same, from a row of the register.</summary>
    public static BoligEndret Endret(
        Guid id, string omraade, string kategori, string status, DateOnly statusFra, int soverom, IReadOnlyCollection<string> egenskaper) =>
        new(id, omraade, kategori, status, statusFra, soverom, Tilgjengelighet.Av(egenskaper));
}
