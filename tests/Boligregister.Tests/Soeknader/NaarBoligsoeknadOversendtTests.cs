using System.Net;
using Boligsosial.Boligregister.Soeknader;
using Boligsosial.Boligregister.Tests.Tilgang;
using Boligsosial.Contracts.MidlertidigBotilbud;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.Boligregister.Tests.Soeknader;

/// <summary><see cref="NaarBoligsoeknadOversendt"/>: an application that NAV sends over.</summary>
public sealed class NaarBoligsoeknadOversendtTests(BoligregisterTjeneste tjeneste) : IClassFixture<BoligregisterTjeneste>
{
    [Fact]
    public async Task Blir_en_soeknad_en_gang_for_hver_sak_og_dag()
    {
        using var klient = tjeneste.Som(Roller.AakeUtleie);
        var person = await Leiesak.Registrer(klient, Leiesak.NyttNummer());
        var hendelse = Oversendt(person);

        await Skjedde(hendelse);
        await Skjedde(hendelse);
        await Skjedde(Oversendt(person));
        await Skjedde(hendelse with { Mottatt = new(2027, 2, 20) }); // the first had lapsed

        var soeknader = (await Sak.Hent(klient, $"{Sak.Soeknader}?personRef={person}"))["innhold"]!.AsArray();
        Assert.Equal(3, soeknader.Count);
        var soeknad = soeknader.Single(s => (string?)s!["oversendtSak"] == $"{hendelse.SakId}" && (string?)s["mottatt"] == "2026-11-15")!;
        Assert.Equal(("oversendt", "aake", "2026-11-15", "2027-02-15"), ((string?)soeknad["kanal"], (string?)soeknad["enhet"], (string?)soeknad["mottatt"], (string?)soeknad["gyldigTil"]));
        Assert.Equal("""["nibr-2"]""", soeknad["situasjon"]!.ToJsonString()); // «ukjent» is nobody's word
        Assert.Equal("Volsdalen", (string?)soeknad["behov"]!["skolekrets"]);
        Assert.Equal("soeknad-mottatt", await Sak.Fortalt(tjeneste, (string)soeknad["id"]!));
    }

    [Fact]
    public async Task Er_usynlig_uten_skjermet_til_enheten_kjenner_alle_soekerne()
    {
        using var uten = tjeneste.Som(Roller.AakeUtleie);
        using var med = tjeneste.Som(Roller.AakeUtleie, skjermet: true);
        using var nav = tjeneste.Som(Roller.NavVeileder);
        var nummer = Leiesak.NyttNummer();
        var person = await Leiesak.Registrer(nav, nummer);

        await Skjedde(Oversendt(person));

        Assert.Empty((await Sak.Hent(uten, $"{Sak.Soeknader}?personRef={person}"))["innhold"]!.AsArray());
        Assert.Empty((await Sak.Hent(nav, $"{Sak.Soeknader}?personRef={person}"))["innhold"]!.AsArray());
        Assert.Single((await Sak.Hent(med, $"{Sak.Soeknader}?personRef={person}"))["innhold"]!.AsArray());

        await Leiesak.Registrer(uten, nummer);

        Assert.Single((await Sak.Hent(uten, $"{Sak.Soeknader}?personRef={person}"))["innhold"]!.AsArray());
    }

    [Fact]
    public async Task Sier_NAV_at_ingen_er_gradert_sees_den_av_enheten_til_noen_sier_noe_annet()
    {
        await AltErFortalt();
        using var uten = tjeneste.Som(Roller.AakeUtleie);
        using var annen = tjeneste.Som(Roller.AakeUtleie, enhet: "annen");
        var (kjent, ukjent) = (await Leiesak.Registrer(uten, Leiesak.NyttNummer()), Guid.CreateVersion7());
        var hendelse = Oversendt(kjent) with { Soekere = [Guid.Parse(kjent), ukjent], Ugradert = true };
        await Skjedde(hendelse);
        await Skjedde(Oversendt($"{ukjent}") with { Soekere = [ukjent, Guid.CreateVersion7()] }); // of the other of these nobody has said anything

        var soeknad = Assert.Single((await Sak.Hent(uten, $"{Sak.Soeknader}?personRef={ukjent}"))["innhold"]!.AsArray())!;
        Assert.Equal($"{hendelse.SakId}", (string?)soeknad["oversendtSak"]);
        Assert.Equal(HttpStatusCode.OK, await Status(uten));
        Assert.Equal(HttpStatusCode.NotFound, await Status(annen));

        await Gradert(ukjent, "fortrolig", 1);
        Assert.Equal(HttpStatusCode.NotFound, await Status(uten));
        await Gradert(ukjent, "ugradert", 2);
        Assert.Equal(HttpStatusCode.OK, await Status(uten));

        await tjeneste.Sql<object?>("WITH m AS (UPDATE subscription SET rebuilding = true WHERE consumer = 'NaarAdressesperreEndretIMidlertidigBotilbud' RETURNING 1) SELECT count(*) FROM m");
        Assert.Equal(HttpStatusCode.NotFound, await Status(uten));
        await AltErFortalt();
        Assert.Equal(HttpStatusCode.OK, await Status(uten));

        async Task<HttpStatusCode> Status(HttpClient klient) => (await klient.GetAsync($"{Sak.Soeknader}/{soeknad["id"]}")).StatusCode;
    }

    /// <summary>The other services do not run here: as when their histories have come.</summary>
    private Task AltErFortalt() => Testing.Eventually.Is(
        async () => await tjeneste.Sql<long>("WITH m AS (UPDATE subscription SET rebuilding = false WHERE consumer LIKE 'NaarAdressesperreEndret%' RETURNING 1) SELECT count(*) FROM m") == 3, "the reactions are registered");

    private async Task Gradert(Guid person, string gradering, int minutter)
    {
        await using var scope = tjeneste.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoligregisterDb>();
        await using var transaksjon = await db.Database.BeginTransactionAsync();
        await new NaarAdressesperreEndretIMidlertidigBotilbud(db).Handle(
            new(person, gradering, tjeneste.Tid.Naa.AddMinutes(minutter)), new Mottatt(Guid.CreateVersion7(), tjeneste.Tid.Naa, "midlertidig-botilbud"), CancellationToken.None);
        await transaksjon.CommitAsync();
    }

    private static BoligsoeknadOversendt Oversendt(string person) =>
        new(Guid.CreateVersion7(), [Guid.Parse(person)], new(2026, 11, 15), 1, [3], ["nibr-2", "ukjent"], null, "trinnfri", "Volsdalen");

    /// <summary>As it is run when a message comes: in a transaction on a DbContext of its own, saved after.</summary>
    private async Task Skjedde(BoligsoeknadOversendt hendelse)
    {
        await using var scope = tjeneste.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoligregisterDb>();
        await using var transaksjon = await db.Database.BeginTransactionAsync();
        await new NaarBoligsoeknadOversendt(db, Profil.Aalesund).Handle(hendelse, new Mottatt(Guid.CreateVersion7(), new(2026, 11, 15, 12, 0, 0, TimeSpan.Zero), "midlertidig-botilbud"), CancellationToken.None);
        await db.SaveChangesAsync();
        await transaksjon.CommitAsync();
    }
}
