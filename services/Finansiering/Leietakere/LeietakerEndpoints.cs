namespace Boligsosial.Finansiering.Leietakere;

/// <summary>The municipality's tenants: everything under <c>/leietakere</c>.</summary>
internal static class LeietakerEndpoints
{
    public static void MapLeietakere(this IEndpointRouteBuilder api)
    {
        var leietakere = api.MapGroup("/leietakere").WithTags("Leietakere");
        SoekLeietakereUtenBostoette.Map(leietakere);
    }
}
