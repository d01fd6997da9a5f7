using Boligsosial.Contracts.Boligregister;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>
/// Boligregister warns NAV: a case opens, with two weeks. People of whom it does not say that none has a graded address, are seen with <c>skjermet</c> alone until the unit has
/// registered them.
/// </summary>
internal sealed class NaarFravikelseVarslet(MidlertidigBotilbudDb db, Kommuneprofil profil) : Naar<FravikelseVarslet>
{
    public override async Task Handle(FravikelseVarslet hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        if (await db.Set<Forebyggingssak>().AnyAsync(s => s.LeieforholdId == hendelse.LeieforholdId && s.Avsluttet == null, avbrutt))
            return;
        if (hendelse.Ugradert)
            await db.FortaltUgradert(profil.Mottaksenhet, hendelse.Leietakere, avbrutt);
        var siden = hendelse.Varslet.AddYears(-profil.RunddansAar);
        db.Add(new Forebyggingssak
        {
            Id = Guid.CreateVersion7(),
            Enhet = profil.Mottaksenhet,
            LeieforholdId = hendelse.LeieforholdId,
            Personer = hendelse.Leietakere,
            Varslet = hendelse.Varslet,
            Frist = hendelse.Varslet.AddDays(Forebyggingssak.FristDager),
            Barn = hendelse.BarnIBoligen,
            Restanse = hendelse.Restanse,
            Runddans = await db.Set<Forebyggingssak>().AnyAsync(s => s.Varslet >= siden && s.Personer.Any(p => hendelse.Leietakere.Contains(p)), avbrutt),
        });
    }
}

/// <summary>It will not come to fravikelse.</summary>
internal sealed class NaarFravikelseAvverget(MidlertidigBotilbudDb db) : Naar<FravikelseAvverget>
{
    public override async Task Handle(FravikelseAvverget hendelse, Mottatt mottatt, CancellationToken avbrutt) =>
        (await db.Aapen(hendelse.LeieforholdId, avbrutt))?.Avslutt(Sakslutt.Avverget, hendelse.Dato);
}

/// <summary>
/// Somebody has lost a home: a henvendelse is there at once, for a person to decide the same day. How old the children are is not told; that there are some is.
/// </summary>
internal sealed class NaarFravikelseGjennomfoert(MidlertidigBotilbudDb db, Kommuneprofil profil) : Naar<FravikelseGjennomfoert>
{
    public override async Task Handle(FravikelseGjennomfoert hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        (await db.Aapen(hendelse.LeieforholdId, avbrutt))?.Avslutt(Sakslutt.Gjennomfoert, hendelse.Dato);
        if (hendelse.Ugradert)
            await db.FortaltUgradert(profil.Mottaksenhet, hendelse.Leietakere, avbrutt);
        var kom = mottatt.Tidspunkt.ToUniversalTime();
        db.Add(new Henvendelse
        {
            Enhet = profil.Mottaksenhet,
            HusstandId = await db.FinnHusstand(profil.Mottaksenhet, hendelse.Leietakere, Guid.CreateVersion7(), avbrutt),
            Personer = hendelse.Leietakere,
            Kanal = Kanal.Melding,
            Bakgrunn = Bakgrunn.Utkastet,
            Mottatt = kom,
            BehovFra = hendelse.Dato > kom.Dag() ? hendelse.Dato : kom.Dag(),
            Behov = new(Math.Max(1, hendelse.Leietakere.Length), [], null, Tilgjengelighet.Ordinaer, true, false, null, hendelse.BarnIBoligen),
            PapirerMangler = false,
        }.Merk(profil.UngUnder));
    }
}

/// <summary>What these have in common.</summary>
internal static class AapenSak
{
    public static async Task<Forebyggingssak?> Aapen(this MidlertidigBotilbudDb db, Guid leieforhold, CancellationToken avbrutt) =>
        (await db.Set<Forebyggingssak>().FromSql($"SELECT *, xmin FROM forebyggingssak WHERE leieforhold_id = {leieforhold} AND avsluttet IS NULL FOR UPDATE").ToListAsync(avbrutt)).SingleOrDefault();
}
