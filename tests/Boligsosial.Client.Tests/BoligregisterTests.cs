using System.Net;
using Refit;

namespace Boligsosial.Client.Tests;

public class BoligregisterTests
{
    private const string Bolig = """
        {
          "id": "0197aa00-0000-7000-8000-000000000001", "leverandorBoligId": "K-1",
          "matrikkel": "1508-12/3/0/4",
          "adresse": {"gatenavn": "Prøvevegen", "husnummer": 7, "husbokstav": "B", "postnummer": "6260"},
          "omraade": "Skodje", "kategori": "enNyKategori", "disposisjonsform": "eid", "bruksareal": 54.5,
          "soverom": 2, "egenskaper": ["rullestol", "enNyEgenskap"], "maanedsleie": 9500.50,
          "status": "ledig-klar", "statusFra": "2025-06-01", "enNyOpplysning": {"x": 1},
          "historikk": [{"status": "utleid", "fra": "2024-01-01", "til": "2025-06-01"}]
        }
        """;

    private static readonly BoligInn NyBolig = new()
    {
        Matrikkel = "1508-12/3",
        Omraade = "Skodje",
        Soverom = 2,
        Adresse = new Adresse("Prøvevegen", 7, "B", "6260"),
        Kategori = Boligkategori.Tilrettelagt,
        Disposisjonsform = Disposisjonsform.Eid,
        Status = Boligstatus.LedigKlar,
        StatusFra = new DateOnly(2025, 6, 1),
        Maanedsleie = 9500.50m,
    };

    [Fact]
    public async Task Leser_boligen_ogsaa_naar_registeret_har_nye_verdier_og_felt()
    {
        var svar = Svar.Json(Bolig);
        var id = new Guid("0197aa00-0000-7000-8000-000000000001");

        using var hentet = await svar.Klient().HentBolig(id, TestContext.Current.CancellationToken);

        Assert.Equal(["GET /api/v1/boligregister/boliger/0197aa00-0000-7000-8000-000000000001"], svar.Requests);
        var bolig = hentet.Content!;
        Assert.Equal(id, bolig.Id);
        Assert.Equal("1508-12/3/0/4", bolig.Matrikkel);
        Assert.Equal("enNyKategori", bolig.Kategori);
        Assert.Equal(["rullestol", "enNyEgenskap"], bolig.Egenskaper);
        Assert.Equal(9500.50m, bolig.Maanedsleie);
        Assert.Equal(
            [new Statusperiode("utleid", new DateOnly(2024, 1, 1), new DateOnly(2025, 6, 1))], bolig.Historikk!);
    }

