using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Tildeling;

/// <summary>What giving and ending an offer do, whoever asks for it.</summary>
internal static class Tilbudsgiving
{
    private static readonly Boligstatus[] Ledig = [Boligstatus.LedigKlar, Boligstatus.LedigEnkelIstandsetting];

    private static readonly Dictionary<string, Avvisning> Skranker = new(StringComparer.Ordinal)
    {
        ["tilbud_en_bolig"] = new("bolig-tilbudt", "Boligen er tilbudt en annen.", Felt: "boligId"),
        ["tilbud_en_soeknad"] = new("har-tilbud", "Søkeren har et tilbud å svare på.", Felt: "soeknadId"),
    };

    /// <summary>The offers that the caller sees.</summary>
    public static IQueryable<Tilbud> SynligeTilbud(this BoligregisterDb db, Bruker bruker) => db.Set<Tilbud>()
        .Where(t => t.Enhet == bruker.Enhet).Synlige(db, bruker, t => t.Soekere);

    /// <summary>Offers, and reserves the dwelling. The dwelling is locked: of two who offer it the second sees that it is gone. Null: done.</summary>
    public static async Task<ProblemHttpResult?> Gi(
        this BoligregisterDb db, Soeknad soeknad, Guid boligId, Guid? moete, DateOnly dato, DateOnly svarfrist, string? begrunnelse, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (await db.Laas(boligId, avbrutt) is not { } bolig)
            return Problem.From(new("bolig-finnes-ikke", "Boligen finnes ikke i registeret.", Felt: "boligId"));
        if (!Ledig.Contains(bolig.Data.Status!.Value))
            return Problem.From(new("bolig-ikke-ledig", "Boligen er ikke ledig.", Felt: "boligId"), StatusCodes.Status409Conflict);
        if (soeknad.StatusPaa(dato) != Soeknadsstatus.Innvilget)
            return Problem.From(new("soeknad-ikke-innvilget", "Søknaden er ikke innvilget, eller den gjelder ikke lenger.", Felt: "soeknadId"), StatusCodes.Status409Conflict);

        var tilbud = new Tilbud
        {
            Enhet = bruker.Enhet,
            MoeteId = moete,
            SoeknadId = soeknad.Id,
            Soekere = soeknad.Soekere,
            BoligId = boligId,
            Boligstatus = bolig.Data.Status.Value,
            Dato = dato,
            Svarfrist = svarfrist,
            Begrunnelse = begrunnelse,
            BesluttetAv = bruker.Navn,
        };
        db.Add(tilbud);
        db.EndreStatus(bolig, Boligstatus.Reservert, dato);
        foreach (var bruk in tilbud.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        return await db.TrySave(Skranker, avbrutt) is { } avvisning ? Problem.From(avvisning, StatusCodes.Status409Conflict) : null;
    }

    /// <summary>Nobody took it: the dwelling is what it was.</summary>
    public static async Task Frigi(this BoligregisterDb db, Tilbud tilbud, Tilbudsstatus status, DateOnly dato, string? grunn, CancellationToken avbrutt)
    {
        tilbud.Avslutt(status, dato, grunn);
        var bolig = await db.Laas(tilbud.BoligId, avbrutt);
        if (bolig!.Data.Status == Boligstatus.Reservert)
            db.EndreStatus(bolig, tilbud.Boligstatus, dato);
    }

    private static async Task<Bolig?> Laas(this BoligregisterDb db, Guid bolig, CancellationToken avbrutt)
    {
        await db.Database.ExecuteSqlAsync($"SELECT FROM bolig WHERE id = {bolig} FOR UPDATE", avbrutt);
        return await db.Boliger.SingleOrDefaultAsync(b => b.Id == bolig, avbrutt);
    }
}
