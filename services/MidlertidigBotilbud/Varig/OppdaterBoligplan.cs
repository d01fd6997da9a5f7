using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Varig;

/// <summary>Makes the plan for a home, or says how it is now. From the first day; for who will be released or discharged, from the day it is known.</summary>
internal static class OppdaterBoligplan
{
    /// <summary>A plan.</summary>
    /// <param name="Ansvarlig">Who follows it up.</param>
    /// <param name="HengerPaa">On whom it hangs.</param>
    /// <param name="NesteSteg">What comes next.</param>
    /// <param name="Frist">When that is to be done: today or later, within a year.</param>
    public sealed record Request([property: StringLength(200)] string? Ansvarlig, [property: Required] HengerPaa? HengerPaa, string? NesteSteg, [property: Required] DateOnly? Frist);

    public static void Map(IEndpointRouteBuilder plan) => plan.MapPost("/", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(OppdaterBoligplan))
        .WithSummary("Lag eller oppdater planen for varig bolig")
        .WithDescription("Koder: ugyldig (400), finnes-ikke (404), frist-utenfor (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);

    private static async Task<Results<Ok<BoligplanSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("ansvarlig", request.Ansvarlig), .. Fritekst.Kreves("nesteSteg", request.NesteSteg)];
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndrePlan(id, bruker, logg, http, (_, plan, idag) =>
        {
            if (request.Frist < idag || request.Frist > idag.AddYears(1))
                return Task.FromResult<(Boligplan?, ProblemHttpResult?)>((null, Problem.From(new("frist-utenfor", "Fristen er i dag eller senere, og innen et år.", Felt: "frist"))));
            if (plan is null)
            {
                plan = new() { HenvendelseId = id, Ansvarlig = request.Ansvarlig!, HengerPaa = request.HengerPaa!.Value, NesteSteg = request.NesteSteg!, Frist = request.Frist!.Value, Oppdatert = idag, OppdatertAv = bruker.Navn };
                db.Add(plan);
            }

            (plan.Ansvarlig, plan.HengerPaa, plan.NesteSteg, plan.Frist, plan.Oppdatert, plan.OppdatertAv) =
                (request.Ansvarlig!, request.HengerPaa!.Value, request.NesteSteg!, request.Frist!.Value, idag, bruker.Navn);
            return Task.FromResult<(Boligplan?, ProblemHttpResult?)>((plan, null));
        });
    }
}
