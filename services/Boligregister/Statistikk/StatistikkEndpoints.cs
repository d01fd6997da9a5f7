namespace Boligsosial.Boligregister.Statistikk;

/// <summary>Figures without people in them: everything under <c>/statistikk</c>.</summary>
internal static class StatistikkEndpoints
{
    public static void MapStatistikk(this IEndpointRouteBuilder api)
    {
        var statistikk = api.MapGroup("/statistikk").WithTags("Statistikk");
        HentSoeknadsstatistikk.Map(statistikk);
        HentBoligstatistikk.Map(statistikk);
        HentGjennomstroemning.Map(statistikk);
        HentHusleiestatistikk.Map(statistikk);
    }
}
