using Boligsosial.ServiceDefaults.Tests.Proeve;
using Boligsosial.Testing;

namespace Boligsosial.ServiceDefaults.Tests.Messaging;

/// <summary>The broker away, the wire cut, several replicas.</summary>
public sealed class BortfallTests(Servere servere)
{
    private static TingHendt Hendt(Guid ting, int tall) => new(ting, tall, "ja");

    [Fact]
    public async Task Starter_og_tar_imot_uten_megler_og_forteller_naar_den_er_der()
    {
        var megler = new Uri(await servere.RabbitMq());
        await using var ledning = new Forbindelse(megler.Host, megler.Port);
        await using var tjeneste = new ProeveTjeneste(servere) { Megler = $"amqp://{megler.UserInfo}@127.0.0.1:{ledning.Port}" };
        var ting = Guid.CreateVersion7();

        await tjeneste.InitializeAsync();
        await tjeneste.NyReplika(venter: false);
        for (var tall = 0; tall < 50; tall++)
            await tjeneste.Fortell(Hendt(ting, tall));
        Assert.Empty(await tjeneste.Logg(ting));
        ledning.Koble();

        await tjeneste.Faar(ting, [.. Enumerable.Range(0, 50)]);
    }

    [Fact]
    public async Task Kuttes_ledningen_mister_ingen_noe()
    {
        var megler = new Uri(await servere.RabbitMq());
        await using var ledning = new Forbindelse(megler.Host, megler.Port);
        ledning.Koble();
        await using var tjeneste = new ProeveTjeneste(servere) { Megler = $"amqp://{megler.UserInfo}@127.0.0.1:{ledning.Port}" };
        await tjeneste.InitializeAsync();
        await tjeneste.NyReplika();
        var ting = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToList();

        var last = Task.WhenAll(ting.Select(async t =>
        {
            for (var tall = 0; tall < 200; tall++)
                await tjeneste.Fortell(Hendt(t, tall));
        }));
        for (var kutt = 0; kutt < 3; kutt++)
        {
            await Eventually.Is(async () => await tjeneste.Sql("SELECT count(*) FROM ting_logg") > kutt * 100, "something flows");
            await ledning.Kutt();
            ledning.Koble();
        }

        await last;
        foreach (var t in ting)
            await tjeneste.Faar(t, [.. Enumerable.Range(0, 200)]);
        await Task.Delay(TimeSpan.FromSeconds(3)); // What is given up must not come back and consume beside the new: it would within a second or two.
        Assert.Equal(1, ledning.Aapne);
    }

    [Fact]
    public async Task To_replikaer_deler_paa_det_og_en_kan_gaa()
    {
        await using var tjeneste = new ProeveTjeneste(servere);
        await tjeneste.InitializeAsync();
        var foerste = await tjeneste.NyReplika();
        await tjeneste.NyReplika();
        var ting = Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7()).ToList();

        var last = Task.WhenAll(ting.Select(async t =>
        {
            for (var tall = 0; tall < 100; tall++)
                await tjeneste.FortellFraAlle(Hendt(t, tall), tall);
        }));
        await Eventually.Is(async () => await tjeneste.Sql("SELECT count(*) FROM ting_logg") > 100, "something flows");
        await tjeneste.Stopp(foerste);
        await last;

        foreach (var t in ting)
            await tjeneste.Faar(t, [.. Enumerable.Range(0, 100)]);
    }
}
