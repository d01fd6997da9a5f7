using System.ComponentModel;
using Boligsosial.Boligregister.Soeknader.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>The caseworkers' queues: the applications of the caller's unit, a page at a time, in the order they were registered.</summary>
internal static class SoekSoeknader
{
    /// <summary>Which applications.</summary>
    public sealed class Filter
    {
        [Description("Status i dag: mottatt, innvilget, avslag, trukket, utloept eller bosatt.")]
        public string? Status { get; init; }

        [Description("Type: ny, bytte eller fornyelse.")]
        public string? Type { get; init; }

        [Description("Det som haster: foreloepig-svar-forfaller, utloeper-snart, dokumentasjon-mangler eller klage-til-behandling.")]
        public string? Frist { get; init; }

        [Description("Søknader der denne personen (personRef) er søker.")]
        public Guid? PersonRef { get; init; }
    }

    /// <summary>What is urgent.</summary>
    internal enum Frist
    {
        ForeloepigSvarForfaller,
        UtloeperSnart,
        DokumentasjonMangler,
        KlageTilBehandling,
    }

    public static void Map(IEndpointRouteBuilder soeknader) => soeknader.MapGet("/", Handle)
        .Krever(Tilganger.LesSoeknader)
        .WithName(nameof(SoekSoeknader))
        .WithSummary("Søk i søknader")
        .WithDescription("Søknader i enheten din, i den rekkefølgen de ble registrert; filtre virker sammen. Koder: ugyldig (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Side<SoeknadSvar>>, ProblemHttpResult>> Handle(
        [AsParameters] Filter filter, int? antall, string? etter, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        var (status, type, frist) = (Les<Soeknadsstatus>("status", filter.Status, feil), Les<Soeknadstype>("type", filter.Type, feil), Les<Frist>("frist", filter.Frist, feil));
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            feil.Add(sidefeil);
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var idag = tid.Idag();
        var soeknader = db.SynligeSoeknader(bruker);
        if (filter.PersonRef is { } person)
            soeknader = soeknader.Om(person, s => s.Soekere);
        if (type is { } t)
            soeknader = soeknader.Where(s => s.Type == t);
        soeknader = HarStatus(soeknader, status, idag);
        soeknader = Haster(soeknader, frist, idag, profil.Soeknad);
        soeknader = soeknader.Where(s => s.Id > (valg.Etter ?? Guid.Empty));
        // A person has few: fetched whole and sorted, by text so that Postgres does not bet on meeting them along another index.
        var rader = await (filter.PersonRef is null ? soeknader.OrderBy(s => s.Id) : soeknader.OrderBy(s => s.Id.ToString())).Take(valg).ToListAsync(avbrutt);
        var side = valg.Side(rader, s => s.Id);
        await logg.Les(bruker, side.Innhold.SelectMany(s => s.Bruk()), avbrutt);
        return TypedResults.Ok(new Side<SoeknadSvar>([.. side.Innhold.Select(s => new SoeknadSvar(s, idag))], side.Neste));
    }

    /// <summary>
    /// What has lapsed by date is lapsed, written down or not. The day after the last is compared, not the last: what Postgres
    /// knows of gyldig_til is of all the years, so it would take the valid ones for few, and sort all of them for a page. So with mottatt, below.
    /// </summary>
    private static IQueryable<Soeknad> HarStatus(IQueryable<Soeknad> soeknader, Soeknadsstatus? status, DateOnly idag) => status switch
    {
        null => soeknader,
        Soeknadsstatus.Mottatt or Soeknadsstatus.Innvilget => soeknader.Where(s => s.Status == status && s.GyldigTil.AddDays(1) > idag),
        Soeknadsstatus.Utloept => soeknader.Where(s =>
            s.Status == Soeknadsstatus.Utloept || ((s.Status == Soeknadsstatus.Mottatt || s.Status == Soeknadsstatus.Innvilget) && s.GyldigTil.AddDays(1) <= idag)),
        _ => soeknader.Where(s => s.Status == status),
    };

    private static IQueryable<Soeknad> Haster(IQueryable<Soeknad> soeknader, Frist? frist, DateOnly idag, Soeknadsprofil profil)
    {
        var dagenEtter = Soeknadsfrister.SisteMottattMedSvarfrist(idag.AddDays(profil.ForeloepigSvarVarselDager)).AddDays(1);
        var dager = -profil.PaaminnelseDager;
        var aapne = soeknader.Where(s => (s.Status == Soeknadsstatus.Mottatt || s.Status == Soeknadsstatus.Innvilget) && s.GyldigTil.AddDays(1) > idag);
        return frist switch
        {
            null => soeknader,
            Frist.ForeloepigSvarForfaller => soeknader.Where(s => s.Status == Soeknadsstatus.Mottatt && s.ForeloepigSvar == null && s.Mottatt.AddDays(1) <= dagenEtter && s.GyldigTil.AddDays(1) > idag),
            Frist.UtloeperSnart => aapne.Where(s => s.GyldigTil.AddDays(dager) <= idag),
            Frist.DokumentasjonMangler => aapne.Where(s => s.DokumentasjonMangler),
            _ => soeknader.Where(s => s.Vedtak.Any(v => v.KlageMottatt != null && v.KlageAvgjort == null)),
        };
    }

    private static T? Les<T>(string felt, string? verdi, List<Avvisning> feil)
        where T : struct, Enum
    {
        if (verdi is null)
            return null;
        if (EnumNames<T>.TryParse(verdi, out var lest))
            return lest;
        feil.Add(Avvisning.UkjentVerdi(felt, EnumNames<T>.All));
        return null;
    }
}
