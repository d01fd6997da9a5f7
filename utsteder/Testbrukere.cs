using Boligsosial.Felles;

namespace Boligsosial.Utsteder;

/// <summary>One named user for each role, and others by the name that is asked for: some things take two. None of them is a real person.</summary>
internal static class Testbrukere
{
    private const string Scopeprefiks = "boligsosial:";

    public static IReadOnlyDictionary<string, string> Navn { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Roller.AakeUtleie] = "Åse Utleier",
        [Roller.AakeStoenad] = "Stian Stønad",
        [Roller.AakeBoveileder] = "Bodil Boveileder",
        [Roller.KtSaksbehandler] = "Kari Tildeler",
        [Roller.KtLeder] = "Knut Tildelingsleder",
        [Roller.NavVeileder] = "Nora Veileder",
        [Roller.NavLeder] = "Nils Navleder",
        [Roller.IntegreringKonsulent] = "Ingrid Integrering",
        [Roller.BoligsosialKoordinator] = "Kirsti Koordinator",
        [Roller.Nettverksgruppe] = "Nina Nettverk",
        [Roller.Drift] = "Dag Drift",
        [Roller.Integrator] = "Fagsystemet",
        [Roller.Innbygger] = "Inger Innbygger",
    };

    /// <summary>The claims, as the default mapping of Tilgang:Utstedere reads them.</summary>
    public static Dictionary<string, object> Krav(string rolle, string? navn, string? enhet, string? scope, bool skjermet)
    {
        var krav = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = string.IsNullOrEmpty(navn) ? $"test-{rolle}" : $"test-{rolle}-{navn}",
            ["name"] = string.IsNullOrEmpty(navn) ? Navn[rolle] : navn,
            ["roles"] = skjermet ? [rolle, Roller.Skjermet] : new[] { rolle },
        };
        if (!string.IsNullOrEmpty(enhet))
            krav["enhet"] = enhet;
        if (rolle == Roller.Integrator)
        {
            krav["client_id"] = $"test-{rolle}";
            krav["scope"] = string.Join(' ', (scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => Scopeprefiks + s));
        }

        return krav;
    }
}
