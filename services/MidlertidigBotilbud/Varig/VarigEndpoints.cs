namespace Boligsosial.MidlertidigBotilbud.Varig;

/// <summary>The way to a home: everything under <c>/henvendelser/{id}/plan</c>.</summary>
internal static class VarigEndpoints
{
    public static void MapVarig(this IEndpointRouteBuilder api)
    {
        var plan = api.MapGroup("/henvendelser/{id:guid}/plan").WithTags("Plan for varig bolig");
        HentBoligplan.Map(plan);
        OppdaterBoligplan.Map(plan);
        OversendBoligsoeknad.Map(plan);
    }
}
