using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Tests.Startlaan.Regler;

public sealed class VedtaksbrevTests
{
    [Theory]
    [InlineData(1, 2, "Husstanden er på 3 (1 voksen, 2 barn).")]
    [InlineData(2, 0, "Husstanden er på 2 (2 voksne, 0 barn).")]
    public void En_voksen_er_ikke_flere(int voksne, int barn, string tekst) => Assert.Equal(tekst, Vedtaksbrev.Husstand(voksne, barn));

    [Fact]
    public void Det_saksbehandleren_skulle_vurdere_staar_ikke_i_brevet()
    {
        var alle = Brev(Vilkaar.Vurder(new() { Formaal = Formaal.Kjoep, LangvarigProblem = true }));

        Assert.Contains("Vilkårene\n- Problemene med å finansiere bolig ventes å vare. (forskrift om lån fra Husbanken § 5-1)\n\nBegrunnelse\n", alle, StringComparison.Ordinal);
        Assert.DoesNotContain("ikke vurdert", alle, StringComparison.Ordinal);
        Assert.DoesNotContain("Vilkårene\n", Brev(Vilkaar.Vurder(new() { Formaal = Formaal.Kjoep })), StringComparison.Ordinal);
    }

    private static string Brev(IReadOnlyList<Vilkaarssvar> vilkaar)
    {
        var vedtak = new Laanevedtak
        {
            Utfall = Vedtaksutfall.Innvilget,
            Dato = new(2026, 11, 10),
            Begrunnelse = "Vilkårene i § 5-4 er oppfylt.",
            Vilkaar = vilkaar,
            Hjemmel = "forskrift om lån fra Husbanken kapittel 5",
            Underrettet = new(2026, 11, 14),
            Klagefrist = new(2026, 12, 7),
            Klageinstans = "kommunal klagenemnd",
            BesluttetAv = "Berit Beslutter",
        };
        return Vedtaksbrev.Tekst(vedtak, new("SØKNADEN ER INNVILGET", "Søknad 1.", null, "Husstanden er på 1.", null));
    }
}
