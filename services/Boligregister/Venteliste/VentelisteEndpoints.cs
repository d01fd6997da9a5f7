namespace Boligsosial.Boligregister.Venteliste;

/// <summary>The waiting list: everything under <c>/venteliste</c>.</summary>
internal static class VentelisteEndpoints
{
    public static void MapVenteliste(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
