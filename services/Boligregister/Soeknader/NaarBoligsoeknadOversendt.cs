using Boligsosial.Boligregister.Boliger.Regler;
using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>
/// NAV sends over an application on behalf of somebody in temporary housing: it becomes ÅKE's, once for each day that NAV has sent one of a case.
/// The unit may not know the people yet. Where NAV has not said that none of them has a graded address, only those with
/// <c>skjermet</c> see it until the unit has registered them all (<see cref="Soeknadsinnsyn"/>).
/// </summary>
internal sealed class NaarBoligsoeknadOversendt(BoligregisterDb db, Kommuneprofil profil) : Naar<BoligsoeknadOversendt>
{
    public override async Task Handle(BoligsoeknadOversendt hendelse, Mottatt mottatt, CancellationToken avbrutt)
    {
        if (await db.Soeknader.AnyAsync(s => s.OversendtSak == hendelse.SakId && s.Mottatt == hendelse.Mottatt, avbrutt))
            return;
        if (hendelse.Ugradert)
            await db.FortaltUgradert(profil.Soeknad.Mottaksenhet, hendelse.Soekere, avbrutt);

        var soeknad = new Soeknad
        {
            Enhet = profil.Soeknad.Mottaksenhet,
            Soekere = [.. hendelse.Soekere.Distinct()],
            Type = Soeknadstype.Ny,
            Kanal = Kanal.Oversendt,
            OversendtSak = hendelse.SakId,
            Mottatt = hendelse.Mottatt,
            GyldigTil = Soeknadsfrister.GyldigTil(hendelse.Mottatt, profil.Soeknad.GyldigMaaneder),
            Husstand = new(hendelse.Voksne, hendelse.BarnsAlder),
            SituasjonOppgitt = [.. hendelse.Situasjon.Intersect(Situasjoner.Alle)],
            Behov = new(hendelse.Soverom, hendelse.Tilgjengelighet is { Length: > 0 } tilgjengelighet ? tilgjengelighet : Tilgjengelighet.Ordinaer, [], hendelse.Skolekrets),
            Samtykke = true,
        };
        db.Add(soeknad);
        db.FortellMottatt(soeknad);
    }
}
