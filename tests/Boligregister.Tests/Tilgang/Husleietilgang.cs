using Boligsosial.Testing;

namespace Boligsosial.Boligregister.Tests.Tilgang;

/// <summary>A lease's rent, a payment and a fravikelsessak of the unit, for the endpoints that are about one.</summary>
internal static class Husleietilgang
{
    private static readonly Dictionary<string, (Hva Hva, string Innhold)> Endepunkter = new(StringComparer.Ordinal)
    {
        ["HentReskontro"] = (Hva.Leieforhold, "{}"),
        ["KorrigerKrav"] = (Hva.Leieforhold, """{"maaned":"2026-12","begrunnelse":"x"}"""),
        ["BetalTilbake"] = (Hva.Leieforhold, """{"beloep":1,"begrunnelse":"x"}"""),
        ["SettBetalingsform"] = (Hva.Leieforhold, """{"form":"faktura"}"""),
        ["InngaaBetalingsavtale"] = (Hva.Leieforhold, """{"avdrag":[{"forfall":"2026-12-15","beloep":1}]}"""),
        ["OpphevBetalingsavtale"] = (Hva.Leieforhold, """{"begrunnelse":"x"}"""),
        ["PlasserInnbetaling"] = (Hva.Innbetaling, """{"leieforholdId":"LEIEFORHOLD"}"""),
        ["TilbakefoerInnbetaling"] = (Hva.Innbetaling, """{"begrunnelse":"x"}"""),
        ["HentFravikelse"] = (Hva.Fravikelse, "{}"),
        ["SendVarsel"] = (Hva.Fravikelse, "{}"),
        ["VarsleNav"] = (Hva.Fravikelse, """{"kopiTilLeietaker":"2026-12-01"}"""),
        ["RegistrerNavsvar"] = (Hva.Fravikelse, """{"utfall":"ingen"}"""),
        ["RegistrerReservasjon"] = (Hva.Fravikelse, "{}"),
        ["SendBegjaering"] = (Hva.Fravikelse, "{}"),
        ["RegistrerGjennomfoering"] = (Hva.Fravikelse, "{}"),
        ["AvvergFravikelse"] = (Hva.Fravikelse, """{"aarsak":"betalt"}"""),
    };

    private enum Hva
    {
        Leieforhold,
        Innbetaling,
        Fravikelse,
    }

    public static async Task<Sak?> Sak(BoligregisterTjeneste tjeneste, string endepunkt, string enhet, Leiesak sak)
    {
        if (!Endepunkter.TryGetValue(endepunkt, out var kjent))
            return null;
        var id = kjent.Hva switch
        {
            Hva.Leieforhold => sak.Leieforhold,
            Hva.Innbetaling => $"{await tjeneste.Sql<Guid>($"INSERT INTO innbetaling VALUES (gen_random_uuid(), '{enhet}', gen_random_uuid()::text, '2026-11-01', 1, NULL, NULL, now()) RETURNING id")}",
            _ => $"{await tjeneste.Sql<Guid>(
                $$"""
                WITH ny AS (
                    INSERT INTO fravikelsessak (id, leieforhold_id, enhet, purret, barn, steg)
                    SELECT gen_random_uuid(), id, enhet, '2026-10-15', 0, '[{"hva":"purring","dato":"2026-10-15","av":"x"}]' FROM leieforhold WHERE id = '{{sak.Leieforhold}}'
                    ON CONFLICT DO NOTHING RETURNING id)
                SELECT id FROM ny UNION ALL SELECT id FROM fravikelsessak WHERE leieforhold_id = '{{sak.Leieforhold}}' LIMIT 1
                """)}",
        };
        return new(new Dictionary<string, string> { ["id"] = id }, kjent.Innhold.Replace("LEIEFORHOLD", sak.Leieforhold, StringComparison.Ordinal));
    }
}
