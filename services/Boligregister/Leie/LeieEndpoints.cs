namespace Boligsosial.Boligregister.Leie;

/// <summary>Leases: everything under <c>/leieforhold</c>, and the neighbours of a dwelling.</summary>
internal static class LeieEndpoints
{
    public static void MapLeie(this IEndpointRouteBuilder api)
    {
        var leieforhold = api.MapGroup("/leieforhold").WithTags("Leieforhold");
        InngaaLeieforhold.Map(leieforhold);
        HentLeieforhold.Map(leieforhold);
        SoekLeieforhold.Map(leieforhold);
        HentNaboer.Map(api);
    }
}
