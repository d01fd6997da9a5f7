using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>Sets or changes what may be granted in a year, with a name and a reason. A new year closes the one before; what is left of that goes on, or falls away.</summary>
internal static class SettTilskuddsramme
{
    /// <summary>A bevilgning.</summary>
    /// <param name="Aar">The year.</param>
    /// <param name="Type">«etablering» or «tilpasning»: each has its own.</param>
    /// <param name="Bevilget">Kroner for the year; with what was carried over never less than is granted already.</param>
    /// <param name="Grunn">Why: the vedtak in kommunestyret that it follows.</param>
    /// <param name="Overfoer">Of a new year: whether what is left of the one before goes on to it. The profile's when left out.</param>
    public sealed record Request(
        [property: Required, Range(2020, 2199)] int? Aar, [property: Required] Tilskuddstype? Type, [property: Required, Range(typeof(decimal), "0", "100000000000")] decimal? Bevilget, string? Grunn, bool? Overfoer);

    public static void Map(IEndpointRouteBuilder rammer) => rammer.MapPost("/", Handle)
        .Krever(Tilganger.AvgjoerTilskudd)
        .WithName(nameof(SettTilskuddsramme))
        .WithSummary("Sett eller juster bevilgningen til tilskudd i et år")
        .WithDescription("Kroner, med begrunnelse. Settes et nytt år, lukkes det før, og det som er igjen, overføres eller faller bort. Koder: ugyldig (400), ramme-lukket, ramme-under-innvilget (409).")
        .ProducesProblem(400).ProducesProblem(409);

    private static async Task<Results<Ok<Tilskuddsrammesvar>, ProblemHttpResult>> Handle(Request request, FinansieringDb db, Kommuneprofil profil, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        var feil = Fritekst.Kreves("grunn", request.Grunn).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        var (aar, type, kroner) = (request.Aar!.Value, EnumNames<Tilskuddstype>.Of(request.Type!.Value), decimal.Round(request.Bevilget!.Value, 2));
        await using var transaksjon = await db.Database.BeginTransactionAsync(avbrutt);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('tilskuddsramme/' || {bruker.Enhet} || '/' || {type}, 0))", avbrutt);
        var rammer = (await db.Tilskuddsrammer(bruker.Enhet, avbrutt)).FindAll(r => r.Type == type);
        if (rammer.Find(r => r.Aar == aar) is { } gammel)
        {
            var endret = await db.Database.ExecuteSqlAsync(
                $"UPDATE tilskuddsramme SET bevilget = {kroner} WHERE enhet = {bruker.Enhet} AND aar = {aar} AND type = {type} AND NOT lukket AND bundet + utbetalt <= {kroner} + overfoert", avbrutt);
            if (endret == 0)
                return Nei(gammel.Lukket ? new("ramme-lukket", "Året er lukket: det er satt en bevilgning for et senere.", Felt: "aar") : new("ramme-under-innvilget", $"Det er innvilget {Norsk.Kroner(gammel.Innvilget)} kr.", Felt: "bevilget"));
        }
        else if (rammer.Exists(r => r.Aar > aar))
        {
            return Nei(new("ramme-lukket", "Det er satt en bevilgning for et senere år.", Felt: "aar"));
        }
        else
        {
            await NyttAar(db, bruker.Enhet, aar, type, kroner, request.Overfoer ?? profil.Tilskudd.OverfoerUbrukt, avbrutt);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO tilskuddsbevilgning (id, enhet, aar, type, bevilget, grunn, satt_av, satt)
            VALUES ({Guid.CreateVersion7()}, {bruker.Enhet}, {aar}, {type}, {kroner}, {request.Grunn}, {bruker.Navn}, {tid.GetUtcNow()})
            """, avbrutt);
        var svar = (await db.Tilskuddsrammer(bruker.Enhet, avbrutt)).Single(r => r.Aar == aar && r.Type == type);
        await transaksjon.CommitAsync(avbrutt);
        return TypedResults.Ok(svar);

        static ProblemHttpResult Nei(Avvisning avvisning) => Problem.From(avvisning, StatusCodes.Status409Conflict);
    }

    private static async Task NyttAar(FinansieringDb db, string enhet, int aar, string type, decimal kroner, bool overfoer, CancellationToken avbrutt)
    {
        var igjen = await db.Database.SqlQuery<decimal>(
            $"""
            UPDATE tilskuddsramme SET lukket = true, overfoeres = {overfoer}, viderefoert = CASE WHEN {overfoer} THEN bevilget + overfoert - bundet - utbetalt ELSE 0 END
            WHERE enhet = {enhet} AND type = {type} AND NOT lukket RETURNING viderefoert AS "Value"
            """).ToListAsync(avbrutt);
        await db.Database.ExecuteSqlAsync($"INSERT INTO tilskuddsramme (enhet, aar, type, bevilget, overfoert) VALUES ({enhet}, {aar}, {type}, {kroner}, {igjen.Sum()})", avbrutt);
    }
}
