using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Boligsosial.ServiceDefaults.Access;

/// <summary>Who asks, as the token says. A parameter of this type is all that a use case needs to know it.</summary>
/// <param name="Id">The issuer's id of the person or system.</param>
/// <param name="Navn">What the access log and a vedtak show.</param>
/// <param name="Type">Employee, system or citizen.</param>
/// <param name="Roller">The roles (<see cref="Felles.Roller"/>), without <c>skjermet</c>.</param>
/// <param name="Enhet">The unit whose cases the caller sees; empty for a system.</param>
/// <param name="Skjermet">Sees people with adressebeskyttelse.</param>
public sealed record Bruker(string Id, string Navn, Brukertype Type, IReadOnlyList<string> Roller, string Enhet, bool Skjermet)
{
    /// <summary>Where <see cref="Id"/> is in what ASP.NET Core knows of the caller.</summary>
    public const string IdClaim = "id";

    internal const string NameClaim = "navn";
    internal const string TypeClaim = "type";
    internal const string RoleClaim = "rolle";
    internal const string UnitClaim = "enhet";
    internal const string ScopeClaim = "scope";

    /// <summary>Minimal APIs bind it by this.</summary>
    public static ValueTask<Bruker> BindAsync(HttpContext context) => new(Of(context.User));

    internal static Bruker Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(IdClaim) ?? throw new InvalidOperationException("No caller: the endpoint lets in anyone."),
        user.FindFirstValue(NameClaim)!,
        Enum.Parse<Brukertype>(user.FindFirstValue(TypeClaim)!),
        [.. user.FindAll(RoleClaim).Select(c => c.Value).Where(r => r != Felles.Roller.Skjermet)],
        user.FindFirstValue(UnitClaim) ?? "",
        user.HasClaim(RoleClaim, Felles.Roller.Skjermet));

    /// <summary>The issuer's claims in our words; nothing else of the token is kept.</summary>
    internal static ClaimsPrincipal Map(ClaimsPrincipal token, Issuer issuer)
    {
        var roles = token.FindAll(issuer.Rollekrav)
            .Select(c => issuer.Roller.Count == 0 ? c.Value : issuer.Roller.TryGetValue(c.Value, out var ours) ? ours : "")
            .Where(r => r == Felles.Roller.Skjermet || Felles.Roller.Enhet.ContainsKey(r)).Distinct(StringComparer.Ordinal).ToList();
        var type = TypeOf(roles, issuer);
        roles.RemoveAll(r => (r is Felles.Roller.Integrator or Felles.Roller.Innbygger) || type != Brukertype.Ansatt);
        var client = token.FindFirstValue(issuer.Klientkrav);
        var id = token.FindFirstValue(issuer.Idkrav) ?? client ?? "";
        var identity = new ClaimsIdentity(
            [
                new(IdClaim, type == Brukertype.Integrator ? client ?? id : id),
                new(NameClaim, token.FindFirstValue(issuer.Navnekrav) ?? client ?? id),
                new(TypeClaim, type.ToString()),
                .. roles.Select(r => new Claim(RoleClaim, r)),
            ],
            "token", NameClaim, RoleClaim);
        if (type == Brukertype.Ansatt && (token.FindFirstValue(issuer.Enhetskrav) ?? roles.Select(r => Felles.Roller.Enhet.GetValueOrDefault(r)).FirstOrDefault(e => e is not null)) is { Length: > 0 } unit)
            identity.AddClaim(new(UnitClaim, unit));
        if (type == Brukertype.Integrator)
        {
            identity.AddClaims(token.FindAll(issuer.Scopekrav).SelectMany(c => c.Value.Split(' '))
                .Where(s => s.StartsWith(issuer.Scopeprefiks, StringComparison.Ordinal)).Select(s => new Claim(ScopeClaim, s[issuer.Scopeprefiks.Length..])));
        }

        return new(identity);
    }

    private static Brukertype TypeOf(List<string> roles, Issuer issuer)
    {
        var said = roles.Contains(Felles.Roller.Integrator) ? Brukertype.Integrator : roles.Contains(Felles.Roller.Innbygger) ? Brukertype.Innbygger : issuer.Gjelder[0];
        return issuer.Gjelder.Contains(said) ? said : issuer.Gjelder[0];
    }
}
