using System.Globalization;
using System.Text.Json;
using Boligsosial.Felles;

namespace Boligsosial.Finansiering.Bostoettesaker.Husbanken;

/// <summary>What is wrong with a line of an answer. Says nothing of what is in it.</summary>
/// <param name="Linje">1 for the first.</param>
/// <param name="Felt">The field, when it is one.</param>
/// <param name="Kode">Stable, in kebab-case.</param>
/// <param name="Melding">For people.</param>
public sealed record Linjefeil(int Linje, string? Felt, string Kode, string Melding);

/// <summary>
/// A line of an answer file. <c>saker</c> and <c>utbetalinger</c> are Husbanken's own public answer on one person, as NAV reads it («husbankenSvar.json» of navikt/sosialhjelp-soknad-api:
/// mnd, ar, status, vedtak with kode and type, rolle; utbetalingsdato, belop, mottaker, rolle). <c>referanse</c> and <c>vedtaksdato</c> are ours: the answer names neither the
/// case nor the day of the vedtak, and a klage runs from that.
/// </summary>
internal sealed record Husbankensvar(int Linje, Guid Referanse, DateOnly? Vedtaksdato, IReadOnlyList<Husbankensvar.Sak> Saker, IReadOnlyList<Husbankensvar.Utbetaling> Utbetalinger)
{
    private const decimal HoeyesteBeloep = 100_000;

    /// <summary>A month; the code is null while it is under treatment.</summary>
    internal sealed record Sak(DateOnly Maaned, string? Kode);

    internal sealed record Utbetaling(DateOnly Dato, decimal Beloep, Mottaker Mottaker);

    /// <summary>Reads a line; null when something in it is wrong, which is added to <paramref name="feil"/>. What is told of others in the household (BIPERSON) is not ours.</summary>
    public static Husbankensvar? Les(int linje, string tekst, List<Linjefeil> feil)
    {
        var foer = feil.Count;
        try
        {
            using var dokument = JsonDocument.Parse(tekst, new() { MaxDepth = 8 });
            var rot = dokument.RootElement;
            if (!Guid.TryParseExact(Tekst(rot, "referanse"), "D", out var referanse))
                Feil("referanse", "ugyldig-verdi", "Må være referansen fra forsendelsen.");
            var vedtaksdato = Dato(rot, "vedtaksdato");
            if (vedtaksdato is null && Tekst(rot, "vedtaksdato") is not null)
                Feil("vedtaksdato", "ugyldig-verdi", "Må være en dato (2026-12-10).");
            var saker = Liste(rot, "saker").Select(LesSak).OfType<Sak>().OrderBy(s => s.Maaned).ToList();
            var utbetalinger = Liste(rot, "utbetalinger").Select(LesUtbetaling).OfType<Utbetaling>().OrderBy(u => u.Dato).ToList();
            if (saker.DistinctBy(s => s.Maaned).Count() < saker.Count)
                Feil("saker", "to-ganger", "Samme måned står to ganger.");
            if (utbetalinger.DistinctBy(u => u.Dato).Count() < utbetalinger.Count)
                Feil("utbetalinger", "to-ganger", "Samme utbetalingsdato står to ganger.");
            return feil.Count == foer ? new(linje, referanse, vedtaksdato, saker, utbetalinger) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            Feil(null, "ugyldig-json", "Linjen er ikke JSON med felter av de typene kontrakten har.");
            return null;
        }

        Sak? LesSak(JsonElement sak)
        {
            if (!Hovedperson(sak, "saker.rolle"))
                return null;
            var (aar, mnd) = (Tall(sak, "ar"), Tall(sak, "mnd"));
            if (aar is not (>= 2017 and <= 2199) || mnd is not (>= 1 and <= 12))
                Feil("saker.mnd", "ugyldig-verdi", "Må være en måned fra 2017 til 2199.");
            var (status, vedtak) = (Tekst(sak, "status"), sak.TryGetProperty("vedtak", out var v) && v.ValueKind == JsonValueKind.Object ? v : default(JsonElement?));
            var (kode, type) = vedtak is { } funnet ? (Tekst(funnet, "kode"), Tekst(funnet, "type")) : default;
            if (status is not ("VEDTATT" or "UNDER_BEHANDLING") || (status == "VEDTATT" && kode is null))
                Feil("saker.status", "ugyldig-verdi", "Må være VEDTATT, med vedtak, eller UNDER_BEHANDLING.");
            else if (status == "VEDTATT" && !Bostoettesak.Koder.Contains(kode))
                Feil("saker.vedtak.kode", "ukjent-verdi", Avvisning.UkjentVerdi("", Bostoettesak.Koder).Tekst);
            else if (status == "VEDTATT" && type is not null && (type == "INNVILGET") != (kode == "V00"))
                Feil("saker.vedtak.type", "ugyldig-verdi", "INNVILGET hører til V00, og bare den.");
            return feil.Count == foer ? new(new((int)aar!, (int)mnd!, 1), status == "VEDTATT" ? kode : null) : null;
        }

        Utbetaling? LesUtbetaling(JsonElement utbetaling)
        {
            if (!Hovedperson(utbetaling, "utbetalinger.rolle"))
                return null;
            var (dato, beloep, mottaker) = (Dato(utbetaling, "utbetalingsdato"), Tall(utbetaling, "belop"), Tekst(utbetaling, "mottaker"));
            if (dato is not { Year: >= 2017 and <= 2199 })
                Feil("utbetalinger.utbetalingsdato", "ugyldig-verdi", "Må være en dato fra 2017 til 2199.");
            if (beloep is not (> 0 and <= HoeyesteBeloep) || decimal.Round(beloep.Value, 2) != beloep)
                Feil("utbetalinger.belop", "ugyldig-verdi", $"Må være over 0 og inntil {HoeyesteBeloep:0}, med høyst to desimaler.");
            if (mottaker is not ("HUSSTAND" or "KOMMUNE"))
                Feil("utbetalinger.mottaker", "ukjent-verdi", "Må være HUSSTAND eller KOMMUNE.");
            return feil.Count == foer ? new(dato!.Value, beloep!.Value, mottaker == "KOMMUNE" ? Mottaker.Kommune : Mottaker.Husstand) : null;
        }

        bool Hovedperson(JsonElement element, string felt)
        {
            var rolle = Tekst(element, "rolle");
            if (rolle is not ("HOVEDPERSON" or "BIPERSON"))
                Feil(felt, "ukjent-verdi", "Må være HOVEDPERSON eller BIPERSON.");
            return rolle == "HOVEDPERSON";
        }

        void Feil(string? felt, string kode, string melding) => feil.Add(new(linje, felt, kode, melding));
    }

    private static IEnumerable<JsonElement> Liste(JsonElement fra, string navn) =>
        fra.TryGetProperty(navn, out var liste) && liste.ValueKind != JsonValueKind.Null ? liste.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static string? Tekst(JsonElement fra, string navn) => fra.TryGetProperty(navn, out var verdi) ? verdi.GetString() : null;

    private static decimal? Tall(JsonElement fra, string navn) => fra.TryGetProperty(navn, out var verdi) && verdi.TryGetDecimal(out var tall) && (navn == "belop" || decimal.Truncate(tall) == tall) ? tall : null;

    private static DateOnly? Dato(JsonElement fra, string navn) => DateOnly.TryParseExact(Tekst(fra, navn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dato) ? dato : null;
}
