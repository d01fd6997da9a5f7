using Boligsosial.Finansiering.Bostoette.Regler;
using Boligsosial.Finansiering.Startlaan.Regler;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>From what is asked to what the rules count with, and back with an explanation.</summary>
internal sealed record Laaneberegning(Husholdning Husholdning, IReadOnlyList<Sats> Satser, Startlaansprofil Profil, decimal? Stressrente, decimal? Styringsrente, Grunnlag? Bostoette)
{
    public const int Aar = 12;
    private const string Oppgitt = "oppgitt i forespørselen";

    public Variantsvar Beregn(Variant v)
    {
        var (aar, fri) = (v.LoepetidAar ?? Profil.LoepetidAar, v.AvdragsfrihetAar ?? 0);
        if (Nedbetalingsvilkaar.Kontroller(aar, fri, v.Langtid, Satser) is { } regel)
            return new(v.Navn, regel, null);
        var type = v.Rentetype ?? Rentetype.Flytende;
        if ((v.Rente ?? Satser.Finn(Laanesatser.Navn(type))?.Verdi + Profil.Paaslag) is not { } rente)
            return new(v.Navn, Laanesatser.Mangler(Laanesatser.Navn(type), "rente"), null);
        var styring = Styringsrente ?? Satser.Finn(Laanesatser.Styringsrente)?.Verdi;
        if ((Stressrente ?? styring + Satser.Verdi(Laanesatser.Stresspaaslag)) is not { } oppgitt)
            return new(v.Navn, Laanesatser.Mangler(Laanesatser.Styringsrente, "styringsrente"), null);
        if (v is { Banklaan: > 0, BankRente: null } or { Banklaan: > 0, BankLoepetidAar: null })
            return new(v.Navn, new("banklaan-ufullstendig", "Et banklån trenger rente og løpetid: disponibelt beløp skal dekke begge lån.", new("forskrift om lån fra Husbanken", "§ 5-3 tredje ledd", new(2020, 1, 1)), "banklaan"), null);
        var loep = new Loep(aar * Aar, fri * Aar, v.Laanetype ?? Laanetype.Annuitet);
        return new(v.Navn, null, Regn(v, loep, rente, Math.Max(oppgitt, rente), styring));
    }

    private Laaneresultat Regn(Variant v, Loep loep, decimal rente, decimal stress, decimal? styring)
    {
        var eieform = v.Eieform ?? Eieform.Selveier;
        var kostnader = Omkostninger.Av(v.Kjoepesum ?? 0, eieform, Satser);
        var omkostninger = v.Omkostninger ?? (v.Kjoepesum is null ? 0 : kostnader.Sum);
        decimal? behov = v.Kjoepesum is { } pris ? Math.Max(0, decimal.Ceiling(pris + omkostninger - (v.Egenkapital ?? 0) - (v.Tilskudd ?? 0) - (v.Banklaan ?? 0))) : null;
        var bank = v.Banklaan > 0 ? new Banklaan(v.Banklaan.Value, v.BankRente!.Value, new(v.BankLoepetidAar!.Value * Aar)) : null;
        var oekonomi = Oekonomi(v);
        var evne = Betjeningsevne.Beregn(oekonomi, loep, rente, stress, behov, bank);
        var utveier = behov is null ? []
            : Utveier.Av(new(oekonomi, loep, stress, behov.Value, bank, v.Kjoepesum, v.Omkostninger is null ? Omkostninger.Andel(eieform, Satser) : 0, v.Egenkapital ?? 0), evne, (int)Satser.Verdi(Laanesatser.LengsteLoepetidSaerlig));
        var stoette = EtterKjoep(evne, eieform);
        return new(
            evne.Laan, decimal.Floor(evne.StoersteLaan), behov, evne.Mangler, evne.Begrensning, evne.Disponibelt, evne.KostnadNaa, evne.KostnadStresset, evne.Margin, rente, Rente.EffektivAv(rente), stress,
            v.Kjoepesum > 0 ? Betjeningsevne.AndelAvKjoepesum(evne.Laan, v.Kjoepesum.Value) : null, stoette, evne.KostnadNaa - stoette, utveier, Forklar(v, oekonomi, evne, loep, rente, stress, styring, omkostninger));
    }

    private Oekonomi Oekonomi(Variant v) => new()
    {
        NettoInntekt = v.NettoInntekt ?? Husholdning.NettoInntekt!.Value,
        Livsopphold = Husholdning.Livsopphold!.Value,
        LivsoppholdMinst = Husholdning.VeiledendeSats ?? 0,
        Gjeld = v.Gjeld ?? Husholdning.Gjeld ?? 0,
        AndreFaste = Husholdning.AndreFaste ?? 0,
        Vedlikehold = Husholdning.Vedlikehold ?? 0,
        Felleskostnader = v.Felleskostnader ?? 0,
        KommunaleAvgifter = v.KommunaleAvgifter ?? 0,
    };

