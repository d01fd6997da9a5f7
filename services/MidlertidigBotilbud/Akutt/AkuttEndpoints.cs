namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>Who has no place to sleep, and what is decided: everything under <c>/henvendelser</c>.</summary>
internal static class AkuttEndpoints
{
    public static void MapAkutt(this IEndpointRouteBuilder api)
    {
        var henvendelser = api.MapGroup("/henvendelser").WithTags("Henvendelser");
        RegistrerHenvendelse.Map(henvendelser);
        SoekHenvendelser.Map(henvendelser);

        var henvendelse = henvendelser.MapGroup("/{id:guid}");
        HentHenvendelse.Map(henvendelse);
        LeggTilPersoner.Map(henvendelse);
        RettBehov.Map(henvendelse);
        InnvilgBotilbud.Map(henvendelse);
        AvslaaBotilbud.Map(henvendelse);
        TrekkHenvendelse.Map(henvendelse);
        RegistrerAvvik.Map(henvendelse);
        KlagPaaBotilbud.Map(henvendelse);
        OversendBotilbudsklage.Map(henvendelse);
        AvgjoerBotilbudsklage.Map(henvendelse);
    }
}
