using System.ComponentModel.DataAnnotations;

namespace Boligsosial.Boligregister;

/// <summary>
/// What a municipality chooses for itself in the dwelling register. Settings, section <c>Kommuneprofil</c>: another
/// municipality is another profile, never other code.
/// </summary>
public sealed class Kommuneprofil
{
    /// <summary>The categories that dwellings are let and counted by.</summary>
    [MinLength(1)]
    public string[] Kategorier { get; init; } = [];

    /// <summary>The properties that dwellings can be marked with and searched by.</summary>
    public string[] Egenskaper { get; init; } = [];
}
