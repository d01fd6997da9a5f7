using Boligsosial.ServiceDefaults.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Boligsosial.ServiceDefaults.Access;

/// <summary>What a system needs a scope for.</summary>
public enum Adgang
{
    /// <summary>Scope <c>{prefix}{service}.les</c>.</summary>
    Les,

    /// <summary>Scope <c>{prefix}{service}.skriv</c>; it does not include reading.</summary>
    Skriv,
}

/// <summary>
/// Who may: the policy that an endpoint names with <see cref="TilgangExtensions.Krever{T}"/>. A service keeps its own in
/// <c>Tilganger.cs</c>; <c>docs/tilganger.md</c> shows what comes of them.
/// </summary>
/// <param name="Navn">«boligregister: lese personer».</param>
/// <param name="Roller">Employees with one of these roles.</param>
/// <param name="Integrator">The scope that lets a system in; null: none does.</param>
public sealed record Tilgang(string Navn, IReadOnlyList<string> Roller, Adgang? Integrator = null) : IAuthorizationRequirement
{
    /// <summary>Operating the service, in all of them.</summary>
    public static Tilgang Drift { get; } = new("drifte", [Felles.Roller.Drift]);

    /// <summary>Reading what the API is: everyone with a token.</summary>
    internal static Tilgang Api { get; } = new("lese API-dokumentet", [.. Felles.Roller.Alle], Adgang.Les);
}

/// <summary>Naming the policy.</summary>
public static class TilgangExtensions
{
    /// <summary>Lets in those that <paramref name="tilgang"/> names, and nobody else. An endpoint without one lets in nobody.</summary>
    public static T Krever<T>(this T endpoint, Tilgang tilgang)
        where T : IEndpointConventionBuilder =>
        endpoint.WithMetadata(tilgang).RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(tilgang).Build());
}

/// <summary>Decides by the caller's roles and scopes.</summary>
internal sealed class TilgangHandler(string service) : AuthorizationHandler<Tilgang>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Tilgang requirement)
    {
        var user = context.User;
        var may = user.HasClaim(Bruker.TypeClaim, nameof(Brukertype.Integrator))
            ? requirement.Integrator is { } access && user.HasClaim(Bruker.ScopeClaim, $"{service}.{EnumNames<Adgang>.Of(access)}")
            : requirement.Roller.Any(role => user.HasClaim(Bruker.RoleClaim, role));
        if (may)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
