using Boligsosial.Boligregister.Boliger.Csv;
using FsCheck;
using FsCheck.Fluent;

namespace Boligsosial.Boligregister.Tests.Csv;

public sealed class FormelvernTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+47 900 00 000")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("'=1")]
    [InlineData("''-")]
    public void Det_et_regneark_ville_kjoert_faar_apostrof_foran_og_leses_tilbake(string celle)
    {
        Assert.Equal("'" + celle, Formelvern.Sett(celle));
        Assert.Equal(celle, Formelvern.Fjern(Formelvern.Sett(celle)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Fjordgata")]
    [InlineData("a=b")]
    [InlineData("'sitat'")]
    [InlineData("'")]
    [InlineData("3-5")]
    public void Vanlig_tekst_staar_som_den_er(string celle)
    {
        Assert.Equal(celle, Formelvern.Sett(celle));
        Assert.Equal(celle, Formelvern.Fjern(celle));
    }

    [Fact]
    public void Det_som_er_skrevet_leses_alltid_tilbake_og_begynner_aldri_som_en_formel()
    {
        // Strings out of what matters here, and out of everything.
        var farlige = Gen.Elements('\'', '=', '+', '-', '@', '\t', '\r', ' ', 'a').ListOf().Select(tegn => string.Concat(tegn));
        var alle = ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "");
        Prop.ForAll(Gen.OneOf(farlige, alle).ToArbitrary(), celle =>
        {
            var skrevet = Formelvern.Sett(celle);
            return Formelvern.Fjern(skrevet) == celle && skrevet is not ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }
}
