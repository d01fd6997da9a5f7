using Boligsosial.Contracts;
using Boligsosial.Contracts.Boligregister;

namespace Boligsosial.Finansiering.Tests.Leietakere;

/// <summary>What is kept of boligregister's events, built anew: with a database of its own, as it begins from nothing.</summary>
public sealed class GjenoppbyggingTests(FinansieringTjeneste tjeneste) : IClassFixture<FinansieringTjeneste>
{
    [Fact]
    public async Task Bygd_paa_nytt_i_hvilken_rekkefoelge_som_helst_er_det_det_samme()
    {
        var (loeper, over) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        IHendelse[] skjedd =
        [
            new LeieforholdInngaatt(loeper, Guid.Empty, null, new(2025, 1, 1), new(2028, 1, 1), [Guid.CreateVersion7()], 1), new LeieFastsatt(loeper, new(2025, 1, 1), 9_000), new LeieFastsatt(loeper, new(2026, 1, 1), 9_200),
            new LeieforholdInngaatt(over, Guid.Empty, null, new(2023, 1, 1), new(2026, 1, 1), [Guid.CreateVersion7()]), new LeieFastsatt(over, new(2023, 1, 1), 8_000),
            new LeieUtloeperSnart(over, Guid.Empty, new(2026, 1, 1), [Guid.CreateVersion7()]), new LeieUtloeperSnart(loeper, Guid.Empty, new(2028, 1, 1), [Guid.CreateVersion7()]),
            new LeieforholdOpphoert(over, Guid.Empty, new(2025, 12, 31), "utloept", []),
        ];
        await tjeneste.Skjedde(skjedd);
        var foer = await Alt();

        for (var froe = 0; froe < 4; froe++)
        {
            await tjeneste.ByggPaaNytt(froe, skjedd);
            Assert.Equal(foer, await Alt());
        }

        Task<string> Alt() => tjeneste.Sql<string>(
            $"""
            SELECT string_agg(t, ' ' ORDER BY t) FROM (
                SELECT l::text AS t FROM kommunal_leie l WHERE leieforhold_id IN ('{loeper}', '{over}') UNION ALL SELECT s::text FROM kommunal_leiesum s WHERE leieforhold_id IN ('{loeper}', '{over}')
                UNION ALL SELECT concat(leieforhold_id, leietakere, utloeper, opprettet, status) FROM kjoepsvurdering WHERE leieforhold_id IN ('{loeper}', '{over}')) alt
            """);
    }
}
