namespace Boligsosial.BoligsosialEnhet.Oversikt;

/// <summary>The municipality's overview: everything under <c>/oversikt</c>, and what it is kept up to date by.</summary>
internal static class OversiktEndpoints
{
    public static void MapOversikt(this IEndpointRouteBuilder api)
    {
        var oversikt = api.MapGroup("/oversikt").WithTags("Oversikt");
        HentBoligmasse.Map(oversikt);
    }
}
