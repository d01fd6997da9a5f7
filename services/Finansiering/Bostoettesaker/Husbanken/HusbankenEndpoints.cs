namespace Boligsosial.Finansiering.Bostoettesaker.Husbanken;

/// <summary>What goes between us and Husbanken: everything under <c>/bostoette/husbanken</c>.</summary>
internal static class HusbankenEndpoints
{
    public static void MapHusbanken(this IEndpointRouteBuilder api)
    {
        var husbanken = api.MapGroup("/bostoette/husbanken").WithTags("Bostøttesaker");
        SendSoeknader.Map(husbanken);
        LesSvar.Map(husbanken);
        HentMaaned.Map(husbanken);
    }
}
