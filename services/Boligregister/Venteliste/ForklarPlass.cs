using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Venteliste.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Venteliste;

/// <summary>Why an applicant has the place they have: today, or as it was when the list was kept.</summary>
internal static class ForklarPlass
{
    public static void Map(IEndpointRouteBuilder venteliste) => venteliste.MapGet("/{soeknadId:guid}/forklaring", Handle)
        .Krever(Tilganger.LesSoeknader)
        .WithName(nameof(ForklarPlass))
        .WithSummary("Forklar plassen på ventelisten")
        .WithDescription(
            "Hvorfor denne plassen, hvorfor ikke høyere, og hva som ville endre det; samme tekst til søker og saksbehandler. Med oeyeblikksbilde: slik det var da. "
            + "Koder: ugyldig (400), finnes-ikke (404), ikke-paa-ventelisten (409).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<Plassforklaring>, ProblemHttpResult>> Handle(
        Guid soeknadId, Guid? oeyeblikksbilde, BoligregisterDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.SynligeSoeknader(bruker).SingleOrDefaultAsync(s => s.Id == soeknadId, avbrutt) is not { } soeknad)
            return Problem.NotFound("Søknaden");

        var forklaring = oeyeblikksbilde is { } bilde ? await Den(bilde, soeknadId, db, bruker, avbrutt) : await IDag(soeknad, db, profil.Venteliste, bruker, tid.Idag(), avbrutt);
        if (forklaring is null)
            return Problem.From(new("ikke-paa-ventelisten", "Søknaden står ikke på ventelisten."), StatusCodes.Status409Conflict);
        await logg.Les(bruker, soeknad.Bruk(), avbrutt);
        return TypedResults.Ok(forklaring);
    }

    /// <summary>Counted by the database, some hundred groups of equal facts; scored here by the one rule there is.</summary>
    private static async Task<Plassforklaring?> IDag(Soeknad soeknad, BoligregisterDb db, Ventelisteprofil profil, Bruker bruker, DateOnly idag, CancellationToken avbrutt)
    {
        if (soeknad.StatusPaa(idag) != Soeknadsstatus.Innvilget)
            return null;
        var iKraft = Prioritering.IKraft(profil.Kriterier, idag);
        var (maaneder, aldre) = (Prioritering.Maanedsgrenser(iKraft, idag), Prioritering.Aldersgrenser(iKraft));
        var grupper = await db.Database.SqlQuery<Rad>(
            $"""
            SELECT situasjon AS "Situasjon", grupper AS "Grupper", min(barns_alder[1]) AS "YngsteBarn", min(mottatt) AS "Mottatt", count(*)::integer AS "Antall",
                   (count(*) FILTER (WHERE (mottatt, id) < ({soeknad.Mottatt}, {soeknad.Id})))::integer AS "Foer"
            FROM soeknad WHERE enhet = {bruker.Enhet} AND status = 'innvilget' AND gyldig_til + 1 > {idag} AND mottatt <= {idag} AND id <> {soeknad.Id}
            GROUP BY situasjon, grupper, width_bucket(barns_alder[1], {aldre}), width_bucket(mottatt, {maaneder})
            """).ToListAsync(avbrutt);
        return Forklaring.Av(
            iKraft, idag, new(soeknad.Situasjon, soeknad.BarnsAlder.Length == 0 ? null : soeknad.BarnsAlder[0], soeknad.Grupper, soeknad.Mottatt),
            grupper.Select(g => new Gruppe(new(g.Situasjon, g.YngsteBarn, g.Grupper, g.Mottatt), g.Antall, g.Foer)));
    }

    private static async Task<Plassforklaring?> Den(Guid oeyeblikksbilde, Guid soeknadId, BoligregisterDb db, Bruker bruker, CancellationToken avbrutt)
    {
        if (await Ventelisten.Den(db, oeyeblikksbilde, bruker, avbrutt) is not { } bilde || bilde.Rader.SingleOrDefault(r => r.SoeknadId == soeknadId) is not { } meg)
            return null;
        return Forklaring.Av(
            bilde.Kriterier, bilde.Dag, meg.Fakta,
            bilde.Rader.Where(r => r != meg).Select(r => new Gruppe(r.Fakta, 1, (r.Mottatt, r.SoeknadId).CompareTo((meg.Mottatt, meg.SoeknadId)) < 0 ? 1 : 0)));
    }

    internal sealed record Rad(string[] Situasjon, string[] Grupper, int? YngsteBarn, DateOnly Mottatt, int Antall, int Foer);
}
