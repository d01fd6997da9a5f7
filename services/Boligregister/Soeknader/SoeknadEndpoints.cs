namespace Boligsosial.Boligregister.Soeknader;

/// <summary>Applications for municipal dwellings: everything under <c>/soeknader</c>.</summary>
internal static class SoeknadEndpoints
{
    public static void MapSoeknader(this IEndpointRouteBuilder api)
    {
        _ = api;
    }
}
