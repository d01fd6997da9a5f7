using System.Text.Json;
using Boligsosial.Felles;

namespace Boligsosial.Boligregister.Tests.Felles;

public sealed class PersonRefTests
{
    private static readonly byte[] Noekkel = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    /// <summary>What is stored under a pseudonym is found by it for ever: this must never change.</summary>
    [Theory]
    [InlineData("12927197004", "36847104-8115-8f65-8c10-f169e82e337e")]
    [InlineData("62872700345", "f2fd9a48-2b16-87ae-80ad-b054829aeeed")]
    [InlineData("199012345678", "a273b088-ed35-8f15-9a59-05a4bca954d2")]
    public void Samme_nummer_og_noekkel_gir_samme_pseudonym(string nummer, string pseudonym) =>
        Assert.Equal(pseudonym, Av(nummer, Noekkel).ToString());

    [Fact]
    public void Annet_nummer_eller_annen_noekkel_gir_et_annet()
    {
        byte[] annen = [.. Noekkel.Reverse()];
        byte[] lengre = [.. Noekkel, 1];

        Assert.Equal(4, new[] { Av("12927197004", Noekkel), Av("23847598328", Noekkel), Av("12927197004", annen), Av("12927197004", lengre) }.Distinct().Count());
    }

    [Fact]
    public void Pseudonymet_er_en_uuid_av_versjon_8()
    {
        var verdi = Av("12927197004", Noekkel).Verdi;

        Assert.Equal(8, verdi.Version);
        Assert.InRange(verdi.Variant, 8, 11);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void En_for_kort_noekkel_brukes_ikke(int lengde) => Assert.Throws<ArgumentException>(() => Av("12927197004", new byte[lengde]));

    [Fact]
    public void Skrives_og_leses_som_tekst()
    {
        var person = Av("12927197004", Noekkel);

        Assert.True(PersonRef.TryParse(person.ToString(), out var lest));
        Assert.Equal(person, lest);
        Assert.Equal($"{{\"Person\":\"{person}\"}}", JsonSerializer.Serialize(new Sak(person)));
        Assert.Equal(person, JsonSerializer.Deserialize<Sak>($"{{\"Person\":\"{person.ToString().ToUpperInvariant()}\"}}")!.Person);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12927197004")]
    [InlineData("0199a0c44f2e8c5bbcee1d4a6f7e8d9c")] // without hyphens
    [InlineData("{0199a0c4-4f2e-8c5b-bcee-1d4a6f7e8d9c}")]
    [InlineData("0199a0c4-4f2e-8c5b-bcee-1d4a6f7e8d9")]
    [InlineData("0199a0c4-4f2e-8c5b-bcee-1d4a6f7e8d9g")]
    public void Annen_tekst_er_ikke_et_pseudonym(string? tekst)
    {
        Assert.False(PersonRef.TryParse(tekst, out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sak>(JsonSerializer.Serialize(new { Person = tekst })));
    }

    [Theory]
    [InlineData("17")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("true")]
    public void Annen_json_er_ikke_et_pseudonym(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Sak>($"{{\"Person\":{json}}}"));

    private static PersonRef Av(string nummer, byte[] noekkel)
    {
        Assert.True(Foedselsnummer.TryParse(nummer, out var lest));
        return PersonRef.Av(lest, noekkel);
    }

    private sealed record Sak(PersonRef Person);
}
