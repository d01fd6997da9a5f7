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
        var sealedBytes = new byte[NonceSize + plain.Length + TagSize];
        var (nonce, cipher, tag) = Parts(sealedBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_keys[Active], TagSize);
        aes.Encrypt(nonce, plain, cipher, tag, person.Verdi.ToByteArray());
        return sealedBytes;
    }

    public Identitet Decrypt(PersonRef person, string key, byte[] sealedBytes)
    {
        if (!_keys.TryGetValue(key, out var bytes))
            throw new InvalidOperationException($"A person is encrypted with the key «{key}», which Personvern:Noekler lacks.");
        var (nonce, cipher, tag) = Parts(sealedBytes);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(bytes, TagSize);
        aes.Decrypt(nonce, cipher, tag, plain, person.Verdi.ToByteArray());
        return JsonSerializer.Deserialize<Identitet>(plain)!;
    }

    private static Parted Parts(Span<byte> bytes) => new(bytes[..NonceSize], bytes[NonceSize..^TagSize], bytes[^TagSize..]);

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

    private readonly ref struct Parted(Span<byte> nonce, Span<byte> cipher, Span<byte> tag)
    {
        private readonly Span<byte> _nonce = nonce;
        private readonly Span<byte> _cipher = cipher;
        private readonly Span<byte> _tag = tag;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> cipher, out Span<byte> tag)
        {
            nonce = _nonce;
            cipher = _cipher;
            tag = _tag;
        }
    }
}
