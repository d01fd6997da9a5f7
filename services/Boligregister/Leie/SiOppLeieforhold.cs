using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Leie.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Leie;

/// <summary>Notice, from either party: husleieloven §§ 9-4 to 9-8.</summary>
internal static class SiOppLeieforhold
{
    /// <summary>A notice.</summary>
    /// <param name="Av">Who gives it.</param>
    /// <param name="Mottatt">The day that the other party got it, in writing; today when left out.</param>
    /// <param name="Grunnlag">The landlord's ground (§ 9-5).</param>
    /// <param name="Begrunnelse">The landlord's reasons (§ 9-7).</param>
    public sealed record Request([property: Required] Part? Av, [property: Dag] DateOnly? Mottatt = null, Oppsigelsesgrunn? Grunnlag = null, string? Begrunnelse = null);

    public static void Map(IEndpointRouteBuilder leieforhold) => leieforhold.MapPost("/{id:guid}/oppsigelse", Handle)
        .Krever(Tilganger.EndreLeieforhold)
        .WithName(nameof(SiOppLeieforhold))
        .WithSummary("Si opp et leieforhold")
        .WithDescription("Tre måneder til utløpet av en kalendermåned (husleieloven § 9-6). Utleier må ha grunn og begrunnelse (§§ 9-5, 9-7); leieren kan protestere i én måned (§ 9-8). Koder: ugyldig (400), finnes-ikke (404), oppsagt, utflyttet (409), mangler-grunn, kan-ikke-sies-opp, dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static Task<Results<Ok<LeieforholdMedHistorikk>, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Kommuneprofil profil, TimeProvider tid, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.Endre(id, bruker, logg, http, leieforhold =>
        {
            var (av, mottatt) = (request.Av!.Value, request.Mottatt ?? tid.Idag());
            if (Fritekst.Kontroller("begrunnelse", request.Begrunnelse).ToList() is { Count: > 0 } feil)
                return Problem.Invalid(feil);
            if (av == Part.Utleier && (request.Grunnlag is null || string.IsNullOrWhiteSpace(request.Begrunnelse)))
                return Problem.From(new("mangler-grunn", "Utleier må oppgi grunnlag etter § 9-5 og begrunne oppsigelsen.", new Hjemmel("husleieloven", "§ 9-7"), request.Grunnlag is null ? "grunnlag" : "begrunnelse"));
            if (!leieforhold.Loeper)
                return SynligeLeieforhold.Tilstand("utflyttet", "Leieforholdet er avsluttet.");
            if (leieforhold.GjeldendeOppsigelse is { } foer)
                return SynligeLeieforhold.Tilstand("oppsagt", $"Leieforholdet er sagt opp til {foer.Opphoerer:yyyy-MM-dd}.");
            if (leieforhold.Til is not null && !profil.Leie.TidsbestemtKanSiesOpp)
                return Problem.From(new("kan-ikke-sies-opp", "Leieavtalen er tidsbestemt og kan ikke sies opp i leietiden.", new Hjemmel("husleieloven", "§ 9-2")));
            if (Datokontroll.Kontroller(mottatt, tid.Idag(), leieforhold.Kontrakter.Min(k => k.Inngaatt), "mottatt") is { } nei)
                return Problem.From(nei);

            leieforhold.SiOpp(new()
            {
                Id = Guid.CreateVersion7(),
                Av = av,
                Mottatt = mottatt,
                Opphoerer = Oppsigelsesfrist.Opphoer(mottatt, leieforhold.Enkeltrom),
                TilFoer = leieforhold.Til,
                Grunnlag = request.Grunnlag,
                Begrunnelse = request.Begrunnelse,
                RegistrertAv = bruker.Navn,
            });
            return null;
        });
}
