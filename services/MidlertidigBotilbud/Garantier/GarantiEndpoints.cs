namespace Boligsosial.MidlertidigBotilbud.Garantier;

/// <summary>Garanti and depositum: everything under <c>/garantier</c>.</summary>
internal static class GarantiEndpoints
{
    public static void MapGarantier(this IEndpointRouteBuilder api)
    {
        var garantier = api.MapGroup("/garantier").WithTags("Garantier");
        AvgjoerGaranti.Map(garantier);
        SoekGarantier.Map(garantier);
        HentGarantirisiko.Map(garantier);

        var garanti = garantier.MapGroup("/{id:guid}");
        KrevGaranti.Map(garanti);
        FrigiGaranti.Map(garanti);
        KlagPaaGaranti.Map(garanti);
        OversendGarantiklage.Map(garanti);
        AvgjoerGarantiklage.Map(garanti);
    }
}
