namespace Boligsosial.MidlertidigBotilbud.Oversikt;

/// <summary>NAV's figures: everything under <c>/oversikt</c>.</summary>
internal static class OversiktEndpoints
{
    public static void MapOversikt(this IEndpointRouteBuilder api)
    {
        var oversikt = api.MapGroup("/oversikt").WithTags("Oversikt");
        HentKapasitet.Map(oversikt);
        HentTilbyderbruk.Map(oversikt);
        HentBotilbudstatistikk.Map(oversikt);
    }
}
