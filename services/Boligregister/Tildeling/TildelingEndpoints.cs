namespace Boligsosial.Boligregister.Tildeling;

/// <summary>Allocation: <c>/tildelingsmoeter</c>, <c>/tilbud</c>, and who is next for a dwelling.</summary>
internal static class TildelingEndpoints
{
    public static void MapTildeling(this IEndpointRouteBuilder api)
    {
        var moeter = api.MapGroup("/tildelingsmoeter").WithTags("Tildeling");
        HoldTildelingsmoete.Map(moeter);
        HentTildelingsmoete.Map(moeter);
        EndreTildelingsrad.Map(moeter);
        AvsluttTildelingsmoete.Map(moeter);

        var tilbud = api.MapGroup("/tilbud").WithTags("Tildeling");
        GiTilbud.Map(tilbud);
        SoekTilbud.Map(tilbud);
        BesvarTilbud.Map(tilbud);
        HentKandidater.Map(api);
    }
}
