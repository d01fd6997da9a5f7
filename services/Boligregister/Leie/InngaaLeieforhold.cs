using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Leie.Regler;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>Enters into a lease for the caller's unit, by husleieloven.</summary>
internal static class InngaaLeieforhold
{
    private const int Flestleietakere = 20;

    /// <summary>A lease to enter into.</summary>
    /// <param name="BoligId">The dwelling.</param>
    /// <param name="Fra">The first day.</param>
    /// <param name="Til">The day after the last; null: tidsubestemt.</param>
    /// <param name="Maanedsleie">Kroner a month.</param>
    /// <param name="Leietakere">The tenants (personRef), 1 to 20, registered for the caller's unit.</param>
    /// <param name="SoeknadId">The application that it came of.</param>
    /// <param name="Barn">Children under 18 who will live there.</param>
    /// <param name="Depositum">Kroner.</param>
    /// <param name="Garanti">Kroner.</param>
    /// <param name="Enkeltrom">A room with access to another's dwelling (husleieloven § 9-6).</param>
    /// <param name="Grunner">Why it is shorter than three years (§ 11-1): «saerlige» or «tungtveiende».</param>
    /// <param name="Begrunnelse">The reasons in words, where there are any.</param>
    /// <param name="Inngaatt">The day it was agreed; today when left out.</param>
    public sealed record Request(
        [property: Required] Guid? BoligId, [property: Required, Dag] DateOnly? Fra, [property: Dag] DateOnly? Til, [property: Required, Range(0, 1_000_000)] decimal? Maanedsleie,
        [property: Required, MinLength(1), MaxLength(Flestleietakere)] PersonRef[]? Leietakere, Guid? SoeknadId = null, [property: Range(0, 30)] int Barn = 0,
        [property: Range(0, 3_000_000)] decimal Depositum = 0, [property: Range(0, 3_000_000)] decimal Garanti = 0, bool Enkeltrom = false, Grunner Grunner = Grunner.Ingen,
        string? Begrunnelse = null, [property: Dag] DateOnly? Inngaatt = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/", Handle)
        .Krever(Tilganger.InngaaLeieforhold)
        .WithName(nameof(InngaaLeieforhold))
        .WithSummary("Inngå et leieforhold")
        .WithDescription(
            "Perioden er halvåpen, [fra, til). Minst tre år eller tidsubestemt (husleieloven § 9-3), med unntakene i § 11-1. Depositum og garanti er høyst seks måneders leie (§ 3-6). "
            + "Kan sendes med Idempotency-Key. Koder: ugyldig (400), bolig-utleid, bolig-ikke-fraflyttet, bolig-avhendet (409), bolig-finnes-ikke, person-finnes-ikke, soeknad-finnes-ikke, til-foer-fra, "
            + "leietid-for-kort, kort-leietid-brukt, bofellesskap-tidsubestemt, sikkerhet-over-seks-maaneder, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<LeieforholdSvar>, ProblemHttpResult>> Handle(
        Request request, BoligregisterDb db, Personer personer, Kommuneprofil profil, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var (avbrutt, idag, leietakere) = (http.RequestAborted, tid.Idag(), request.Leietakere!.Distinct().ToArray());
        var (fra, leie, inngaatt) = (request.Fra!.Value, request.Maanedsleie!.Value, request.Inngaatt ?? idag);
        if (request.Grunner != Grunner.Ingen && Fritekst.Kreves("begrunnelse", request.Begrunnelse).ToList() is { Count: > 0 } feil)
            return Problem.Invalid(feil);
        if (Fritekst.Kontroller("begrunnelse", request.Begrunnelse).ToList() is { Count: > 0 } tekstfeil)
            return Problem.Invalid(tekstfeil);
        if (request.Til <= fra)
            return Problem.From(new("til-foer-fra", "Siste dag må være etter den første.", Felt: "til"));
        if (Datokontroll.Kontroller(inngaatt, idag, felt: "inngaatt") is { } nei)
            return Problem.From(nei);
        if (await db.Boliger.AsNoTracking().SingleOrDefaultAsync(b => b.Id == request.BoligId, avbrutt) is not { } bolig)
            return Problem.From(new("bolig-finnes-ikke", "Boligen finnes ikke i registeret.", Felt: "boligId"));
        if (await personer.Ukjente(leietakere, bruker, avbrutt) is { Count: > 0 })
            return Problem.From(new("person-finnes-ikke", "Minst én av leietakerne er ikke registrert for enheten din.", Felt: "leietakere"));

        if (request.SoeknadId is { } soeknad && !await db.SynligeSoeknader(bruker).AnyAsync(s => s.Id == soeknad, avbrutt))
            return Problem.From(new("soeknad-finnes-ikke", "Søknaden finnes ikke.", Felt: "soeknadId"));

        var ider = leietakere.Select(l => l.Verdi).ToArray();
        var korte = request.Til is null ? 0 : await KorteKontrakter(db, bolig.Id, ider, avbrutt);
        var tidsubestemt = profil.Leie.BofellesskapTidsubestemt && bolig.Data.Egenskaper.Contains("bofellesskap");
        var avvist = Leietid.Kontroller(fra, request.Til, request.Grunner, korte, tidsubestemt)
            ?? Sikkerhet.Kontroller(leie, request.Depositum, request.Garanti);
        if (avvist is not null)
            return Problem.From(avvist);
        if (bolig.Data.Status == Boliger.Boligstatus.Avhendet)
            return SynligeLeieforhold.Tilstand("bolig-avhendet", "Kommunen disponerer ikke boligen lenger.");
        if (await db.Leieforhold.AnyAsync(l => l.BoligId == bolig.Id && l.Innflyttet != null && l.Utflyttet == null && l.Til <= idag && fra >= l.Fra, avbrutt))
            return SynligeLeieforhold.Tilstand("bolig-ikke-fraflyttet", "Den forrige leieavtalen er utløpt, men nøklene er ikke levert tilbake.");

        var leieforhold = Leieforhold.Inngaa(
            new()
            {
                Id = Guid.CreateVersion7(),
                BoligId = bolig.Id,
                Enhet = bruker.Enhet,
                Fra = fra,
                Leietakere = ider,
                SoeknadId = request.SoeknadId,
                Barn = request.Barn,
                Depositum = request.Depositum,
                Enkeltrom = request.Enkeltrom,
            },
            new() { Fra = fra, Til = request.Til, Inngaatt = inngaatt, BesluttetAv = bruker.Navn, Grunn = request.Begrunnelse },
            leie,
            request.Garanti);
        db.Add(leieforhold);
        db.Publish(leieforhold.Inngaatt());
        db.Publish(new LeieFastsatt(leieforhold.Id, fra, leie));
        foreach (var bruk in leieforhold.Skrevet())
            logg.Skriv(db, bruker, bruk);
        if (await db.Lagre(avbrutt) is { } problem)
            return problem;

        Etag.Set(http, leieforhold.Versjon);
        return TypedResults.Created($"{http.Request.Path}/{leieforhold.Id}", new LeieforholdSvar(leieforhold));
    }

    /// <summary>Contracts of less than three years between the same parties for the same dwelling.</summary>
    private static async Task<int> KorteKontrakter(BoligregisterDb db, Guid bolig, Guid[] leietakere, CancellationToken avbrutt) =>
        (await db.Leieforhold.Where(l => l.BoligId == bolig && l.Leietakere.Any(t => leietakere.Contains(t))).SelectMany(l => l.Kontrakter).AsNoTracking().ToListAsync(avbrutt))
        .Count(k => k.Til < Leietid.TidligsteSlutt(k.Fra));
}
