namespace Boligsosial.Finansiering.Bostoettesaker;

/// <summary>Bostøtte cases: everything under <c>/bostoette/saker</c>.</summary>
internal static class BostoettesakEndpoints
{
    public static void MapBostoettesaker(this IEndpointRouteBuilder api)
    {
        var saker = api.MapGroup("/bostoette/saker").WithTags("Bostøttesaker");
        RegistrerSak.Map(saker);
        SoekSaker.Map(saker);
        HentSak.Map(saker);

        var sak = saker.MapGroup("/{id:guid}");
        RettMangler.Map(sak);
        RegistrerVedtak.Map(sak);
        RegistrerKlage.Map(sak);
        AvgjoerKlage.Map(sak);
        OverfoerBostoette.Map(sak);
    }
}
