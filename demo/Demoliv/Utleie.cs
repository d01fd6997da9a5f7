namespace Boligsosial.Demoliv;

/// <summary>Those who rent, and those who moved out and in.</summary>
internal sealed class Utleie(Boligregister register, DateOnly idag, int froe)
{
    /// <summary>Numbers of people from here on are of those who rent; below it, of those who apply.</summary>
    private const int Leietakere = 4000;

    private static readonly string[] Aarsaker = ["oppsigelse-leietaker", "oppsigelse-leietaker", "oppsigelse-leietaker", "utloept", "bytte", "doedsfall"];
    private static readonly string[] Behov = ["ingen", "enkel", "enkel", "omfattende"];
    private static readonly string[] Situasjoner = ["nibr-2", "nibr-5", "fare-for-aa-miste", "uegnet-bolig"];

    /// <summary>One who has rented for more than a year, on a contract of three; spread so that some fall due each month.</summary>
    public async Task<Leie> Leier(int nr, Bolig bolig, bool lenge)
    {
        var tall = Liv.Blanding(froe, nr);
        var fra = idag.AddDays(-(lenge ? tall.Next(500, 900) : tall.Next(366, 1090)));
        var personer = await Personer(nr, bolig.Soverom >= 2 && tall.Next(100) < 40 ? 2 : 1);
        var barn = bolig.Soverom >= 2 && tall.Next(100) < 45 ? tall.Next(1, bolig.Soverom + 1) : 0;
        var leie = await Inngaa($"{nr}", bolig, fra, personer, barn, garanti: tall.Next(100) < 40);
        if (!bolig.Bofellesskap && TreAar(fra) < idag.AddMonths(6) && tall.Next(100) < 35)
            await VurderFornyelse(nr, leie, TreAar(fra), tall);
        return leie;
    }

    /// <summary>One who moved out in the course of the year, the dwelling made ready, and one who applied and got it.</summary>
    public async Task<Leie[]> Flytting(int nr, Bolig bolig, bool kjoept)
    {
        var tall = Liv.Blanding(froe, nr);
        var ut = idag.AddDays(-tall.Next(75, 360));
        var foerste = await Inngaa($"{nr}-foer", bolig, ut.AddDays(-tall.Next(400, 1050)), await Personer(nr, 1), 0, garanti: false);
        var aarsak = kjoept ? "kjoept-bolig" : Aarsaker[tall.Next(Aarsaker.Length)];
        await register.Post($"leieforhold/{foerste.Id}/utflytting", $"{nr}-ut", new { aarsak, noekler = 2, dato = ut });

        var kontrollert = ut.AddDays(tall.Next(2, 10));
        var behov = Behov[tall.Next(Behov.Length)];
        await register.Post($"boliger/{bolig.Id}/klargjoering/kontroll", $"{nr}-kontroll", new { behov, dato = kontrollert });
        var klar = behov == "ingen" ? kontrollert : kontrollert.AddDays(tall.Next(5, 30));
        if (behov != "ingen")
            await register.Post($"boliger/{bolig.Id}/klargjoering/ferdig", $"{nr}-ferdig", new { dato = klar });

        var tilbudt = klar.AddDays(tall.Next(2, 10));
        var mottatt = tilbudt.AddDays(-tall.Next(25, 75));
        var (soekere, barn) = (await Personer(nr + 2000, 1), bolig.Soverom >= 2 ? tall.Next(0, bolig.Soverom + 1) : 0);
        var soeknad = await Soeknader.Registrer(register, $"{nr}", "ny", soekere, barn, Situasjoner[tall.Next(Situasjoner.Length)], mottatt, null);
        await Soeknader.Innvilg(register, $"{nr}", soeknad, bolig.Kategori, barn > 0 ? "barnefamilie" : "enslig", mottatt.AddDays(tall.Next(5, 20)));
        var tilbud = await register.Post("tilbud", $"{nr}-tilbud", new { soeknadId = soeknad, boligId = bolig.Id, begrunnelse = "Øverst på ventelisten av dem boligen passer for.", dato = tilbudt });
        var svart = tilbudt.AddDays(tall.Next(1, 6));
        await register.Post($"tilbud/{(string)tilbud["id"]!}/svar", $"{nr}-ja", new { ja = true, dato = svart });
        return [foerste, await Inngaa($"{nr}", bolig, svart.AddDays(tall.Next(2, 10)), soekere, barn, garanti: tall.Next(2) == 0, soeknad)];
    }

    /// <summary>Registered for the unit: each with a number of their own.</summary>
    private async Task<string[]> Personer(int nr, int antall)
    {
        var personer = new string[antall];
        for (var i = 0; i < antall; i++)
            personer[i] = await Soeknader.Person(register, Leietakere + (nr * 2) + i);
        return personer;
    }

    private async Task<Leie> Inngaa(string noekkel, Bolig bolig, DateOnly fra, string[] leietakere, int barn, bool garanti, string? soeknadId = null)
    {
        var svar = await register.Post("leieforhold", $"{noekkel}-leie", new
        {
            boligId = bolig.Id,
            fra,
            til = bolig.Bofellesskap ? (DateOnly?)null : TreAar(fra),
            maanedsleie = bolig.Leie,
            leietakere,
            soeknadId,
            barn,
            garanti = garanti ? 3 * bolig.Leie : 0,
            inngaatt = fra.AddDays(-1),
        });
        var leie = new Leie((string)svar["id"]!, bolig.Id);
        await register.Post($"leieforhold/{leie.Id}/innflytting", $"{noekkel}-inn", new { noekler = 2, dato = fra });
        return leie;
    }

    private async Task VurderFornyelse(int nr, Leie leie, DateOnly til, Random tall)
    {
        var fornyes = tall.Next(100) < 70;
        var dato = til.AddMonths(-6).AddDays(tall.Next(1, 10));
        if (dato > idag)
            return;
        await register.Post($"leieforhold/{leie.Id}/fornyelsesvurdering", $"{nr}-vurdering", new
        {
            kanLeiePrivat = !fornyes,
            kanFaaStartlaan = false,
            utfall = fornyes ? "fornyes" : "fornyes-ikke",
            begrunnelse = fornyes ? "Ikke egnet bolig i det private markedet." : "Kan leie privat med depositum.",
            dato,
        });
        if (fornyes && tall.Next(2) == 0)
            await register.Post($"leieforhold/{leie.Id}/fornyelse", $"{nr}-fornyelse", new { til = TreAar(til), inngaatt = dato });
    }

    /// <summary>The shortest that the law allows (husleieloven § 9-3): from 29 February until 1 March.</summary>
    private static DateOnly TreAar(DateOnly fra) => fra is { Month: 2, Day: 29 } ? new(fra.Year + 3, 3, 1) : fra.AddYears(3);
}
