namespace Boligsosial.Boligregister.Fravikelse;

/// <summary>The ladder from purring to fravikelse; everything under <c>/fravikelser</c>.</summary>
internal static class FravikelseEndpoints
{
    public static void MapFravikelse(this IEndpointRouteBuilder api)
    {
        var fravikelser = api.MapGroup("/fravikelser").WithTags("Fravikelse");
        SendPurring.Map(fravikelser);
        SendVarsel.Map(fravikelser);
        VarsleNav.Map(fravikelser);
        RegistrerNavsvar.Map(fravikelser);
        RegistrerReservasjon.Map(fravikelser);
        SendBegjaering.Map(fravikelser);
        RegistrerGjennomfoering.Map(fravikelser);
        AvvergFravikelse.Map(fravikelser);
        SoekFravikelser.Map(fravikelser);
    }
}
