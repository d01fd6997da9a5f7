namespace Boligsosial.Demoliv;

/// <summary>Agreements, plans and what was inspected.</summary>
internal sealed class Bestand(Boligregister register, DateOnly idag)
{
    private const int Undersoekt = 40;

    public async Task Spill(Bolig[] boliger)
    {
        // 40 % of 12 is 4; the agreement of 2017 says 5.
        var avtale = await register.Post("tilvisningsavtaler", "tilvisning", new
        {
            prosjekt = "Syntetisk Brygga",
            utleier = "Syntetisk Utleie AS",
            antallBoliger = 12,
            andel = 0.40m,
            avtaltAntall = 5,
            merknad = "Avtalen fra 2017 sier 5 av 12. 40 % av 12 er 4,8.",
            fra = new DateOnly(2017, 6, 1),
            til = new DateOnly(2037, 6, 1),
        });
        foreach (var boenhet in new[] { "H0101", "H0203", "H0301" })
            await register.Post($"tilvisningsavtaler/{(string)avtale["id"]!}/tilvisninger", $"tilvisning-{boenhet}", new { boenhet, dato = idag.AddDays(-200) });
        await register.Post("kjoepsplaner", "kjoep-1", new { aar = idag.Year + 1, antall = 3, kategori = "gjennomgangsbolig", soverom = 4, tilgjengelighet = "ordinaer", merknad = "Familier med flere enn tre barn." });
        await register.Post("kjoepsplaner", "kjoep-2", new { aar = idag.Year + 1, antall = 4, kategori = "tilrettelagt", soverom = 1, tilgjengelighet = "rullestol", merknad = "Enslige." });

        await Parallel.ForAsync(0, Math.Min(Undersoekt, boliger.Length), new ParallelOptions { MaxDegreeOfParallelism = Liv.Samtidige }, async (i, _) =>
        {
            var dato = idag.AddDays(-10 - (i * 17));
            await register.Post($"boliger/{boliger[i].Id}/tilstand", $"tilstand-{i}", new { tilstandsgrad = i % 4, dato });
            await register.Post($"boliger/{boliger[i].Id}/tilsyn", $"tilsyn-{i}", new
            {
                roeykvarsler = new { resultat = i % 5 == 0 ? "avvik" : "ok" },
                slokkeutstyr = new { resultat = i % 9 == 0 ? "avvik" : "ok" },
                el = new { resultat = "ok" },
                dato,
            });
        });
    }
}
