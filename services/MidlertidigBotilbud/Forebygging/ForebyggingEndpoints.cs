namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>Before somebody loses a home: everything under <c>/forebygging</c>.</summary>
internal static class ForebyggingEndpoints
{
    public static void MapForebygging(this IEndpointRouteBuilder api)
    {
        var saker = api.MapGroup("/forebygging").WithTags("Forebygging");
        SoekForebygging.Map(saker);
        HentNettverkssaker.Map(saker);

        var sak = saker.MapGroup("/{id:guid}");
        BesvarFravikelse.Map(sak);
        DekkRestanse.Map(sak);
        MeldNettverksgruppe.Map(sak);

        var dekning = sak.MapGroup("/dekning/{vedtakId:guid}");
        KlagPaaDekning.Map(dekning);
        OversendDekningsklage.Map(dekning);
        AvgjoerDekningsklage.Map(dekning);
    }
}
