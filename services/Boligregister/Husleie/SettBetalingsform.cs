using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Leie;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Husleie;

/// <summary>How a lease is paid from a day: invoice, avtalegiro, fast trekk or frivillig forvaltning.</summary>
internal static class SettBetalingsform
{
    /// <summary>The form, and from when.</summary>
    /// <param name="Form">«faktura», «avtalegiro», «fast-trekk» or «frivillig-forvaltning».</param>
    /// <param name="Fra">From this day; today when left out, at most a year ahead.</param>
    public sealed record Request([property: Required] Betalingsform? Form, DateOnly? Fra);

    public static void Map(IEndpointRouteBuilder husleie) => husleie.MapPost("/{id:guid}/betalingsform", Handle)
        .Krever(Tilganger.FoerHusleie)
        .WithName(nameof(SettBetalingsform))
        .WithSummary("Sett betalingsform for et leieforhold")
        .WithDescription("Gjelder fra en dag; de som gjaldt før, står. Koder: ugyldig (400), finnes-ikke (404), betalingsform-finnes (409), ugyldig-dato (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, BoligregisterDb db, Bruker bruker, Tilgangslogg logg, TimeProvider tid, CancellationToken avbrutt)
    {
        var fra = request.Fra ?? tid.Idag();
        if (fra < Husleiekonto.Begynnelse || fra > tid.Idag().AddYears(1))
            return Problem.From(new("ugyldig-dato", "Kan være høyst et år fram.", Felt: "fra"));
        if (await db.Synlige(bruker).SingleOrDefaultAsync(l => l.Id == id, avbrutt) is not { } leieforhold)
            return Problem.NotFound("Leieforholdet");

        await using var transaksjon = await db.Begynn(avbrutt);
        var satt = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO betalingsform (leieforhold_id, fra, form, registrert_av) VALUES ({id}, {fra}, {EnumNames<Betalingsform>.Of(request.Form!.Value)}, {bruker.Navn}) ON CONFLICT DO NOTHING", avbrutt);
        if (satt == 0)
            return Problem.From(new("betalingsform-finnes", "En betalingsform er satt fra denne dagen.", Felt: "fra"), StatusCodes.Status409Conflict);
        logg.SkrivHusleie(db, bruker, leieforhold);
        await db.Fullfoer(transaksjon, avbrutt);
        return TypedResults.NoContent();
    }
}
