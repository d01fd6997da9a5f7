namespace Boligsosial.Finansiering.Statistikk;

/// <summary>What others have counted: everything under <c>/statistikk</c>.</summary>
internal static class StatistikkEndpoints
{
    public static void MapStatistikk(this IEndpointRouteBuilder api)
    {
        var statistikk = api.MapGroup("/statistikk").WithTags("Statistikk");
        ImporterHistoriskeTall.Map(statistikk);
        HentHistoriskeTall.Map(statistikk);
    }
}
