using System.ComponentModel.DataAnnotations;
using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Botid;
using Boligsosial.MidlertidigBotilbud.Varig.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Varig;

/// <summary>With their consent, an application for a municipal dwelling is sent over to boligregister; how it stands comes back by boligregister's events.</summary>
internal static class OversendBoligsoeknad
{
    /// <summary>The application.</summary>
    /// <param name="Samtykke">The day they consented.</param>
    /// <param name="Soverom">Bedrooms needed, when assessed.</param>
    public sealed record Request([property: Required] DateOnly? Samtykke, [property: Range(0, 20)] int? Soverom);

    public static void Map(IEndpointRouteBuilder plan) => plan.MapPost("/boligsoeknad", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(OversendBoligsoeknad))
        .WithSummary("Send søknad om kommunal bolig til boligregisteret")
        .WithDescription("Fortelles som BoligsoeknadOversendt, og gjelder fra dagen den sendes. En ny kan sendes en senere dag når den forrige er avslått, trukket eller utløpt. Koder: ugyldig (400), finnes-ikke (404), boligsoeknad-oversendt, plan-mangler (409), dato-for-tidlig, dato-i-framtiden, personer-mangler (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Task<Results<Ok<BoligplanSvar>, ProblemHttpResult>> Handle(Guid id, Request request, MidlertidigBotilbudDb db, Bruker bruker, Tilgangslogg logg, HttpContext http) =>
        db.EndrePlan(id, bruker, logg, http, async (henvendelse, plan, idag) =>
        {
            if (plan is null)
                return (null, Problem.From(new("plan-mangler", "Lag planen først: hvem følger opp, og hva er neste steg?", Felt: "id"), StatusCodes.Status409Conflict));
            if (!plan.KanOversende(idag))
                return (null, Problem.From(new("boligsoeknad-oversendt", "Søknaden er sendt før; se hvordan den står i planen.", Felt: "oversendt"), StatusCodes.Status409Conflict));
            if (henvendelse.Personer.Length == 0)
                return (null, Problem.From(new("personer-mangler", "Registrer hvem det gjelder først.", Felt: "personer")));
            if (Datokontroll.Kontroller(request.Samtykke!.Value, idag, henvendelse.Mottatt.Dag(), "samtykke") is { } feilDato)
                return (null, Problem.From(feilDato));

            var harOpphold = await db.Set<Opphold>().AnyAsync(o => o.HusstandId == henvendelse.HusstandId && o.Status == Oppholdsstatus.Loeper && o.Fra <= idag, http.RequestAborted);
            plan.Oversend(request.Samtykke!.Value, idag);
            db.Publish(new BoligsoeknadOversendt(
                id, henvendelse.Personer, idag, henvendelse.Voksne, henvendelse.BarnsAlder, [Nibr.Situasjon(henvendelse.Bakgrunn, harOpphold)], request.Soverom,
                EnumNames<Plasser.Tilgjengelighet>.Of(henvendelse.Tilgjengelighet), henvendelse.Skolekrets,
                await db.ErUgradert(bruker.Enhet, henvendelse.Personer, http.RequestAborted)));
            return (plan, null);
        });
}
