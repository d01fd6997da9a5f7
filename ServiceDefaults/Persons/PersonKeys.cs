using System.Security.Cryptography;
using System.Text.Json;
using Boligsosial.Felles;
using Microsoft.Extensions.Configuration;

namespace Boligsosial.ServiceDefaults.Persons;

/// <summary>What names a person.</summary>
internal sealed record Identitet(string Nummer, string Navn);

/// <summary>
/// The keys of <c>Personvern</c>: <c>Noekler:{id}</c> encrypt (64 hex digits, AES-256-GCM), <c>AktivNoekkel</c> says with
/// which what is new is encrypted, and <c>RefNoekkel</c> makes the pseudonym, the same in every service. No service starts
/// without them. The encrypting keys rotate; the pseudonym's cannot, because every service and event knows people by it.
/// </summary>
internal sealed class PersonKeys
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);
    private readonly byte[] _reference;

    public PersonKeys(IConfiguration configuration)
    {
        var section = configuration.GetSection("Personvern");
        foreach (var key in section.GetSection("Noekler").GetChildren())
            _keys[key.Key] = Read(key);
        Active = section["AktivNoekkel"] ?? "1";
        _reference = Read(section.GetSection("RefNoekkel"));
        if (!_keys.ContainsKey(Active))
            throw new InvalidOperationException($"Personvern:AktivNoekkel is «{Active}», and Personvern:Noekler has no such key.");
    }

    /// <summary>The id of the key that is used for what is new.</summary>
    public string Active { get; }

    public PersonRef RefOf(Foedselsnummer nummer) => PersonRef.Av(nummer, _reference);

    /// <summary>Bound to the person: what is moved to another's row does not open.</summary>
    public byte[] Encrypt(PersonRef person, Identitet identitet)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(identitet);
        var bytes = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceSize));
        using var aes = new AesGcm(_keys[Active], TagSize);
        aes.Encrypt(bytes.AsSpan(0, NonceSize), plain, bytes.AsSpan(NonceSize, plain.Length), bytes.AsSpan(NonceSize + plain.Length), person.Verdi.ToByteArray());
        return bytes;
    }

    public Identitet Decrypt(PersonRef person, string keyId, byte[] bytes)
    {
        if (!_keys.TryGetValue(keyId, out var key))
            throw new InvalidOperationException($"A person is encrypted with the key «{keyId}», which Personvern:Noekler lacks.");
        var plain = new byte[bytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize, plain.Length), bytes.AsSpan(NonceSize + plain.Length), plain, person.Verdi.ToByteArray());
        return JsonSerializer.Deserialize<Identitet>(plain)!;
    }

    private static byte[] Read(IConfigurationSection section)
    {
        try
        {
            var key = Convert.FromHexString(section.Value ?? "");
            if (key.Length == 32)
                return key;
        }
        catch (FormatException)
        {
            // Said below, without the value.
        }

        throw new InvalidOperationException($"{section.Path} must be a key of 32 bytes, as 64 hex digits.");
    }
}
