namespace Boligsosial.Finansiering.Bostoette;

/// <summary>Bostøtte: everything under <c>/bostoette</c>.</summary>
internal static class BostoetteEndpoints
{
    public static void MapBostoette(this IEndpointRouteBuilder api)
    {
        var bostoette = api.MapGroup("/bostoette").WithTags("Bostøtte");
        BeregnBostoette.Map(bostoette);
        SammenlignBostoette.Map(bostoette);
        BeregnMaanedsliste.Map(bostoette);
        KontrollerVilkaar.Map(bostoette);
        HentFrister.Map(bostoette);
        HentBostoettestatistikk.Map(bostoette);
        RegistrerVedtaksgrunnlag.Map(bostoette);
    }
}
