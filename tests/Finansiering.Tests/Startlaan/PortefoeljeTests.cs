using System.Text.Json;
using Boligsosial.Finansiering.Startlaan;
using static Boligsosial.Finansiering.Tests.Startlaan.Laanesaker;

namespace Boligsosial.Finansiering.Tests.Startlaan;

/// <summary><see cref="HentPortefoelje"/>, <see cref="FoerSaldo"/>. Today is 1 December 2026.</summary>
public sealed class PortefoeljeTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Portefoeljen_er_siste_saldo_og_tapsfondet_holdes_mot_den()
    {
        using var saker = new Laanesaker(tjeneste, "portefølje");
        var tom = await Gjort(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/portefoelje?fond=0"));
        Assert.Equal((0, JsonValueKind.Null, 0m), (tom.GetProperty("antall").GetInt32(), tom.GetProperty("snitt").ValueKind, Tall(tom.GetProperty("tapsfond"), "mangler")));
        await saker.Ramme(10_000_000);
        var (god, misligholdt, innfridd, ubrukt) = (await saker.Innvilget(), await saker.Innvilget(), await saker.Innvilget(), await saker.Innvilget());
        foreach (var id in new[] { god, misligholdt, innfridd })
            await Gjort(saker.Utbetal(id));

        await Gjort(Saldo(misligholdt, 500_000, 12_000));
        await Gjort(Saldo(innfridd, 0, 0));

        var svar = await Gjort(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/portefoelje?fond=15000"));
        Assert.Equal((2, 2_000_000m, 1_000_000m), (svar.GetProperty("antall").GetInt32(), Tall(svar, "saldo"), Tall(svar, "snitt")));
        Assert.Equal((1, 500_000m, 12_000m, 50m, 25m), (svar.GetProperty("iMislighold").GetInt32(), Tall(svar, "saldoIMislighold"), Tall(svar, "forfalt"), Tall(svar, "andelAntall"), Tall(svar, "andelSaldo")));
        Assert.Equal(4.381m, Tall(svar, "snittRente"));
        Assert.Equal((20_000m, 5_000m, 0.75m), (Tall(svar.GetProperty("tapsfond"), "krav"), Tall(svar.GetProperty("tapsfond"), "mangler"), Tall(svar.GetProperty("tapsfond"), "dekning")));

        Assert.Equal((409, "soeknad-feil-status"), await Avvist(Saldo(ubrukt, 1, 0)));
        Assert.Equal((422, "mislighold-over-saldo"), await Avvist(Saldo(god, 1, 2)));
        Assert.Equal((422, "dato-for-tidlig"), await Avvist(Saldo(misligholdt, 1, 0, "2026-11-24")));
        Assert.Equal((400, "ugyldig"), await Avvist(saker.Saksbehandler.GetAsync($"{Laanesaker.Startlaan}/portefoelje?fond=-1")));

        Task<HttpResponseMessage> Saldo(string id, decimal saldo, decimal mislighold, string dato = "2026-11-25") => Gjoer(saker.Saksbehandler, id, "saldo", new { saldo, mislighold, dato });
    }

    private static decimal Tall(JsonElement e, string felt) => e.GetProperty(felt).GetDecimal();
}
