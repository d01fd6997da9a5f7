using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Boligsosial.Testing;

/// <summary>Bodies: one that is valid by its type, then spoilt a little or altogether.</summary>
/// <param name="kjente">Ids of things that are there.</param>
/// <param name="eksempel">A body that the service takes, where the type does not tell enough; null: make one of the type.</param>
internal sealed partial class UgyldigInnhold(IReadOnlyList<Guid> kjente, Func<Type, Random, JsonNode?> eksempel)
{
    /// <summary>Also a valid one, once in a while: it must be possible to get through.</summary>
    public byte[] Lag(Endepunkt endepunkt, Random tilfeldig)
    {
        if (endepunkt.Innhold == typeof(string))
            return Tekst(eksempel(typeof(string), tilfeldig)?.GetValue<string>() ?? "a;b\n1;2\n", tilfeldig);

        var rot = new JsonArray(eksempel(endepunkt.Innhold!, tilfeldig) ?? Av(endepunkt.Innhold!, tilfeldig));
        for (var antall = tilfeldig.Next(4); antall > 0; antall--)
            Skad(rot, tilfeldig);
        var json = rot.Count == 0 ? "" : rot[0]?.ToJsonString() ?? "null";
        json = Raa().Replace(json, treff => Rusk.Json[int.Parse(treff.Groups[1].Value)]);
        return tilfeldig.EnAv(4) ? Forvansk(json, tilfeldig) : Encoding.UTF8.GetBytes(json);
    }

    public JsonNode? Av(Type type, Random tilfeldig)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "tekst";
        if (type == typeof(bool))
            return true;
        if (type == typeof(DateOnly))
            return "2026-11-01";
        if (type == typeof(DateTimeOffset))
            return "2026-11-01T12:00:00Z";
        if (type.IsEnum)
            return JsonNamingPolicy.KebabCaseLower.ConvertName(tilfeldig.Velg(Enum.GetNames(type)));
        if (type.IsPrimitive || type == typeof(decimal))
            return tilfeldig.Next(10);
        if (type.IsArray)
            return new JsonArray(Av(type.GetElementType()!, tilfeldig));
        return type == typeof(Guid) || type == typeof(Felles.PersonRef) || type.GetProperties().Length == 0
            ? Id(tilfeldig)
            : new JsonObject(type.GetProperties().Select(p => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(p.Name), Av(p.PropertyType, tilfeldig))));
    }

    public string Id(Random tilfeldig) => (kjente.Count > 0 && !tilfeldig.EnAv(4) ? tilfeldig.Velg(kjente) : Guid.CreateVersion7()).ToString();

    /// <summary>One place in the tree: another value, nothing, or something more.</summary>
    private static void Skad(JsonArray rot, Random tilfeldig)
    {
        var steder = new List<JsonNode>();
        Samle(rot);
        switch (tilfeldig.Velg(steder))
        {
            case JsonObject { Count: > 0 } objekt when !tilfeldig.EnAv(8):
                var navn = tilfeldig.Velg(objekt.Select(p => p.Key).ToList());
                if (tilfeldig.EnAv(5))
                    objekt.Remove(navn);
                else
                    objekt[navn] = Verdi(tilfeldig);
                break;
            case JsonObject objekt:
                objekt[tilfeldig.Velg(Rusk.Tekster)] = Verdi(tilfeldig);
                break;
            case JsonArray { Count: > 0 } liste when liste != rot || tilfeldig.EnAv(4):
                liste[tilfeldig.Next(liste.Count)] = Verdi(tilfeldig);
                break;
            case JsonArray liste when liste != rot:
                for (var antall = tilfeldig.Next(200); antall >= 0; antall--)
                    liste.Add(Verdi(tilfeldig));
                break;
        }

        void Samle(JsonNode? node)
        {
            if (node is JsonObject or JsonArray)
                steder.Add(node);
            foreach (var barn in node switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => [] })
                Samle(barn);
        }
    }

    /// <summary>A text, or a mark that is exchanged for what no JSON library would write.</summary>
    private static JsonNode Verdi(Random tilfeldig) => tilfeldig.EnAv(2) ? tilfeldig.Velg(Rusk.Tekster) : $"RAA-{tilfeldig.Next(Rusk.Json.Length)}-RAA";

    private static byte[] Forvansk(string json, Random tilfeldig) => tilfeldig.Next(14) switch
    {
        0 => [],
        1 => " \r\n\t "u8.ToArray(),
        2 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(json)],
        3 => Encoding.Unicode.GetBytes(json),
        4 => Encoding.UTF8.GetBytes($"// merknad\n{json}"),
        5 => Encoding.UTF8.GetBytes($"{json}{json}"),
        6 => Encoding.UTF8.GetBytes($"[{json}]"),
        7 => Encoding.UTF8.GetBytes(json.Replace("{\"", "{\"navn\":1,\"navn\":null,\"", StringComparison.Ordinal)),
        8 => Encoding.UTF8.GetBytes(json.Replace("}", ",}", StringComparison.Ordinal)),
        9 => Encoding.UTF8.GetBytes(tilfeldig.Velg(Rusk.Json)),
        10 => Encoding.Latin1.GetBytes($"{json} æøå"),
        _ => Tekst(json, tilfeldig),
    };

    /// <summary>Cut off, or with something in the middle.</summary>
    private static byte[] Tekst(string tekst, Random tilfeldig)
    {
        byte[][] innskudd = [[0], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [(byte)'"'], [(byte)'\n'], Encoding.UTF8.GetBytes(tilfeldig.Velg(Rusk.Tekster)), Encoding.UTF8.GetBytes(tilfeldig.Velg(Rusk.Foedselsnumre))];
        var bytes = Encoding.UTF8.GetBytes(tilfeldig.EnAv(4) ? tilfeldig.Velg(Rusk.Csv) : tekst);
        var sted = tilfeldig.Next(bytes.Length + 1);
        return tilfeldig.Next(4) switch
        {
            0 => bytes[..sted],
            1 => bytes,
            2 => [.. bytes, .. tilfeldig.Velg(innskudd)],
            _ => [.. bytes[..sted], .. tilfeldig.Velg(innskudd), .. bytes[sted..]],
        };
    }

    [GeneratedRegex("\"RAA-([0-9]+)-RAA\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Raa();
}
