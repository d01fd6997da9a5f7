namespace Boligsosial.Boligregister.Venteliste;

/// <summary>The waiting list: everything under <c>/venteliste</c>.</summary>
internal static class VentelisteEndpoints
{
    public static void MapVenteliste(this IEndpointRouteBuilder api)
    {
        var venteliste = api.MapGroup("/venteliste").WithTags("Venteliste");
        HentVenteliste.Map(venteliste);
        ForklarPlass.Map(venteliste);
        TaOeyeblikksbilde.Map(venteliste);
        HentOeyeblikksbilde.Map(venteliste);
    }
}
