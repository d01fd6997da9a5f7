namespace Boligsosial.MidlertidigBotilbud.Plasser;

/// <summary>Places, their conditions and quality, and which are free tonight.</summary>
internal static class PlassEndpoints
{
    public static void MapPlasser(this IEndpointRouteBuilder api)
    {
        var tilbydere = api.MapGroup("/tilbydere").WithTags("Plasser");
        RegistrerTilbyder.Map(tilbydere);
        HentTilbydere.Map(tilbydere);

        var plasser = api.MapGroup("/plasser").WithTags("Plasser");
        RegistrerPlass.Map(plasser);
        SoekPlasser.Map(plasser);
        HentPlass.Map(plasser);
        EndrePlass.Map(plasser);
        KontrollerKvalitet.Map(plasser);
        StengPlass.Map(plasser);
        HentStengninger.Map(plasser);
        AapnePlass.Map(plasser);

        FinnPlass.Map(api.MapGroup("/henvendelser/{id:guid}").WithTags("Plasser"));
    }
}
