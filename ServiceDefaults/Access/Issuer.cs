using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Boligsosial.ServiceDefaults.Access;

/// <summary>Whom the tokens of an issuer speak for.</summary>
public enum Brukertype
{
    /// <summary>An employee, with roles: Entra ID, Ansattporten.</summary>
    Ansatt,

    /// <summary>Another system, with scopes: Maskinporten.</summary>
    Integrator,

    /// <summary>A citizen: ID-porten. Reserved.</summary>
    Innbygger,
}

/// <summary>
/// One OIDC issuer whose tokens are taken (<c>Tilgang:Utstedere:0</c> …). Which of its claims says what is configuration;
/// the defaults are Entra ID's.
/// </summary>
internal sealed class Issuer
{
    /// <summary>As <c>iss</c> has it.</summary>
    [Required, Url]
    public string Utsteder { get; init; } = "";

    /// <summary>Where its discovery document is, when not under the issuer itself.</summary>
    [Url]
    public string? Metadata { get; init; }

    /// <summary>As <c>aud</c> must have it: the name that the municipality has given this system there.</summary>
    [Required]
    public string Mottaker { get; init; } = "";

    /// <summary>Whom its tokens may speak for; the first, unless a token has a role that says another.</summary>
    [MinLength(1)]
    public IList<Brukertype> Gjelder { get; init; } = [];

    public string Idkrav { get; init; } = "sub";

    public string Navnekrav { get; init; } = "name";

    public string Rollekrav { get; init; } = "roles";

    public string Enhetskrav { get; init; } = "enhet";

    public string Klientkrav { get; init; } = "client_id";

    public string Scopekrav { get; init; } = "scope";

    /// <summary>Before the service's name in a scope: «kommune:boligsosial/» makes «kommune:boligsosial/boligregister.les».</summary>
    public string Scopeprefiks { get; init; } = "boligsosial:";

    /// <summary>The issuer's name of a role (a group's id in Entra ID) → ours. Empty: they are the same.</summary>
    public IDictionary<string, string> Roller { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>All that are configured. Fails closed: none, or one that cannot be trusted, stops the start outside Development.</summary>
    public static Issuer[] Read(IConfiguration configuration, IHostEnvironment environment)
    {
        const string section = "Tilgang:Utstedere";
        var issuers = configuration.GetSection(section).Get<Issuer[]>(o => o.ErrorOnUnknownConfiguration = true) ?? [];
        var faults = issuers.SelectMany((issuer, i) => issuer.Faults(environment).Select(fault => $"{section}:{i}: {fault}")).ToList();
        if (issuers.Length == 0 && !environment.IsDevelopment())
            faults.Add($"{section} is empty: nobody could be let in, and nobody is let in without. Name at least one issuer (docs/drift.md).");
        if (issuers.DistinctBy(i => i.Utsteder, StringComparer.Ordinal).Count() != issuers.Length)
            faults.Add($"{section} names the same Utsteder twice.");
        return faults.Count == 0 ? issuers : throw new InvalidOperationException(string.Join(' ', faults));
    }

    private IEnumerable<string> Faults(IHostEnvironment environment)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new(this), results, validateAllProperties: true);
        foreach (var result in results)
            yield return result.ErrorMessage!;
        if (!environment.IsDevelopment() && new[] { Utsteder, Metadata ?? Utsteder }.Any(url => !url.StartsWith("https://", StringComparison.Ordinal)))
            yield return "Utsteder and Metadata must be https.";
        foreach (var role in Roller.Values.Where(r => r != Felles.Roller.Skjermet && !Felles.Roller.Enhet.ContainsKey(r)))
            yield return $"Roller has no role «{role}».";
    }
}
