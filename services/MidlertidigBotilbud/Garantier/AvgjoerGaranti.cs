using System.ComponentModel.DataAnnotations;
using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Garantier.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>A vedtak on security for rent, by a person. One that is granted for a municipal lease is told to boligregister.</summary>
internal static class AvgjoerGaranti
{
    /// <summary>A vedtak.</summary>
    /// <param name="Utfall">«innvilget» or «avslag».</param>
    /// <param name="Type">«garanti» or «depositum».</param>
    /// <param name="Utleier">«kommunen», «privat» or «privat-flyktning».</param>
    /// <param name="LeieforholdId">The lease in boligregister; with «kommunen», and not else.</param>
    /// <param name="Personer">The tenants (personRef), registered for the caller's unit.</param>
    /// <param name="Maanedsleie">A month's rent at a private landlord's; with «kommunen» it is boligregister's, and may be left out.</param>
    /// <param name="AnnenSikkerhet">What they have of security besides for the lease, that NAV has not given for a municipal one; must be said when something of NAV's runs for the same people at a private landlord's.</param>
    /// <param name="Beloep">Kroner at most.</param>
    /// <param name="Fra">First day.</param>
    /// <param name="Til">The day after the last; null: as long as the lease.</param>
    /// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
    public sealed record Request(
        [property: Required] Vedtaksutfall? Utfall, [property: Required] Garantitype? Type, [property: Required] Utleier? Utleier, Guid? LeieforholdId,
        [property: Required, MinLength(1), MaxLength(20)] PersonRef[]? Personer, [property: Range(typeof(decimal), "1", "1000000")] decimal? Maanedsleie,
        [property: Range(typeof(decimal), "0", "10000000")] decimal? AnnenSikkerhet, [property: Required, Range(typeof(decimal), "1", "6000000")] decimal? Beloep, [property: Required] DateOnly? Fra,
        DateOnly? Til, string? Begrunnelse);

