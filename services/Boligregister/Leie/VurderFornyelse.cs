using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Leie;

/// <summary>Assesses, before a lease ends, whether it is renewed: can they rent privately, or buy with startlån?</summary>
internal static class VurderFornyelse
{
    /// <summary>The assessment.</summary>
    /// <param name="KanLeiePrivat">Can rent in the private market.</param>
    /// <param name="KanFaaStartlaan">Can buy with startlån.</param>
    /// <param name="Utfall">What it came to.</param>
    /// <param name="Begrunnelse">Why.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required] bool? KanLeiePrivat, [property: Required] bool? KanFaaStartlaan, [property: Required] Fornyelsesutfall? Utfall, string? Begrunnelse, [property: Dag] DateOnly? Dato = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/{id:guid}/fornyelsesvurdering", Handle)
        .Krever(Tilganger.FoelgOppLeieforhold)
        .WithName(nameof(VurderFornyelse))
        .WithSummary("Vurder fornyelse")
        .WithDescription("Egen leie eller startlån først; utfallet er fornyes, fornyes-ikke eller annen-bolig. Koder: ugyldig (400), finnes-ikke (404), tidsubestemt, utflyttet (409), for-tidlig-aa-fornye, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.Endre(id, bruker, logg, http, leieforhold =>
        {
            if (Fritekst.Kreves("begrunnelse", request.Begrunnelse).ToList() is { Count: > 0 } feil)
                return Problem.Invalid(feil);
            if (!leieforhold.Loeper)
                return SynligeLeieforhold.Tilstand("utflyttet", "Leieforholdet er avsluttet.");
            if (leieforhold.Til is not { } til)
                return SynligeLeieforhold.Tilstand("tidsubestemt", "Leieforholdet er tidsubestemt og trenger ingen fornyelse.");
            var dato = request.Dato ?? tid.Idag();
            if (Datokontroll.Kontroller(dato, tid.Idag(), leieforhold.Fra) is { } nei)
                return Problem.From(nei);
            if (til.AddMonths(-profil.Leie.FornyelseMaanederFoer) is var tidligst && dato < tidligst)
                return Problem.From(new Avvisning("for-tidlig-aa-fornye", $"Fornyelse vurderes fra {tidligst:yyyy-MM-dd}, {profil.Leie.FornyelseMaanederFoer} måneder før utløp.", Felt: "dato"));

            db.Add(new Fornyelsesvurdering
            {
                Id = Guid.CreateVersion7(),
                LeieforholdId = leieforhold.Id,
                Til = til,
                Dato = dato,
                KanLeiePrivat = request.KanLeiePrivat!.Value,
                KanFaaStartlaan = request.KanFaaStartlaan!.Value,
                Utfall = request.Utfall!.Value,
                Begrunnelse = request.Begrunnelse!,
                VurdertAv = bruker.Navn,
            });
            return null;
        });
}
