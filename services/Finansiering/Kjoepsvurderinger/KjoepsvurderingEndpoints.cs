namespace Boligsosial.Finansiering.Kjoepsvurderinger;

/// <summary>Tenants who could buy: everything under <c>/kjoepsvurderinger</c>.</summary>
internal static class KjoepsvurderingEndpoints
{
    public static void MapKjoepsvurderinger(this IEndpointRouteBuilder api)
    {
        var vurderinger = api.MapGroup("/kjoepsvurderinger").WithTags("Leie til eie");
        ForeslaaKjoepsvurdering.Map(vurderinger);
        SoekKjoepsvurderinger.Map(vurderinger);

        var vurdering = vurderinger.MapGroup("/{id:guid}");
        HentKjoepsvurdering.Map(vurdering);
        RegistrerSamtykke.Map(vurdering);
        TrekkSamtykke.Map(vurdering);
        BeregnKjoep.Map(vurdering);
        AvklarKjoep.Map(vurdering);
        KnyttSoeknad.Map(vurdering);
    }
}
