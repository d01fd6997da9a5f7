using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.Contracts;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Messaging;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>What the register tells other services of a dwelling. Two that are equal are the same news: the second is not told.</summary>
internal static class BoligHendelser
{
    private static readonly string[] Ledig = [EnumNames<Boligstatus>.Of(Boligstatus.LedigKlar), EnumNames<Boligstatus>.Of(Boligstatus.LedigEnkelIstandsetting)];

    /// <summary>Gives the dwelling a status, and tells others when that is news.</summary>
    public static void EndreStatus(this BoligregisterDb db, Bolig bolig, Boligstatus status, DateOnly dato)
    {
        var foer = bolig.Endret();
        bolig.SettStatus(status, dato);
        db.Fortell(foer, bolig);
    }

    /// <summary>Tells others what of the dwelling is other than it was; null: it is new.</summary>
    public static void Fortell(this BoligregisterDb db, BoligEndret? foer, Bolig bolig)
    {
        foreach (var hendelse in Nytt(foer, bolig.Endret()))
            db.Publish(hendelse);
    }

    /// <summary>What is told of a dwelling that was the one and is the other.</summary>
    public static IEnumerable<IHendelse> Nytt(BoligEndret? foer, BoligEndret naa)
    {
        if (naa == foer)
            yield break;
        yield return naa;
        var (varLedig, erLedig) = (foer is not null && Ledig.Contains(foer.Status), Ledig.Contains(naa.Status));
        if (erLedig && naa.Status != foer?.Status)
            yield return new BoligLedig(naa.BoligId, naa.StatusFra, naa.Status == Ledig[1]);
        else if (varLedig && !erLedig)
            yield return new BoligUtilgjengelig(naa.BoligId, naa.StatusFra, naa.Status);
    }

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
