namespace Boligsosial.Felles;

/// <summary>
/// What people and systems may be. The names are those of the municipality's own work; which claim of an issuer means which
/// is configuration (<c>Tilgang:Utstedere:n:Roller</c>).
/// </summary>
public static class Roller
{
    public const string AakeUtleie = "aake-utleie";
    public const string AakeStoenad = "aake-stoenad";
    public const string AakeBoveileder = "aake-boveileder";
    public const string KtSaksbehandler = "kt-saksbehandler";
    public const string KtLeder = "kt-leder";
    public const string NavVeileder = "nav-veileder";
    public const string NavLeder = "nav-leder";
    public const string IntegreringKonsulent = "integrering-konsulent";
    public const string BoligsosialKoordinator = "boligsosial-koordinator";
    public const string Nettverksgruppe = "nettverksgruppe";

    /// <summary>Operates the system, and sees no person.</summary>
    public const string Drift = "drift";

    /// <summary>Another system; what it may is said by its scopes.</summary>
    public const string Integrator = "integrator";

    /// <summary>Reserved: no endpoint lets one in yet.</summary>
    public const string Innbygger = "innbygger";

    /// <summary>On top of another role: sees people with adressebeskyttelse (folkeregisterloven § 10-4).</summary>
    public const string Skjermet = "skjermet";

    /// <summary>The unit (enhet) that a role belongs to when the token does not name one: its cases are the ones it sees.</summary>
    public static IReadOnlyDictionary<string, string> Enhet { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [AakeUtleie] = "aake",
        [AakeStoenad] = "aake",
        [AakeBoveileder] = "aake",
        [KtSaksbehandler] = "koordinering-tildeling",
        [KtLeder] = "koordinering-tildeling",
        [NavVeileder] = "nav",
        [NavLeder] = "nav",
        [IntegreringKonsulent] = "integrering",
        [BoligsosialKoordinator] = "boligsosial-enhet",
        [Nettverksgruppe] = "boligsosial-enhet",
        [Drift] = "drift",
        [Integrator] = "",
        [Innbygger] = "",
    };

    /// <summary>All that a token can have one of; <see cref="Skjermet"/> comes on top.</summary>
    public static IEnumerable<string> Alle => Enhet.Keys;
}
