using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Boligsosial.Felles;

/// <summary>
/// The pseudonym of a person: the same in every service of a municipality, and without the key nobody gets from it to the
/// number, not even by trying all of them. A uuid of version 8 (RFC 9562 § 5.8).
/// </summary>
[JsonConverter(typeof(Konverter))]
public readonly record struct PersonRef(Guid Verdi)
{
    private const int KortesteNoekkel = 32;

    /// <summary>The first 16 bytes of HMAC-SHA256(key, «kind:digits»); another key gives other pseudonyms, so it is kept for ever.</summary>
    public static PersonRef Av(Foedselsnummer nummer, ReadOnlySpan<byte> noekkel)
    {
        if (noekkel.Length < KortesteNoekkel)
            throw new ArgumentException($"The key must have at least {KortesteNoekkel} bytes.", nameof(noekkel));

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(noekkel, Encoding.ASCII.GetBytes($"{nummer.Type}:{nummer.Verdi}"), mac);
        mac[6] = (byte)((mac[6] & 0x0f) | 0x80);
        mac[8] = (byte)((mac[8] & 0x3f) | 0x80);
        return new(new Guid(mac[..16], bigEndian: true));
    }

    /// <summary>Reads «xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx».</summary>
    public static bool TryParse([NotNullWhen(true)] string? tekst, out PersonRef person)
    {
        var lest = Guid.TryParseExact(tekst, "D", out var verdi);
        person = new(verdi);
        return lest;
    }

    public override string ToString() => Verdi.ToString("D");

    internal sealed class Konverter : JsonConverter<PersonRef>
    {
        public override PersonRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var person) ? person : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, PersonRef value, JsonSerializerOptions options) => writer.WriteStringValue(value.Verdi);
    }
}