    [Fact]
    public async Task Registrerer_med_idempotensnoekkel_og_uten_felt_som_ikke_er_satt()
    {
        var svar = Svar.Json(Bolig);

        using var _ = await svar.Klient().RegistrerBolig(NyBolig, "forsoek-1", TestContext.Current.CancellationToken);

        Assert.Equal(["POST /api/v1/boligregister/boliger"], svar.Requests);
        Assert.Contains("Idempotency-Key: forsoek-1", svar.Headers);
        Assert.Contains("\"maanedsleie\":9500.50", svar.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"statusFra\":\"2025-06-01\"", svar.Bodies[0], StringComparison.Ordinal);
        Assert.DoesNotContain("bruksareal", svar.Bodies[0], StringComparison.Ordinal);
        Assert.DoesNotContain("etasje", svar.Bodies[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endrer_bare_den_versjonen_som_ble_lest()
    {
        var svar = new Svar((HttpStatusCode.PreconditionFailed, "application/problem+json", """{"status":412}"""));
        var id = Guid.CreateVersion7();

        using var endret = await svar.Klient().EndreBolig(id, NyBolig, "\"41\"", TestContext.Current.CancellationToken);

        Assert.Equal([$"PUT /api/v1/boligregister/boliger/{id}"], svar.Requests);
        Assert.Contains("If-Match: \"41\"", svar.Headers);
        Assert.Equal(HttpStatusCode.PreconditionFailed, endret.StatusCode);
    }

    [Fact]
    public async Task Soeker_med_alle_vilkaar_og_foelger_sidene()
    {
        var svar = Svar.Json($$"""{"innhold":[{{Bolig}}],"neste":"a/b="}""", $$"""{"innhold":[{{Bolig}}],"neste":null}""");
        var filter = new Boligfilter
        {
            Omraade = "Skodje",
            SoveromFra = 2,
            LeieTil = 12000.50m,
            Egenskaper = [Boligegenskap.Rullestol, Boligegenskap.Heis],
            Antall = 1,
        };

        var boliger = await svar.Klient()
            .SoekAlleBoliger(filter, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        const string vilkaar =
            "omraade=Skodje&soveromFra=2&leieTil=12000.50&egenskaper=rullestol&egenskaper=heis&antall=1";
        Assert.Equal(2, boliger.Count);
        Assert.Equal(
            [
                $"GET /api/v1/boligregister/boliger?{vilkaar}",
                $"GET /api/v1/boligregister/boliger?{vilkaar}&etter=a%2Fb%3D",
            ],
            svar.Requests);
    }

    [Fact]
    public async Task Teller_i_grupper()
    {
        var svar = Svar.Json("""{"innhold":[{"omraade":"Skodje","status":"ledig-klar","antall":3}],"totalt":3}""");

        var antall = await svar.Klient().TellBoliger(["omraade", "status"], TestContext.Current.CancellationToken);

        Assert.Equal(["GET /api/v1/boligregister/boliger/antall?grupper=omraade%2Cstatus"], svar.Requests);
        Assert.Equal(new Antallslinje("Skodje", null, "ledig-klar", 3), Assert.Single(antall.Innhold));
        Assert.Equal(3, antall.Totalt);
    }

    [Fact]
    public async Task Leser_importrapporten_ogsaa_naar_filen_ble_avvist()
    {
        var svar = new Svar((HttpStatusCode.UnprocessableEntity, "application/problem+json", """
            {
              "type": "urn:boligsosial:import-avvist", "status": 422, "lest": 2, "opprettet": 0, "oppdatert": 0, "uendret": 0,
              "avvist": [{"linje": 3, "kolonne": "Soverom", "kode": "ugyldig-tall", "melding": "Må være et helt tall"}]
            }
            """));

        using var importert = await svar.Klient().ImporterBoliger(
            new MemoryStream("a;b\n"u8.ToArray()), Importmodus.AlleEllerIngen, TestContext.Current.CancellationToken);
        var rapport = await importert.LesImportrapport();

        Assert.Equal(["POST /api/v1/boligregister/boliger/import?modus=alle-eller-ingen"], svar.Requests);
        Assert.Contains("Content-Type: text/csv", svar.Headers);
        Assert.Equal("a;b\n", svar.Bodies[0]);
        Assert.Equal(2, rapport.Lest);
        Assert.Equal(new AvvistLinje(3, "Soverom", "ugyldig-tall", "Må være et helt tall"), Assert.Single(rapport.Avvist));
    }

    [Fact]
    public async Task Kaster_naar_importen_feilet_av_annen_grunn()
    {
        var svar = new Svar((HttpStatusCode.UnprocessableEntity, "application/problem+json", """{"status":422}"""));

        using var importert = await svar.Klient().ImporterBoliger(
            Stream.Null, cancellationToken: TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ValidationApiException>(importert.LesImportrapport);
    }

    [Fact]
    public async Task Eksporten_kommer_som_en_stroem()
    {
        var svar = new Svar((HttpStatusCode.OK, "text/csv", "Gatenavn\nPrøvevegen\n"));

        using var leser = new StreamReader(
            await svar.Klient().EksporterBoliger(TestContext.Current.CancellationToken));

        Assert.Equal("Gatenavn\nPrøvevegen\n", await leser.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["GET /api/v1/boligregister/boliger/eksport"], svar.Requests);
    }
}
