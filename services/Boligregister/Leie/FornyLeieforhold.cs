using Boligsosial.Boligregister.Leie.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Leie;

/// <summary>Renews a lease: a new contract from where the last one ends, by the same rules as the first.</summary>
internal static class FornyLeieforhold
{
    /// <summary>The new contract.</summary>
    /// <param name="Til">The day after the last; null: tidsubestemt.</param>
    /// <param name="Grunner">Why it is shorter than three years (husleieloven § 11-1).</param>
    /// <param name="Begrunnelse">The reasons in words, where there are any.</param>
    /// <param name="Inngaatt">The day it was agreed; today when left out.</param>
    public sealed record Request([property: Dag] DateOnly? Til, Grunner Grunner = Grunner.Ingen, string? Begrunnelse = null, [property: Dag] DateOnly? Inngaatt = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/{id:guid}/fornyelse", Handle)
        .Krever(Tilganger.InngaaLeieforhold)
        .WithName(nameof(FornyLeieforhold))
        .WithSummary("Forny et leieforhold")
        .WithDescription("Fra der den forrige avtalen slutter; minst tre år eller tidsubestemt. Krever en vurdering som sier at det fornyes. Koder: ugyldig (400), finnes-ikke (404), tidsubestemt, utflyttet, oppsagt, ikke-vurdert, bolig-utleid (409), til-foer-fra, leietid-for-kort, kort-leietid-brukt, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.Endre(id, bruker, logg, http, async leieforhold =>
        {
            var tekst = request.Grunner == Grunner.Ingen ? Fritekst.Kontroller("begrunnelse", request.Begrunnelse) : Fritekst.Kreves("begrunnelse", request.Begrunnelse);
            if (tekst.ToList() is { Count: > 0 } feil)
                return Problem.Invalid(feil);
            if (!leieforhold.Loeper)
                return SynligeLeieforhold.Tilstand("utflyttet", "Leieforholdet er avsluttet.");
            if (leieforhold.Til is not { } til)
                return SynligeLeieforhold.Tilstand("tidsubestemt", "Leieforholdet er tidsubestemt og trenger ingen fornyelse.");
            if (leieforhold.GjeldendeOppsigelse is not null)
                return SynligeLeieforhold.Tilstand("oppsagt", "Leieforholdet er sagt opp.");
            var inngaatt = request.Inngaatt ?? tid.Idag();
            if (Datokontroll.Kontroller(inngaatt, tid.Idag(), leieforhold.Fra, "inngaatt") is { } nei)
                return Problem.From(nei);
            if (request.Til <= til)
                return Problem.From(new("til-foer-fra", $"Må være etter {til:yyyy-MM-dd}, da den forrige avtalen slutter.", Felt: "til"));
            var korte = leieforhold.Kontrakter.Count(k => k.Til < Leietid.TidligsteSlutt(k.Fra));
            if (Leietid.Kontroller(til, request.Til, request.Grunner, korte, tidsubestemt: false) is { } avvist)
                return Problem.From(avvist);
            if (await SisteVurdering(db, leieforhold.Id, til, http.RequestAborted) != Fornyelsesutfall.Fornyes)
                return SynligeLeieforhold.Tilstand("ikke-vurdert", "Den siste vurderingen av fornyelse sier ikke at leieforholdet skal fornyes.");

            leieforhold.Forny(new() { Fra = til, Til = request.Til, Inngaatt = inngaatt, BesluttetAv = bruker.Navn, Grunn = request.Begrunnelse });
            return null;
        });

    private static Task<Fornyelsesutfall?> SisteVurdering(BoligregisterDb db, Guid leieforhold, DateOnly til, CancellationToken avbrutt) => db.Set<Fornyelsesvurdering>()
        .Where(f => f.LeieforholdId == leieforhold && f.Til == til).OrderByDescending(f => f.Dato).ThenByDescending(f => f.Id)
        .Select(f => (Fornyelsesutfall?)f.Utfall).FirstOrDefaultAsync(avbrutt);
}
