using System.ComponentModel.DataAnnotations;
using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Garantier;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>A vedtak to pay rent that is owed (sosialtjenesteloven § 18), by a person. Boligregister waits for the money, and ends the case when it covers all.</summary>
internal static class DekkRestanse
{
    /// <summary>A vedtak.</summary>
    /// <param name="Beloep">Kroner.</param>
    /// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
    /// <param name="Dato">The day; today when left out.</param>
    public sealed record Request([property: Required, Range(typeof(decimal), "1", "10000000")] decimal? Beloep, string? Begrunnelse, DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder sak) => sak.MapPost("/dekning", Handle)
        .Krever(Tilganger.Forebygge)
        .WithName(nameof(DekkRestanse))
        .WithSummary("Vedta å dekke husleierestanse")
        .WithDescription(
            "Høyst det som er igjen av restansen i varselet; dekkes alt, er NAVs svar «restanse-dekket». Fortelles som HusleierestanseDekket. Klage: tre uker, til statsforvalteren; etter en klage som førte fram kan det gjøres et nytt vedtak også når saken er avsluttet. "
            + "Kan sendes med Idempotency-Key. Koder: ugyldig (400), finnes-ikke (404), dekning-over-restansen, restanse-er-dekket, sak-avsluttet (409), dato-for-tidlig, dato-i-framtiden (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<ForebyggingssakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        var feil = Fritekst.Kreves("begrunnelse", request.Begrunnelse).ToList();
        if (decimal.Round(request.Beloep!.Value, 2) != request.Beloep)
            feil.Add(new("ugyldig-verdi", "Kan ha to desimaler.", Felt: "beloep"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreForebygging(id, request.Dato, bruker, logg, http, (sak, dato) =>
        {
            if (!sak.KanDekkes)
                return Forebyggingsgang.ErAvsluttet.Nei();
            var dekning = new Restansedekning
            {
                Enhet = sak.Enhet,
                SakId = sak.Id,
                Beloep = request.Beloep.Value,
                Dato = dato,
                Begrunnelse = request.Begrunnelse!,
                Hjemmel = Garantisak.Hjemmel,
                Klagefrist = Klagefrist.Av(Klagefrist.Underrettet(dato, null, profil.KlagefristRegnesFra, profil.PostgangDager)),
                Klageinstans = profil.Klageinstans,
                BesluttetAv = bruker.Navn,
            };
            if (sak.Dekk(dekning).Nei() is { } nei)
                return nei;
            if (sak is { Avsluttet: null, Utfall: null } && sak.Dekket == sak.Restanse)
            {
                sak.Svar(Navsvar.RestanseDekket, request.Begrunnelse!, dato, bruker.Navn);
                db.Publish(new FravikelseBesvart(sak.Id, sak.LeieforholdId, EnumNames<Navsvar>.Of(Navsvar.RestanseDekket), dato));
            }

            db.Publish(new HusleierestanseDekket(dekning.Id, sak.LeieforholdId, dekning.Beloep, dato));
            return null;
        });
    }
}
