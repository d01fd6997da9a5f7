namespace Boligsosial.BoligsosialEnhet.Utleie;

/// <summary>Lettings, counted: <c>/oversikt/utleie</c>, and what it is kept up to date by.</summary>
internal static class UtleieEndpoints
{
    public static void MapUtleie(this IEndpointRouteBuilder api)
    {
        var oversikt = api.MapGroup("/oversikt").WithTags("Oversikt");
        HentUtleie.Map(oversikt);
    }
}
