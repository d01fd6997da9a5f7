using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Boligsosial.Felles;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.ServiceDefaults.Http;

/// <summary>A page of a list with a total order.</summary>
/// <param name="Innhold">The things themselves.</param>
/// <param name="Neste">Send as <c>etter</c> to get the next page; null on the last.</param>
public sealed record Side<T>(IReadOnlyList<T> Innhold, string? Neste);

/// <summary>How a list is paged: at most <see cref="Antall"/> things, after the one that the cursor names.</summary>
public readonly record struct Sidevalg(int Antall, Guid? Etter)
{
    public const int Standard = 50;
    public const int Maks = 500;

    /// <summary>Reads <c>antall</c> (1–500, 50 when left out) and <c>etter</c>.</summary>
    public static bool TryRead(int? antall, string? etter, out Sidevalg valg, [NotNullWhen(false)] out Avvisning? feil)
    {
        valg = default;
        feil = null;
        Guid? id = null;
        if (antall is < 1 or > Maks)
            feil = new("ugyldig-verdi", $"Må være fra 1 til {Maks}.", Felt: "antall");
        else if (etter is not null && (id = Decode(etter)) is null)
            feil = new("ugyldig-verdi", "Er ikke en verdi fra «neste» i et tidligere svar.", Felt: "etter");

        valg = new(antall ?? Standard, id);
        return feil is null;
    }

    /// <summary>A page of rows of which one more than <see cref="Antall"/> was asked for.</summary>
    public Side<T> Side<T>(List<T> rader, Func<T, Guid> id)
    {
        if (rader.Count <= Antall)
            return new(rader, null);

        rader.RemoveRange(Antall, rader.Count - Antall);
        return new(rader, Base64Url.EncodeToString(id(rader[^1]).ToByteArray(bigEndian: true)));
    }

    private static Guid? Decode(string etter)
    {
        Span<byte> bytes = stackalloc byte[16];
        return etter.Length == 22 && Base64Url.IsValid(etter) && Base64Url.DecodeFromChars(etter, bytes) == 16
            ? new Guid(bytes, bigEndian: true)
            : null;
    }
}

/// <summary>The rows of a page.</summary>
public static class SidevalgExtensions
{
    /// <summary>
    /// As many rows as the page takes, and one more, where an index gives the order whatever is asked for. The usual number stands in the question itself: of a number it does
    /// not know Postgres expects a tenth of all rows, so it makes a new plan for each question, which costs nearly as much as the answer.
    /// </summary>
    public static IQueryable<T> Take<T>(this IQueryable<T> rader, Sidevalg valg) => valg.Antall == Sidevalg.Standard
        ? rader.Provider.CreateQuery<T>(Expression.Call(
            typeof(Queryable), nameof(Queryable.Take), [typeof(T)], rader.Expression, Expression.Call(typeof(EF), nameof(EF.Constant), [typeof(int)], Expression.Constant(Sidevalg.Standard + 1))))
        : rader.Take(valg.Antall + 1);
}