    public static void Map(IEndpointRouteBuilder garantier) => garantier.MapPost("/", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(AvgjoerGaranti))
        .WithSummary("Avgjør garanti eller depositum")
        .WithDescription(
            "Depositum og garanti er til sammen høyst seks måneders leie (husleieloven § 3-6). For et kommunalt leieforhold er leien boligregisterets. "
            + "Innvilget fortelles det som GarantiInnvilget. Kan sendes med Idempotency-Key. Koder: ugyldig (400), leieforhold-opphoert (409), annen-sikkerhet-maa-oppgis, "
            + "garanti-over-kommunens-grense, leie-ikke-kjent, leieforhold-ikke-kjent, maanedsleie-avviker, person-finnes-ikke, sikkerhet-over-seks-maaneder (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<GarantiSvar>, ProblemHttpResult>> Handle(
        Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Personer personer, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var feil = Feil(request).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        if (await personer.Ukjente(request.Personer!, bruker, http.RequestAborted) is { Count: > 0 })
            return Problem.From(new("person-finnes-ikke", "Minst én av personene er ikke registrert for enheten din.", Felt: "personer"));

        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(http.RequestAborted) : null;
        var leie = request.LeieforholdId is { } kommunal ? await db.Kjent(kommunal, request.Fra!.Value, http.RequestAborted) : new(null, null, request.Maanedsleie);
        if (request.LeieforholdId is not null && Leiegrunnlag.Kontroller(leie, request.Maanedsleie) is { } ukjent)
            return Problem.From(ukjent);
        var garanti = Ny(request, leie!.Maanedsleie!.Value, profil, bruker, tid.Idag());
        if (garanti.Status == Garantistatus.Loeper && Leiegrunnlag.Opphoert(leie).Nei() is { } opphoert)
            return opphoert;
        if (garanti.Status == Garantistatus.Loeper)
        {
            var maaneder = garanti.Utleier == Regler.Utleier.PrivatFlyktning ? profil.GarantiMaanederFlyktning : profil.GarantiMaaneder;
            if (Garantitak.Kontroller(garanti.Beloep, garanti.Maanedsleie, garanti.AnnenSikkerhet + await db.Stilt(garanti.LeieforholdId, http.RequestAborted), maaneder) is { } over)
                return Problem.From(over);
            if (request is { LeieforholdId: null, AnnenSikkerhet: null } && await db.LoeperForDeSamme(garanti.Personer, http.RequestAborted) is > 0 and var loeper)
            {
                return Problem.From(new(
                    "annen-sikkerhet-maa-oppgis", $"Det løper {loeper} kroner fra NAV for de samme. Oppgi hvor mye av det som gjelder dette leieforholdet: 0 når det er et annet.", Garantitak.Sikkerhet, "annenSikkerhet"));
            }

            if (garanti.ErFortalt)
                db.Publish(new GarantiInnvilget(garanti.Id, garanti.LeieforholdId!.Value, garanti.Beloep, garanti.Fra, garanti.Til));
        }

        db.Add(garanti);
        foreach (var bruk in garanti.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(http.RequestAborted);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(http.RequestAborted);
        Etag.Set(http, garanti.Versjon);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{garanti.Id}", GarantiSvar.Av(garanti));
    }

    private static IEnumerable<Avvisning> Feil(Request request)
    {
        foreach (var feil in Fritekst.Kreves("begrunnelse", request.Begrunnelse))
            yield return feil;
        if ((request.Utleier == Regler.Utleier.Kommunen) != (request.LeieforholdId is not null))
            yield return new("ugyldig-verdi", "Oppgis når kommunen er utleier, og bare da.", Felt: "leieforholdId");
        if (request is { LeieforholdId: null, Maanedsleie: null })
            yield return new("mangler", "Må oppgis når utleieren er privat.", Felt: "maanedsleie");
        if (request.Fra is not { Year: >= 2010 and <= 2199 })
            yield return new("ugyldig-verdi", "Må være fra 2010 til 2199.", Felt: "fra");
        if (request.Til <= request.Fra || request.Til is { Year: > 2199 })
            yield return new("ugyldig-verdi", "Må være etter fra, og før 2200.", Felt: "til");
        foreach (var (beloep, felt) in new[] { (request.Beloep, "beloep"), (request.Maanedsleie, "maanedsleie"), (request.AnnenSikkerhet, "annenSikkerhet") })
        {
            if (beloep is { } kroner && decimal.Round(kroner, 2) != kroner)
                yield return new("ugyldig-verdi", "Kan ha to desimaler.", Felt: felt);
        }
    }

    /// <summary>What boligregister has told of a lease, with the rent that holds on a day; before the first, the first.</summary>
    private static async Task<KjentLeie?> Kjent(this MidlertidigBotilbudDb db, Guid leieforhold, DateOnly dag, CancellationToken avbrutt) => (await db.Database.SqlQuery<KjentLeie>(
        $"""
        SELECT l.fra AS "Fra", l.opphoert AS "Opphoert",
               (SELECT s.maanedsleie FROM kommunal_leiesum s WHERE s.leieforhold_id = l.leieforhold_id ORDER BY s.fra > {dag}, abs(s.fra - {dag}) LIMIT 1) AS "Maanedsleie"
        FROM kommunal_leie l WHERE l.leieforhold_id = {leieforhold}
        """).ToListAsync(avbrutt)).SingleOrDefault();

    /// <summary>What NAV has given for a lease already; who asks at the same time about the same lease waits.</summary>
    private static async Task<decimal> Stilt(this MidlertidigBotilbudDb db, Guid? leieforhold, CancellationToken avbrutt)
    {
        if (leieforhold is null)
            return 0;
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({leieforhold}::text, 36))", avbrutt);
        return await db.Set<Garanti>().Where(g => g.LeieforholdId == leieforhold && g.Status == Garantistatus.Loeper).SumAsync(g => g.Beloep, avbrutt);
    }

    /// <summary>A private lease has no id here: whether what runs for the same people is for this one, only the caseworker knows.</summary>
    private static Task<decimal> LoeperForDeSamme(this MidlertidigBotilbudDb db, Guid[] personer, CancellationToken avbrutt) => db.Set<Garanti>()
        .Where(g => g.Status == Garantistatus.Loeper && g.LeieforholdId == null && g.Personer.Any(p => personer.Contains(p))).SumAsync(g => g.Beloep - g.Krevd, avbrutt);

    private static Garanti Ny(Request request, decimal maanedsleie, Kommuneprofil profil, Bruker bruker, DateOnly idag) => new()
    {
        Enhet = bruker.Enhet,
        Type = request.Type!.Value,
        Utleier = request.Utleier!.Value,
        LeieforholdId = request.LeieforholdId,
        Personer = [.. request.Personer!.Distinct().Select(p => p.Verdi)],
        Status = request.Utfall == Vedtaksutfall.Innvilget ? Garantistatus.Loeper : Garantistatus.Avslag,
        Maanedsleie = maanedsleie,
        AnnenSikkerhet = request.AnnenSikkerhet ?? 0,
        Beloep = request.Beloep!.Value,
        Fra = request.Fra!.Value,
        Til = request.Til,
        Dato = idag,
        Begrunnelse = request.Begrunnelse!,
        Hjemmel = Garantisak.Hjemmel,
        Klagefrist = Klagefrist.Av(Klagefrist.Underrettet(idag, null, profil.KlagefristRegnesFra, profil.PostgangDager)),
        Klageinstans = profil.Klageinstans,
        BesluttetAv = bruker.Navn,
    };
}
