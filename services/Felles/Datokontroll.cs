using System.ComponentModel.DataAnnotations;

namespace Boligsosial.Felles;

/// <summary>
/// When something that is registered happened. A letter, a payment or a key has a day of its own, often before the day
/// somebody writes it down, never after it.
/// </summary>
public static class Datokontroll
{
    /// <summary>Not after <paramref name="idag"/>, and not before what it follows.</summary>
    /// <param name="dato">The day that is told.</param>
    /// <param name="idag">Today.</param>
    /// <param name="tidligst">The first day that it can be.</param>
    /// <param name="felt">The field.</param>
    /// <param name="foerst">What happened on that first day: «søknaden kom».</param>
    public static Avvisning? Kontroller(DateOnly dato, DateOnly idag, DateOnly? tidligst = null, string felt = "dato", string? foerst = null)
    {
        if (dato > idag)
            return new("dato-i-framtiden", $"Kan ikke være etter i dag, {idag:yyyy-MM-dd}.", Felt: felt);
        if (dato >= tidligst || tidligst is null)
            return null;
        var grunn = foerst is null ? "det er den første dagen som kan føres her" : $"{foerst} den dagen, og dette kan ikke ha skjedd før det";
        return new("dato-for-tidlig", $"Må være {tidligst:yyyy-MM-dd} eller senere: {grunn}.", Felt: felt);
    }
}

/// <summary>A day that a case can have: from 1990 to 2199.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DagAttribute() : RangeAttribute(typeof(DateOnly), "1990-01-01", "2199-12-31");
