using System.Text;
using Boligsosial.Client;
using Boligsosial.Testing;

namespace Boligsosial.EndToEnd.Tests.Reiser;

/// <summary>Postgres is killed in the middle of an import: nothing half-written, the service mends itself, the same file works.</summary>
public sealed class PostgresDoerUnderImport : IAsyncLifetime
{
    private const int Antall = 50_000;
    private Systemet _systemet = null!;

    public async ValueTask InitializeAsync() => _systemet = await Systemet.Start([]);

    public ValueTask DisposeAsync() => _systemet.DisposeAsync();

    [Fact]
    public async Task Ingenting_er_halvskrevet_og_samme_fil_kan_sendes_igjen()
    {
        var klient = await _systemet.Klient();
        var api = Client.Boligregister.Klient(klient);
        using var avbrutt = await api.ImporterBoliger(new DrepMidtveis(Fil(), DrepPostgres));
        Assert.False(avbrutt.IsSuccessStatusCode);
        Assert.True((int)avbrutt.StatusCode >= 500);

        await Eventually.Is(async () => (await klient.GetAsync("/api/v1/boligregister/boliger/antall")).IsSuccessStatusCode, "the register answers again");
        Assert.Equal(0, (await api.TellBoliger([])).Totalt);

        using var igjen = await api.ImporterBoliger(new MemoryStream(Fil()));
        Assert.Equal(Antall, (await igjen.LesImportrapport()).Opprettet);
        Assert.Equal(Antall, (await api.TellBoliger(["status"])).Totalt);
    }

    /// <summary>SIGKILL to the server itself, below the script that the AppHost started.</summary>
    private void DrepPostgres()
    {
        var skript = Systemet.Pid(_systemet.Ressurs("postgres").GetAwaiter().GetResult()[0]);
        Prosesser.Drep(Assert.Single(Prosesser.BarnAv(skript)));
    }

    private static byte[] Fil()
    {
        var csv = new StringBuilder("leverandorboligid;gatenavn;omraade;kategori;antallsoverom;boligstatus\n");
        for (var i = 0; i < Antall; i++)
            csv.Append("L-").Append(i).Append(";Importvegen;Skodje;gjennomgangsbolig;2;ledig-klar\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>A file that, when half of it is sent, does something terrible.</summary>
    private sealed class DrepMidtveis(byte[] innhold, Action drep) : MemoryStream(innhold)
    {
        private bool _drept;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_drept && Position > Length / 2)
            {
                _drept = true;
                await Task.Run(drep, cancellationToken);
            }

            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
