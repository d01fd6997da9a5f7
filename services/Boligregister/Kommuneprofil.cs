using System.ComponentModel.DataAnnotations;
using Boligsosial.Boligregister.Boligmasse;
using Boligsosial.Boligregister.Husleie;
using Boligsosial.Boligregister.Leie;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Statistikk;
using Boligsosial.Boligregister.Tildeling;
using Boligsosial.Boligregister.Venteliste;

namespace Boligsosial.Boligregister;

/// <summary>
/// What a municipality chooses for itself in the dwelling register. Settings, section <c>Kommuneprofil</c>, from
/// <c>Kommuneprofiler/{Kommune}.json</c>: another municipality is another profile, never other code.
/// </summary>
public sealed class Kommuneprofil
{
    /// <summary>The categories that dwellings are let and counted by.</summary>
    [MinLength(1)]
    public string[] Kategorier { get; init; } = [];

    /// <summary>The properties that dwellings can be marked with and searched by.</summary>
    public string[] Egenskaper { get; init; } = [];

    public Soeknadsprofil Soeknad { get; init; } = new();

    public Ventelisteprofil Venteliste { get; init; } = new();

    public Tildelingsprofil Tildeling { get; init; } = new();

    public Leieprofil Leie { get; init; } = new();

    public Husleieprofil Husleie { get; init; } = new();

    public Boligmasseprofil Boligmasse { get; init; } = new();

    public Statistikkprofil Statistikk { get; init; } = new();
}
