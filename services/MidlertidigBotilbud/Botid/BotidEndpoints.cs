namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>Stays, from booking to departure: everything under <c>/opphold</c>.</summary>
internal static class BotidEndpoints
{
    public static void MapBotid(this IEndpointRouteBuilder api)
    {
        var opphold = api.MapGroup("/opphold").WithTags("Opphold");
        BestillPlass.Map(opphold);
        SoekOpphold.Map(opphold);
        HentOpphold.Map(opphold);
        ForlengOpphold.Map(opphold);
        FlyttOpphold.Map(opphold);
        AvsluttOpphold.Map(opphold);
        RegistrerUteblitt.Map(opphold);
    }
}
