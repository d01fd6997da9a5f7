using System.ComponentModel;
using Boligsosial.Boligregister.Statistikk.Regler;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.Boligregister.Statistikk;

/// <summary>Figures of a period. The same dates give the same figures, as long as nothing is registered in arrears.</summary>
/// <param name="Fra">First day.</param>
/// <param name="Til">Last day; what is about one day, is about the end of it.</param>
/// <param name="Tall">The figures, each with what it means.</param>
public sealed record Statistikksvar(DateOnly Fra, DateOnly Til, IReadOnlyList<Tall> Tall);

/// <summary>A figure.</summary>
/// <param name="Kode">Stable name: «omloep-prosent».</param>
/// <param name="Enhet">Of what: «boliger», «husstander», «kroner», «prosent», «dager».</param>
/// <param name="Definisjon">How it is counted.</param>
/// <param name="Kilde">Whose definition that is.</param>
/// <param name="Rader">One, or one for each group; none where there is nothing to tell.</param>
public sealed record Tall(string Kode, string Enhet, string Definisjon, string Kilde, IReadOnlyList<Tallrad> Rader);

/// <summary>A value.</summary>
/// <param name="Gruppe">The group that it is about; null when it is about all.</param>
/// <param name="Verdi">The value; null when it is left out because few households are behind it.</param>
/// <param name="Skjult">Whether it is left out.</param>
public sealed record Tallrad(string? Gruppe, decimal? Verdi, bool Skjult);

/// <summary>The period that is asked about.</summary>
public sealed class Periode
{
    [Description("Første dag; 1. januar samme år som siste dag når den ikke er oppgitt.")]
    public DateOnly? Fra { get; init; }

    [Description("Siste dag; i dag når den ikke er oppgitt.")]
    public DateOnly? Til { get; init; }
}

/// <summary>What a query gives: a value of a figure, with the number of households behind it where there are any.</summary>
/// <param name="Kode">As in <see cref="Definisjoner"/>.</param>
/// <param name="Gruppe">Empty: all.</param>
/// <param name="Verdi">The value; null: nothing to tell.</param>
/// <param name="Husstander">Households behind it; null: none are.</param>
internal sealed record Statistikkrad(string Kode, string Gruppe, decimal? Verdi, int? Husstander);

internal static class Statistikksvarene
{
    private static readonly DateOnly Foerst = new(2000, 1, 1);

    /// <summary>Answers with the figures of <paramref name="koder"/> that the query gives rows for, in that order.</summary>
    public static async Task<Results<Ok<Statistikksvar>, ProblemHttpResult>> Svar(
        this Periode periode, IReadOnlyList<string> koder, Func<DateOnly, DateOnly, IQueryable<Statistikkrad>> spoer, Kommuneprofil profil, Bruker bruker, TimeProvider tid, CancellationToken avbrutt)
    {
        var til = periode.Til ?? tid.Idag();
        var fra = periode.Fra ?? new(til.Year, 1, 1);
        if (til < Foerst || til > tid.Idag())
            return Problem.Invalid([new Avvisning("ugyldig-verdi", $"Må være fra {Foerst:yyyy-MM-dd} til i dag, {tid.Idag():yyyy-MM-dd}.", Felt: "til")]);
        if (fra < Foerst || fra > til)
            return Problem.Invalid([new Avvisning("ugyldig-verdi", $"Må være fra {Foerst:yyyy-MM-dd} og ikke etter til.", Felt: "fra")]);

        var grense = bruker.Type == Brukertype.Integrator ? profil.Statistikk.SkjulUnder : 0;
        var rader = (await spoer(fra, til).ToListAsync(avbrutt)).ToLookup(r => r.Kode, StringComparer.Ordinal);
        return TypedResults.Ok(new Statistikksvar(fra, til, [.. koder.Select(k => Tall(k, [.. rader[k].Where(r => r.Verdi is not null)], grense))]));
    }

    private static Tall Tall(string kode, List<Statistikkrad> rader, int grense)
    {
        var (enhet, definisjon, kilde) = Definisjoner.Alle[kode];
        var skjult = Smaatall.Skjul(rader.ConvertAll(r => r.Husstander), grense);
        return new(kode, enhet, definisjon, kilde, [.. rader.Select((r, i) => new Tallrad(r.Gruppe.Length == 0 ? null : r.Gruppe, skjult[i] ? null : r.Verdi, skjult[i]))]);
    }
}
