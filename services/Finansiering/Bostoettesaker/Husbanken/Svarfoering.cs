using Boligsosial.Felles;
using Boligsosial.Finansiering.Bostoette.Regler;

namespace Boligsosial.Finansiering.Bostoettesaker.Husbanken;

/// <summary>
/// Goes through the lines of an answer once, writes down what is new and keeps count. An answer tells of a person, so months before the case are of an earlier one and are left alone.
/// </summary>
internal sealed class Svarfoering(DateOnly idag, List<Linjefeil> feil)
{
    public int NyeVedtak { get; private set; }

    public int NyeUtbetalinger { get; private set; }

    public int Kjente { get; private set; }

    public int Venter { get; private set; }

    /// <summary>True when the case was changed.</summary>
    public bool Foer(Bostoettesak sak, Husbankensvar linje)
    {
        var foer = NyeVedtak + NyeUtbetalinger;
        foreach (var maaned in linje.Saker)
            Feil(linje, "saker", Vedtak(sak, linje, maaned));
        foreach (var utbetaling in linje.Utbetalinger)
            Feil(linje, "utbetalinger", Utbetaling(sak, utbetaling));
        return NyeVedtak + NyeUtbetalinger > foer;
    }

    private Avvisning? Vedtak(Bostoettesak sak, Husbankensvar linje, Husbankensvar.Sak svar)
    {
        if (svar.Maaned < sak.Maaned)
            return null;
        if (svar.Kode is null)
        {
            Venter++;
            return null;
        }

        if (sak.Vedtak.Find(v => v.Maaned == svar.Maaned) is { } kjent)
        {
            // An answer from before the klage was decided, once more, says what was decided then.
            if (kjent.Kode == svar.Kode || (kjent.Tidligere.Exists(t => t.Kode == svar.Kode) && !(linje.Vedtaksdato >= kjent.Dato)))
            {
                Kjente++;
                return null;
            }

            if (!kjent.VenterNyttVedtak)
                return new("vedtak-ulikt", $"For {svar.Maaned:yyyy-MM} er {kjent.Kode} ført før.");
        }
        else if (svar.Maaned >= sak.AvloestFra)
        {
            return null;
        }

        if (linje.Vedtaksdato is not { } dato)
            return new("vedtaksdato-mangler", "Et nytt vedtak må ha dagen det ble gjort.", Felt: "vedtaksdato");
        if (Datokontroll.Kontroller(dato, idag, sak.Mottatt, "vedtaksdato", "søknaden kom") is { } feilDato)
            return feilDato;
        NyeVedtak++;
        var nei = sak.Avgjoer(new()
        {
            SakId = sak.Id,
            Maaned = svar.Maaned,
            Kode = svar.Kode,
            Dato = dato,
            Klagefrist = Klagefrist.Av(dato),
            Utbetales = svar.Kode == "V00" ? Bostoettefrister.Utbetales(svar.Maaned) : null,
        });
        return nei is { Felt: "dato" } ? nei with { Felt = "vedtaksdato" } : nei;
    }

    /// <summary>
    /// Bostøtte is paid in the month after the one that it is for (§ 13). When that one is not granted, it is what a klage has given for a month before: the answer does not
    /// say which, so the first that is not paid.
    /// </summary>
    private Avvisning? Utbetaling(Bostoettesak sak, Husbankensvar.Utbetaling svar)
    {
        if (svar.Dato > idag)
        {
            Venter++;
            return null;
        }

        var maaned = new DateOnly(svar.Dato.Year, svar.Dato.Month, 1).AddMonths(-1);
        if (maaned < sak.Maaned || maaned >= sak.AvloestFra)
            return null;
        if (sak.Vedtak.SelectMany(v => v.Utbetalinger).FirstOrDefault(u => u.Dato == svar.Dato) is { } kjent)
        {
            Kjente++;
            return (kjent.Beloep, kjent.Mottaker) == (svar.Beloep, svar.Mottaker) ? null : new("utbetaling-ulik", $"Utbetalingen {svar.Dato:yyyy-MM-dd} er ført før, med et annet beløp eller en annen mottaker.");
        }

        var vedtak = sak.Vedtak.Find(v => v.Maaned == maaned && v.Kode == "V00")
            ?? sak.Vedtak.Where(v => v is { Kode: "V00", Tidligere.Count: > 0 } && v.Maaned < maaned && v.Dato <= svar.Dato).OrderBy(v => v.Utbetalinger.Count).ThenBy(v => v.Maaned).FirstOrDefault();
        if (vedtak is null)
            return new("utbetaling-uten-vedtak", $"Det er ikke innvilget bostøtte for {maaned:yyyy-MM}.");
        NyeUtbetalinger++;
        vedtak.Utbetalinger.Add(new() { SakId = sak.Id, Maaned = vedtak.Maaned, Dato = svar.Dato, Beloep = svar.Beloep, Mottaker = svar.Mottaker });
        vedtak.Beloep ??= svar.Beloep;
        return null;
    }

    private void Feil(Husbankensvar linje, string felt, Avvisning? nei)
    {
        if (nei is not null)
            feil.Add(new(linje.Linje, nei.Felt ?? felt, nei.Kode, nei.Tekst));
    }
}
