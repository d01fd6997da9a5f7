using Boligsosial.Bench;

// Parts of a measurement that want a process of their own call this program again.
switch (args)
{
    case ["last", var fil, var forbindelser, var sekunder, var perSekund, var token, var innhold]:
        return await Last.Kjoer(Array.ConvertAll(await File.ReadAllLinesAsync(fil), u => new Uri(u)), int.Parse(forbindelser), TimeSpan.FromSeconds(int.Parse(sekunder)), int.Parse(perSekund), token, innhold);
    case ["yarp", var maal]:
        await BarYarp.Kjoer(maal);
        return 0;
    case ["tjeneste", var database, var rabbitMq]:
        await BarTjeneste.Kjoer(database, rabbitMq);
        return 0;
}

var maalinger = new (string Navn, Func<Tabell, Task> Kjoer)[]
{
    ("start", StartBench.Kjoer),
    ("minne", MinneBench.Kjoer),
    ("import", ImportBench.Kjoer),
    ("soek", tabell => SoekBench.Kjoer(tabell, args.Contains("--explain"))),
    ("gateway", GatewayBench.Kjoer),
    ("logg", LoggBench.Kjoer),
    ("soeknad", SoeknadBench.Kjoer),
    ("tildeling", TildelingBench.Kjoer),
    ("husleie", HusleieBench.Kjoer),
    ("bostoette", BostoetteBench.Kjoer),
    ("botilbud", BotilbudBench.Kjoer),
    ("meldinger", Boligsosial.Bench.Benk.MeldingBench.Kjoer),
};
var navn = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
if (navn.Except(maalinger.Select(m => m.Navn)).Any())
{
    await Console.Error.WriteLineAsync($"usage: ./boligsosial bench [{string.Join('|', maalinger.Select(m => m.Navn))}] … [--explain]");
    return 2;
}

// A limit that does not hold is a «no» in the table, not an exit code: how long things take depends on who else is there.
var alle = new Tabell();
foreach (var maaling in maalinger.Where(m => navn.Count == 0 || navn.Contains(m.Navn)))
{
    await Console.Error.WriteLineAsync($"{maaling.Navn} …");
    await maaling.Kjoer(alle);
}

alle.Skriv(Console.Out);
return 0;