    /// <summary>Boutgifter of an owned dwelling: the terms of the loans, with felleskostnader or kommunale avgifter.</summary>
    private decimal? EtterKjoep(Evne evne, Eieform eieform) => Bostoette is { } b && Satshistorikk.For(b.Dato) is { } satser
        ? Utmaaling.Beregn(b with { BoutgiftPerMaaned = evne.KostnadNaa, Boform = b.Boform != Boform.Leie ? b.Boform : eieform == Eieform.Borettslag ? Boform.Boligselskap : Boform.Annen }, satser).PerMaaned
        : null;

    private List<Laaneledd> Forklar(Variant v, Oekonomi o, Evne e, Loep loep, decimal rente, decimal stress, decimal? styring, decimal omkostninger)
    {
        var (rentesats, styringssats) = (Satser.Finn(Laanesatser.Navn(v.Rentetype ?? Rentetype.Flytende)), Satser.Finn(Laanesatser.Styringsrente));
        var maaneder = $"{loep.Maaneder} måneder, {loep.Avdragsfrie} uten avdrag, {(loep.Type == Laanetype.Serie ? "serie" : "annuitet")}";
        List<Laaneledd> ledd =
        [
            new("Livsopphold", e.LivsoppholdBrukt, "kr/maaned", "§ 5-2 tredje ledd", "det oppgitte, men ikke under veiledende sats for økonomisk sosialhjelp", Oppgitt, Sikkerhet.Funnet),
            new("Disponibelt til terminer", e.Disponibelt, "kr/maaned", "§ 5-2 tredje ledd", string.Join(" − ", new[] { o.NettoInntekt, e.LivsoppholdBrukt, o.Gjeld, o.AndreFaste, o.Vedlikehold, o.Felleskostnader, o.KommunaleAvgifter }.Select(Norsk.Kroner)), Oppgitt, Sikkerhet.Funnet),
            new("Rente", rente, "prosent", "§ 8-2", v.Rente is not null ? "oppgitt" : $"{Norsk.Tall(rentesats!.Verdi)} + påslag {Norsk.Tall(Profil.Paaslag)}", v.Rente is not null ? Oppgitt : rentesats!.Kilde, Sikkerhet.Funnet),
            Stressrente is not null
                ? new("Stressrente", stress, "prosent", "§ 5-2 tredje ledd", "oppgitt, men ikke under renten", Oppgitt, Sikkerhet.Funnet)
                : new("Stressrente", stress, "prosent", "§ 5-2 tredje ledd", $"styringsrenten {Norsk.Tall(styring!.Value)} + {Norsk.Tall(Satser.Verdi(Laanesatser.Stresspaaslag))}, men ikke under renten", Styringsrente is not null ? Oppgitt : styringssats!.Kilde, Styringsrente is not null ? Sikkerhet.Funnet : styringssats!.Sikkerhet),
            new("Til startlånet", Betjeningsevne.Oere(e.TilStartlaan), "kr/maaned", "§ 5-3 tredje ledd", $"{Norsk.Kroner(e.Disponibelt)} − {Norsk.Kroner(Betjeningsevne.Oere(e.BankStresset))} til banken ved stressrenten", Oppgitt, Sikkerhet.Funnet),
            new("Største lån", decimal.Floor(e.StoersteLaan), "kr", "§§ 8-5 og 8-6", $"{maaneder}, {Norsk.Tall(stress)} prosent; rundet ned til hele kroner", "annuitets- eller serieformelen", Sikkerhet.Beregnet),
        ];
        if (e.Behov is { } behov)
        {
            ledd.Add(new("Omkostninger", omkostninger, "kr", "veilederen, forsøk 2.4", v.Omkostninger is not null ? "oppgitt" : "dokumentavgift + tinglysing + etableringsgebyr", v.Omkostninger is not null ? Oppgitt : Satser.Finn(Laanesatser.Etableringsgebyr)?.Kilde ?? "ingen sats for dagen", v.Omkostninger is not null ? Sikkerhet.Funnet : Sikkerhet.Beregnet));
            ledd.Add(new("Finansieringsbehov", behov, "kr", "§ 5-3", $"{Norsk.Kroner(v.Kjoepesum!.Value)} + {Norsk.Kroner(omkostninger)} − egenkapital {Norsk.Kroner(v.Egenkapital ?? 0)} − tilskudd {Norsk.Kroner(v.Tilskudd ?? 0)} − banklån {Norsk.Kroner(v.Banklaan ?? 0)}", Oppgitt, Sikkerhet.Funnet));
        }

        ledd.Add(new("Lån", e.Laan, "kr", "§§ 5-2 og 5-3", "det minste av største lån og finansieringsbehov", "beregnet", Sikkerhet.Beregnet));
        return ledd;
    }
}
