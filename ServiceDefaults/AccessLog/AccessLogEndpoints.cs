using System.ComponentModel;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Boligsosial.ServiceDefaults.AccessLog;

/// <summary>In every service: who looked at whom (for leaders), and whether the log is whole (for operators).</summary>
internal static class AccessLogEndpoints
{
    public static void Map(IEndpointRouteBuilder api, RouteGroupBuilder drift, Tilgang leder)
    {
        api.MapGet("/tilgangslogg", List).Krever(leder).WithTags("Tilgangslogg").WithName("HentTilgangslogg")
            .WithSummary("Hva de i enheten din har sett og endret av persondata").WithDescription("Nyest først. Koder: ugyldig (400).").ProducesProblem(400);
        drift.MapGet("/tilgangslogg/verifisering", Verify).WithName("VerifiserTilgangslogg")
            .WithSummary("Om tilgangsloggen er hel")
            .WithDescription("Regner hele kjeden på nytt og finner en rad som er fjernet eller endret. Med nr og hash fra forrige gang finner den også at slutten er tatt bort. Koder: ugyldig (400).").ProducesProblem(400);
    }

    /// <summary>Which entries.</summary>
    public sealed class Filter
    {
        [Description("Om denne personen.")]
        public Guid? PersonRef { get; init; }

        [Description("Av denne brukeren, med id-en fra loggen.")]
        public string? Hvem { get; init; }

        [Description("Fra og med denne dagen.")]
        public DateOnly? Fra { get; init; }

        [Description("Til, men ikke med, denne dagen.")]
        public DateOnly? Til { get; init; }
    }

    /// <summary>Something done with a person's data.</summary>
    /// <param name="Id">The entry.</param>
    /// <param name="Tidspunkt">When.</param>
    /// <param name="Hvem">The issuer's id of who did it.</param>
    /// <param name="Navn">The name.</param>
    /// <param name="Rolle">The roles, with a space between.</param>
    /// <param name="Enhet">The unit.</param>
    /// <param name="Handling">«lest», «skrevet» or «soekt».</param>
    /// <param name="PersonRef">Whose data; null for a search that met nobody.</param>
    /// <param name="Sak">The case.</param>
    /// <param name="Felter">The group of fields.</param>
    /// <param name="Formaal">What for.</param>
    /// <param name="Spor">The trace id.</param>
    public sealed record Innslag(
        Guid Id, DateTimeOffset Tidspunkt, string Hvem, string Navn, string Rolle, string Enhet, string Handling, Guid? PersonRef, string? Sak, string Felter, string Formaal, string? Spor);

    /// <summary>The state of the log.</summary>
    /// <param name="Hel">Whether every row and link is as it was made.</param>
    /// <param name="Antall">Rows.</param>
    /// <param name="SisteNr">The number of the last link.</param>
    /// <param name="SisteHash">Its hash: kept outside the database, it shows next time that nothing was cut off the end.</param>
    /// <param name="Brudd">The first fault, when there is one.</param>
    public sealed record Verifisering(bool Hel, long Antall, long SisteNr, string SisteHash, string? Brudd);

    private static async Task<Results<Ok<Side<Innslag>>, ProblemHttpResult>> List(
        [AsParameters] Filter filter, int? antall, string? etter, Bruker bruker, AccessLogReader leser, CancellationToken avbrutt)
    {
        if (!Sidevalg.TryRead(antall, etter, out var side, out var feil))
            return Problem.Invalid([feil]);
        return TypedResults.Ok(side.Side(await leser.Av(bruker.Enhet, bruker.Skjermet, filter, side.Etter, side.Antall + 1, avbrutt), i => i.Id));
    }

    private static async Task<Results<Ok<Verifisering>, ProblemHttpResult>> Verify(
        [Description("Nummeret på et ledd som er notert før.")] long? nr, [Description("Hashen det hadde.")] string? hash, AccessLogReader leser, CancellationToken avbrutt)
    {
        if (nr is null != hash is null)
            return Problem.Invalid([new Avvisning("mangler", "nr og hash oppgis sammen.", Felt: nr is null ? "nr" : "hash")]);
        var svar = await leser.Verifiser(avbrutt);
        return TypedResults.Ok(svar.Hel && nr > 0 && await leser.Hash(nr.Value, avbrutt) != hash
            ? svar with { Hel = false, Brudd = $"ledd {nr} er ikke det som ble notert" }
            : svar);
    }
}
