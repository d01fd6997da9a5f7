using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette;
using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Leietakere;

/// <summary>
/// Who may have a right to bostøtte and has not applied: tenants of the municipality with a rent that gives some at an income low enough, and no case that
/// is followed. What a household earns is not known here: the list says how much it may earn, and a person asks.
/// </summary>
internal static class SoekLeietakereUtenBostoette
{
    private static readonly string[] AldriKjent = ["inntekt", "formue", "andre-i-husstanden", "egen-oppvarming", "saker-i-andre-enheter"];

    /// <summary>A lease whose tenants have no case; kroner a month.</summary>
    /// <param name="LeieforholdId">The lease.</param>
    /// <param name="Leietakere">The tenants (personRef).</param>
    /// <param name="Fra">The lease's first day.</param>
    /// <param name="Maanedsleie">The rent of today; null when it is not known.</param>
    /// <param name="Voksne">Reckoned with: the tenants.</param>
    /// <param name="Barn">Reckoned with: as known when the lease was entered into, else none, which gives the lowest limit.</param>
    /// <param name="OevreInntektsgrense">The highest income with which such a household gets any; null when the rent is not known.</param>
    /// <param name="BostoetteUtenInntekt">The most it can get: with no income; null when the rent is not known.</param>
    /// <param name="Ukjent">What is not known and reckoned as none: «inntekt», «formue», «barn», «husleie», «andre-i-husstanden», «egen-oppvarming», «saker-i-andre-enheter».</param>
    /// <param name="SisteMaaned">The last month that Husbanken decided for one of them; null when there is none.</param>
    /// <param name="SisteKode">What it decided: «V03».</param>
    public sealed record Leietaker(
        Guid LeieforholdId, IReadOnlyList<Guid> Leietakere, DateOnly Fra, decimal? Maanedsleie, int Voksne, int Barn, decimal? OevreInntektsgrense, decimal? BostoetteUtenInntekt,
        IReadOnlyList<string> Ukjent, DateOnly? SisteMaaned, string? SisteKode);

    /// <summary>A page.</summary>
    /// <param name="Innhold">The leases.</param>
    /// <param name="Neste">Send as <c>etter</c> to get the next page; null on the last.</param>
    /// <param name="Forbehold">Who decides.</param>
    /// <param name="SatserFra">The rates are in force from.</param>
    public sealed record Response(IReadOnlyList<Leietaker> Innhold, string? Neste, string Forbehold, DateOnly SatserFra);

    private sealed record Rad(Guid LeieforholdId, Guid[] Leietakere, DateOnly Fra, int? Barn, decimal? Maanedsleie, DateOnly? SisteMaaned, string? SisteKode);

