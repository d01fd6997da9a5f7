using System.Text;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Boliger.Csv;

namespace Boligsosial.Boligregister.Tests.Csv;

/// <summary>A file as <see cref="CsvLeser"/> reads it.</summary>
internal sealed record Lest(
    IReadOnlyList<Linjefeil> Overskrift, IReadOnlyList<(int Linje, Boligdata? Bolig, List<Linjefeil> Feil)> Rader, IReadOnlyList<string> Ignorerte)
{
    public const string Hode = "leverandorboligid;gatenavn;omraade;kategori;antallsoverom;boligstatus";

    /// <summary>The only line's dwelling, without faults.</summary>
    public Boligdata Bolig
    {
        get
        {
            Assert.Empty(Overskrift);
            var (_, bolig, feil) = Assert.Single(Rader);
            Assert.Empty(feil);
            return bolig!;
        }
    }

    /// <summary>Every fault with its line: «3:antall-celler».</summary>
    public IEnumerable<string> Feil => Overskrift.Concat(Rader.SelectMany(r => r.Feil)).Select(f => $"{f.Linje}:{f.Kode}");

    public IEnumerable<string?> Gater => Rader.Select(r => r.Bolig?.Adresse.Gatenavn);

    public static Task<Lest> Av(string tekst) => Av(new MemoryStream(Encoding.UTF8.GetBytes(tekst)));

    public static Task<Lest> Av(byte[] fil) => Av(new MemoryStream(fil));

    public static async Task<Lest> Av(Stream fil)
    {
        await using (fil)
        using (var leser = new CsvLeser(fil))
        {
            var overskrift = await leser.LesOverskrift(TestContext.Current.CancellationToken);
            var rader = new List<(int, Boligdata?, List<Linjefeil>)>();
            if (overskrift.Count == 0)
            {
                await foreach (var rad in leser.Les(TestContext.Current.CancellationToken))
                    rader.Add(rad);
            }

            return new(overskrift, rader, leser.Ignorerte);
        }
    }

    /// <summary>One line in the columns of <see cref="Hode"/> and one more.</summary>
    public static async Task<Lest> Celle(string kolonne, string celle) =>
        await Av($"{Hode};{kolonne}\nA1;Fjordgata;Skodje;bemannet;1;utleid;{celle}\n");
}
