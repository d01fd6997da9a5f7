using System.Reflection;
using System.Text.Json;
using Boligsosial.Contracts;
using Boligsosial.ServiceDefaults.Messaging;

namespace Boligsosial.Architecture.Tests;

/// <summary>
/// What services have promised each other, one line a promise: «boligregister.bolig-endret soverom: int», and which queue
/// takes which events. As the code has it; <c>Kontrakter.txt</c> is as it was agreed.
/// </summary>
internal static class Kontrakter
{
    public const string Fil = "tests/Architecture.Tests/Kontrakter.txt";

    /// <summary>What a field can be. Ids and facts need no more; a type that is not here must first have a name here.</summary>
    private static readonly Dictionary<Type, string> Typer = new()
    {
        [typeof(Guid)] = "uuid",
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(decimal)] = "decimal",
        [typeof(bool)] = "bool",
        [typeof(DateOnly)] = "date",
        [typeof(DateTimeOffset)] = "datetime",
        [typeof(string[])] = "string[]",
        [typeof(Guid[])] = "uuid[]",
        [typeof(int[])] = "int[]",
    };

    public static IReadOnlyList<Type> Hendelser { get; } =
        [.. typeof(IHendelse).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IHendelse)) && !t.IsInterface)];

    /// <summary>As <c>Kontrakter.txt</c> is to be.</summary>
    public static IEnumerable<string> Naa => Hendelser.SelectMany(Felter)
        .Concat(Tre.Tjenester.SelectMany(t => LyttesTil(t).Select(h => $"queue {Tre.Kebab(t)} ← {h}")))
        .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Avtalt => Tre.Les(Fil).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#'));

    /// <summary>«Boligsosial.Contracts.Boligregister.BoligEndret» → «boligregister.bolig-endret».</summary>
    public static string Navn(Type hendelse) => $"{Tre.Kebab(hendelse.Namespace!.Split('.')[^1])}.{Tre.Kebab(hendelse.Name)}";

    /// <summary>What is to be done about the difference, for whoever made it; nothing when there is none.</summary>
    public static string Raad(IReadOnlyCollection<string> avtalt, IReadOnlyCollection<string> naa)
    {
        var (borte, nye) = (avtalt.Except(naa, StringComparer.Ordinal).ToList(), naa.Except(avtalt, StringComparer.Ordinal).ToList());
        var raad = new List<string>();
        if (borte.Exists(l => !ErKoe(l)))
        {
            raad.Add("A field was removed, renamed or changed type: services that run today, and all that was ever told, have the old one. "
                + "Put it back and make a new event instead; the old one goes when nobody listens to it:\n  - " + string.Join("\n  - ", borte.Where(l => !ErKoe(l))));
        }

        if (borte.Exists(ErKoe))
        {
            raad.Add("A queue was renamed, or takes an event no more: what waits in it is never read, and the broker goes on filling it. Put it back, or, when it is "
                + $"emptied and unbound everywhere, remove from {Fil}:\n  - " + string.Join("\n  - ", borte.Where(ErKoe)));
        }

        if (nye.Find(l => l.EndsWith(", required", StringComparison.Ordinal) && avtalt.Any(a => a.StartsWith(Hendelse(l), StringComparison.Ordinal))) is { } kreves)
            raad.Add($"A field was added to an event that is in use, and is required: what was told before lacks it and could not be read. Give it a default value:\n  + {kreves}");
        else if (nye.Count > 0)
            raad.Add($"A field, an event or a queue was added: update {Fil} with\n  + {string.Join("\n  + ", nye)}");
        return string.Join('\n', raad);

        static bool ErKoe(string linje) => linje.StartsWith("queue ", StringComparison.Ordinal);

        static string Hendelse(string linje) => linje[..(linje.IndexOf(' ', StringComparison.Ordinal) + 1)];
    }

    /// <summary>The lines of an event: its fields, as the JSON has them.</summary>
    private static IEnumerable<string> Felter(Type hendelse)
    {
        var nullbar = new NullabilityInfoContext();
        return hendelse.GetConstructors().Single().GetParameters().Select(felt =>
        {
            var kanMangle = nullbar.Create(felt).ReadState == NullabilityState.Nullable;
            var type = Nullable.GetUnderlyingType(felt.ParameterType) ?? felt.ParameterType;
            return $"{Navn(hendelse)} {JsonNamingPolicy.CamelCase.ConvertName(felt.Name!)}: "
                + $"{Typer.GetValueOrDefault(type, type.Name)}{(kanMangle ? "?" : "")}, {(felt.HasDefaultValue ? "optional" : "required")}";
        });
    }

    /// <summary>Types of fields that have no name here.</summary>
    public static IEnumerable<string> UkjenteTyper =>
        from hendelse in Hendelser
        from felt in hendelse.GetProperties()
        where !Typer.ContainsKey(Nullable.GetUnderlyingType(felt.PropertyType) ?? felt.PropertyType)
        select $"{Navn(hendelse)} {felt.Name}: {felt.PropertyType}";

    private static IEnumerable<string> LyttesTil(string tjeneste) => Assembly.Load($"Boligsosial.{tjeneste}").GetTypes()
        .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(Naar)))
        .Select(t => Grunntyper(t).Single(g => g.IsGenericType && g.GetGenericTypeDefinition() == typeof(Naar<>)).GetGenericArguments()[0])
        .Select(Navn)
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<Type> Grunntyper(Type type)
    {
        for (var grunn = type.BaseType; grunn is not null; grunn = grunn.BaseType)
            yield return grunn;
    }
}
