namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>Stays, from booking to departure, and how long a household has had none but these: everything under <c>/opphold</c> and <c>/botid</c>.</summary>
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

        var botid = api.MapGroup("/botid").WithTags("Botid");
        SoekBotid.Map(botid);
        HentBotid.Map(botid);
        RegistrerSteg.Map(botid);
        GiUnntak.Map(botid);
    }
}
