using System.ComponentModel.DataAnnotations;

namespace Boligsosial.Felles;

/// <summary>
/// When something that is registered happened. A letter, a payment or a key has a day of its own, often before the day
/// somebody writes it down, never after it.
/// </summary>
public static class Datokontroll
{
    /// <summary>Not after <paramref name="idag"/>, and not before what it follows.</summary>
    public static Avvisning? Kontroller(DateOnly dato, DateOnly idag, DateOnly? tidligst = null, string felt = "dato")
    {
        if (dato > idag)
            return new("dato-i-framtiden", $"Kan ikke være etter i dag, {idag:yyyy-MM-dd}.", Felt: felt);
        return dato < tidligst ? new("dato-for-tidlig", $"Kan ikke være før {tidligst:yyyy-MM-dd}, da det som kommer foran skjedde.", Felt: felt) : null;
    }
}

/// <summary>A day that a case can have: from 1990 to 2199.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DagAttribute() : RangeAttribute(typeof(DateOnly), "1990-01-01", "2199-12-31");
