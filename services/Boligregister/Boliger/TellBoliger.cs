using System.ComponentModel;
using System.Text.Json.Serialization;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Boliger;

/// <summary>How many dwellings there are, by område, kategori and status or any of them.</summary>
internal static class TellBoliger
{
    /// <summary>A count; a dimension that was not asked for is left out.</summary>
    /// <param name="Omraade">Housing area.</param>
    /// <param name="Kategori">Category.</param>
    /// <param name="Status">Status.</param>
    /// <param name="Antall">Dwellings.</param>
    public sealed record Gruppe(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Omraade,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kategori,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Status,
        long Antall);

    /// <summary>The groups, sorted, and the sum of them.</summary>
    public sealed record Response(IReadOnlyList<Gruppe> Innhold, long Totalt);

    private static readonly string[] Dimensjoner = ["omraade", "kategori", "status"];

    public static void Map(IEndpointRouteBuilder boliger) => boliger.MapGet("/antall", Handle)
        .Krever(Tilganger.LesBoliger)
        .WithName(nameof(TellBoliger))
        .WithSummary("Tell boliger")
        .WithDescription("Alle registrerte boliger, også avhendede. Koder: ukjent-verdi (400).")
        .ProducesProblem(400);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        [Description("Kommadelt: omraade, kategori, status; uten gir bare totalen.")] string? grupper,
        BoligregisterDb db, CancellationToken avbrutt)
    {
        var valgte = (grupper ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (valgte.Except(Dimensjoner, StringComparer.Ordinal).Any())
            return Problem.Invalid([new Avvisning("ukjent-verdi", $"Ukjent gruppe. Gyldige verdier: {string.Join(", ", Dimensjoner)}.", Felt: "grupper")]);

        var innhold = await db.Database.SqlQueryRaw<Gruppe>(Sql([.. Dimensjoner.Where(valgte.Contains)])).ToListAsync(avbrutt);
        var totalt = innhold.Sum(g => g.Antall);
        return TypedResults.Ok(new Response(valgte.Length == 0 ? [] : innhold, totalt));
    }

    /// <summary>Only the chosen dimensions are named, so that the index bolig_antall_orden gives the groups in order.</summary>
    private static string Sql(string[] valgte) =>
        $"SELECT {string.Join(", ", Dimensjoner.Select(d => valgte.Contains(d) ? d : $"NULL AS {d}"))}, coalesce(sum(antall), 0) AS antall FROM bolig_antall "
        + (valgte.Length == 0 ? "" : $"GROUP BY {string.Join(", ", valgte)} HAVING sum(antall) <> 0 ORDER BY {string.Join(", ", valgte)}");
}