    public static void Map(IEndpointRouteBuilder leietakere) => leietakere.MapGet("/uten-bostoette", Handle)
        .Krever(Tilganger.FoelgBostoettesaker)
        .WithName(nameof(SoekLeietakereUtenBostoette))
        .WithSummary("Finn leietakere i kommunal bolig som kan ha rett til bostøtte og ikke har sak")
        .WithDescription(
            "Grunnlag for veiledning, ikke et vedtak: inntekten er ikke kjent, svaret sier hvor høy den kan være. Leietakere som enheten ikke har registrert, vises med pseudonym og leieforhold. De som har "
            + "gradert adresse i en av tjenestene, vises bare for den som er skjermet; det gjelder også dem enheten ikke har registrert, så lenge en tjeneste ikke har fått fortalt hvem som er gradert. Koder: ugyldig (400), satser-ikke-fastsatt (422).")
        .ProducesProblem(400).ProducesProblem(422);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        int? antall, string? etter, FinansieringDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var valg, out var sidefeil))
            return Problem.Invalid([sidefeil]);
        var idag = tid.Idag();
        if (Satshistorikk.For(idag) is not { } satser)
            return Problem.From(Satshistorikk.Mangler(idag, "dato"));

        var tom = new Grunnlag { Dato = idag, Gruppe = Kommunegruppe.Av(profil.Kommunenummer, new(idag.Year, idag.Month, 1)), Voksne = 1, InntektPerMaaned = 0, BoutgiftPerMaaned = 0 };
        var side = valg.Side(await Rader(db, bruker, valg, idag, Utmaaling.MinsteBoutgift(tom, satser)).ToListAsync(avbrutt), r => r.LeieforholdId);
        await logg.Les(bruker, side.Innhold.SelectMany(r => r.Leietakere.Select(l => new Bruk(Handling.Lest, new PersonRef(l), "kommunal-leie", "saksbehandling", $"leieforhold/{r.LeieforholdId}"))), avbrutt);
        return TypedResults.Ok(new Response([.. side.Innhold.Select(r => Svar(r, tom, satser))], side.Neste, Beregningssvar.Husbanken, satser.Fra));
    }

    private static Leietaker Svar(Rad r, in Grunnlag tom, Satser satser)
    {
        var husstand = tom with { Voksne = r.Leietakere.Length, Barn = r.Barn ?? 0, BoutgiftPerMaaned = r.Maanedsleie ?? 0 };
        var (grense, mest) = r.Maanedsleie is null ? default : (Utmaaling.OevreInntektsgrense(husstand, satser), (decimal?)Utmaaling.Beregn(husstand, satser).PerMaaned);
        List<string> ukjent = [.. AldriKjent];
        if (r.Barn is null)
            ukjent.Add("barn");
        if (r.Maanedsleie is null)
            ukjent.Add("husleie");
        return new(r.LeieforholdId, r.Leietakere, r.Fra, r.Maanedsleie, husstand.Voksne, husstand.Barn, grense, mest, ukjent, r.SisteMaaned, r.SisteKode);
    }

    /// <summary>The page first, and what is told of it for the page alone.</summary>
    private static IQueryable<Rad> Rader(FinansieringDb db, Bruker bruker, Sidevalg valg, DateOnly idag, decimal minsteLeie) => db.Database.SqlQuery<Rad>(
        $"""
        WITH side AS MATERIALIZED (
            SELECT l.leieforhold_id, l.leietakere, l.fra, l.barn, leie.maanedsleie
            FROM kommunal_leie l
            LEFT JOIN LATERAL (SELECT s.maanedsleie FROM kommunal_leiesum s WHERE s.leieforhold_id = l.leieforhold_id AND s.fra <= {idag} ORDER BY s.fra DESC LIMIT 1) leie ON true
            WHERE l.leietakere IS NOT NULL AND l.fra <= {idag} AND l.leieforhold_id > {valg.Etter ?? Guid.Empty} AND (leie.maanedsleie IS NULL OR leie.maanedsleie >= {minsteLeie})
              AND NOT EXISTS (SELECT FROM bostoettesak b WHERE b.enhet = {bruker.Enhet} AND b.soeker = ANY (l.leietakere) AND b.status <> 'avslag' AND b.avloest_fra IS NULL)
              AND ({bruker.Skjermet}
                OR (NOT EXISTS (SELECT FROM gradering_venter) AND NOT EXISTS (SELECT FROM gradert g WHERE g.person_ref = ANY (l.leietakere)))
                OR (SELECT count(*) FROM ugradert u WHERE u.person_ref = ANY (l.leietakere) AND u.enhet = {bruker.Enhet}) >= cardinality(l.leietakere))
            ORDER BY l.leieforhold_id LIMIT {valg.Antall + 1}
        )
        SELECT side.leieforhold_id AS "LeieforholdId", side.leietakere AS "Leietakere", side.fra AS "Fra", side.barn AS "Barn", side.maanedsleie AS "Maanedsleie", siste.maaned AS "SisteMaaned", siste.kode AS "SisteKode"
        FROM side
        LEFT JOIN LATERAL (
            SELECT v.maaned, v.kode FROM bostoettesak b JOIN bostoettevedtak v ON v.sak_id = b.id
            WHERE b.enhet = {bruker.Enhet} AND b.soeker = ANY (side.leietakere) ORDER BY v.maaned DESC LIMIT 1) siste ON true
        ORDER BY side.leieforhold_id
        """);
}
