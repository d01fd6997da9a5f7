namespace Boligsosial.Boligregister.Soeknader;

/// <summary>Applications for municipal dwellings: everything under <c>/soeknader</c>.</summary>
internal static class SoeknadEndpoints
{
    public static void MapSoeknader(this IEndpointRouteBuilder api)
    {
        var soeknader = api.MapGroup("/soeknader").WithTags("Søknader");
        RegistrerSoeknad.Map(soeknader);
        HentSoeknad.Map(soeknader);

        var soeknad = soeknader.MapGroup("/{id:guid}");
        InnvilgSoeknad.Map(soeknad);
        AvslaaSoeknad.Map(soeknad);
    }
}
