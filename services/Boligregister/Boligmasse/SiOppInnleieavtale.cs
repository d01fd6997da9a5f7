using Boligsosial.Boligregister.Boligmasse.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>Gives notice of an agreement of innleie: it ends when the notice is over. The tenants must be somewhere else by then.</summary>
internal static class SiOppInnleieavtale
{
    /// <summary>The notice.</summary>
    /// <param name="Dato">The day that it was given; today when left out.</param>
    public sealed record Request(DateOnly? Dato);

    public static void Map(IEndpointRouteBuilder avtaler) => avtaler.MapPost("/{id:guid}/oppsigelse", Handle)
        .Krever(Tilganger.EndreBoligmasse)
        .WithName(nameof(SiOppInnleieavtale))
        .WithSummary("Si opp en innleieavtale")
        .WithDescription("Opphører ved utløpet av en måned når oppsigelsestiden er ute. Koder: ugyldig (400), finnes-ikke (404), allerede-oppsagt, avtalen-slutter-foer (409), dato-i-framtiden, dato-for-tidlig (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<InnleieavtaleSvar>, ProblemHttpResult>> Handle(Guid id, Request request, BoligregisterDb db, TimeProvider tid, CancellationToken avbrutt)
    {
        if (await db.Set<Innleieavtale>().SingleOrDefaultAsync(a => a.Id == id, avbrutt) is not { } avtale)
            return Problem.NotFound("Avtalen");
        var dato = request.Dato ?? tid.Idag();
        if (Datokontroll.Kontroller(dato, tid.Idag(), avtale.Fra) is { } feil)
            return Problem.From(feil);
        if (avtale.Oppsagt is not null)
            return Oppsagt();
        var til = Innleie.Opphoerer(dato, avtale.OppsigelsestidMaaneder);
        if (avtale.Til <= til)
            return Problem.From(new("avtalen-slutter-foer", $"Avtalen slutter {avtale.Til:yyyy-MM-dd}, før oppsigelsestiden er ute."), StatusCodes.Status409Conflict);

        (avtale.Oppsagt, avtale.Til) = (dato, til);
        try
        {
            await db.SaveChangesAsync(avbrutt);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Oppsagt();
        }

        return TypedResults.Ok(new InnleieavtaleSvar(avtale));
    }

    private static ProblemHttpResult Oppsagt() => Problem.From(new Avvisning("allerede-oppsagt", "Avtalen er sagt opp fra før."), StatusCodes.Status409Conflict);
}
