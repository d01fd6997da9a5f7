using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Boligsosial.Client;

namespace Boligsosial.EndToEnd.Tests.Feil;

/// <summary>What of a dwelling is told to other services, as far as the load changes it.</summary>
internal sealed record Fakta(string Omraade, string Kategori, string Status, int Soverom);

/// <summary>
/// Writers that register and change dwellings through the gateway, each its own. They put up with broken connections and
/// answers from 500 up, and do the same again until it is acknowledged; any refusal is a fault of the system.
/// </summary>
internal sealed class Last(HttpClient klient, Regnskap regnskap, int froe)
{
    private const int Skrivere = 6;
    private readonly List<Skriver> _skrivere = [.. Enumerable.Range(0, Skrivere).Select(nr => new Skriver(klient, regnskap, $"F{froe}-{nr}", new Random((froe * Skrivere) + nr)))];

    /// <summary>Writes while something happens; afterwards each writer gets what it has begun acknowledged.</summary>
    public async Task Mens(Func<Task> noeSkjer)
    {
        using var slutt = new CancellationTokenSource();
        var skriving = Task.WhenAll(_skrivere.Select(s => Task.Run(() => s.Skriv(slutt.Token))));
        var hendelse = noeSkjer();
        try
        {
            await await Task.WhenAny(hendelse, skriving);
            await hendelse;
        }
        finally
        {
            await slutt.CancelAsync();
            await skriving;
        }
    }

    private sealed class Skriver(HttpClient klient, Regnskap regnskap, string navn, Random tilfeldig)
    {
        private const string Sti = "/api/v1/boligregister/boliger";
        private static readonly TimeSpan LengsteForsoek = TimeSpan.FromSeconds(10);
        private static readonly TimeSpan GirOpp = TimeSpan.FromSeconds(90);
        private static readonly string[] Omraader = ["Skodje", "Moa", "Spjelkavik"];
        private static readonly string[] Kategorier = [Boligkategori.Gjennomgangsbolig, Boligkategori.Tilrettelagt];
        private static readonly string[] Statuser = [Boligstatus.LedigKlar, Boligstatus.Utleid, Boligstatus.Reservert, Boligstatus.UnderVedlikehold];
        private readonly List<Egen> _boliger = [];

        public async Task Skriv(CancellationToken slutt)
        {
            while (!slutt.IsCancellationRequested)
            {
                if (_boliger.Count == 0 || tilfeldig.Next(4) == 0)
                    await Registrer();
                else
                    await Endre(_boliger[tilfeldig.Next(_boliger.Count)]);
                await Task.Delay(tilfeldig.Next(40), CancellationToken.None); // Callers are uneven, and leave room for the faults.
            }
        }

        private async Task Registrer()
        {
            var (fakta, nr) = (NyeFakta(), $"{navn}-{_boliger.Count}");
            var svar = await Til(() => Send(HttpMethod.Post, Sti, Bolig(nr, fakta), "Idempotency-Key", nr));
            Assert.True(svar.Kode == HttpStatusCode.Created, $"POST {nr}: {svar}");
            var id = JsonSerializer.Deserialize<Bolig>(svar.Innhold, JsonSerializerOptions.Web)!.Id;
            _boliger.Add(new Egen(id, nr, fakta, svar.Etag));
            regnskap.Bekreft(id, fakta);
        }

        private async Task Endre(Egen bolig)
        {
            var nye = NyeFakta();
            while (nye == bolig.Fakta)
                nye = NyeFakta();

            var frist = new Frist(GirOpp);
            while (true)
            {
                var svar = await Send(HttpMethod.Put, $"{Sti}/{bolig.Id}", Bolig(bolig.Nr, nye), "If-Match", bolig.Etag);
                if (svar is { Kode: HttpStatusCode.OK })
                {
                    bolig.Etag = svar.Etag;
                    break;
                }

                // Unknown whether it was done, or it was and a second try came too late: look.
                Assert.True(svar is null or { Kode: HttpStatusCode.PreconditionFailed }, $"PUT {bolig.Id}: {svar}");
                frist.Sjekk($"PUT {bolig.Id}: {svar}");
                var naa = await Til(() => Send(HttpMethod.Get, $"{Sti}/{bolig.Id}"));
                Assert.True(naa.Kode == HttpStatusCode.OK, $"GET {bolig.Id}, which is acknowledged: {naa}");
                bolig.Etag = naa.Etag;
                var der = JsonSerializer.Deserialize<Bolig>(naa.Innhold, JsonSerializerOptions.Web)!;
                if (new Fakta(der.Omraade, der.Kategori, der.Status, der.Soverom) == nye)
                    break;
            }

            bolig.Fakta = nye;
            regnskap.Bekreft(bolig.Id, nye);
        }

        private Fakta NyeFakta() => new(Et(Omraader), Et(Kategorier), Et(Statuser), tilfeldig.Next(5));

        private string Et(string[] av) => av[tilfeldig.Next(av.Length)];

        private static BoligInn Bolig(string nr, Fakta fakta) => new()
        {
            LeverandorBoligId = nr,
            Adresse = new("Feilvegen"),
            Omraade = fakta.Omraade,
            Kategori = fakta.Kategori,
            Disposisjonsform = Disposisjonsform.Eid,
            Soverom = fakta.Soverom,
            Status = fakta.Status,
        };

        /// <summary>The same again until there is an answer.</summary>
        private static async Task<Svar> Til(Func<Task<Svar?>> forsoek)
        {
            var frist = new Frist(GirOpp);
            while (true)
            {
                if (await forsoek() is { } svar)
                    return svar;
                frist.Sjekk("no answer");
                await Task.Delay(100, CancellationToken.None);
            }
        }

        /// <summary>Null when it is not known what came of it.</summary>
        private async Task<Svar?> Send(HttpMethod metode, string sti, BoligInn? bolig = null, string? hode = null, string? verdi = null)
        {
            using var frist = new CancellationTokenSource(LengsteForsoek);
            using var foresporsel = new HttpRequestMessage(metode, sti) { Content = bolig is null ? null : JsonContent.Create(bolig) };
            if (hode is not null)
                foresporsel.Headers.TryAddWithoutValidation(hode, verdi);
            try
            {
                using var svar = await klient.SendAsync(foresporsel, frist.Token);
                var innhold = await svar.Content.ReadAsStringAsync(frist.Token);
                return (int)svar.StatusCode >= 500 ? null : new(svar.StatusCode, svar.Headers.ETag?.ToString() ?? "", innhold);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                return null;
            }
        }

        private sealed record Svar(HttpStatusCode Kode, string Etag, string Innhold);

        private sealed class Egen(Guid id, string nr, Fakta fakta, string etag)
        {
            public Guid Id => id;

            public string Nr => nr;

            public Fakta Fakta { get; set; } = fakta;

            public string Etag { get; set; } = etag;
        }

        private sealed class Frist(TimeSpan lengst)
        {
            private readonly long _start = TimeProvider.System.GetTimestamp();

            public void Sjekk(string hva) => Assert.True(TimeProvider.System.GetElapsedTime(_start) < lengst, $"Not acknowledged within {lengst.TotalSeconds} s: {hva}");
        }
    }
}
