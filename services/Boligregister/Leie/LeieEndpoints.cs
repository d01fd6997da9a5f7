namespace Boligsosial.Boligregister.Leie;

/// <summary>Leases: everything under <c>/leieforhold</c>, how rent is regulated, and dwellings between two leases.</summary>
internal static class LeieEndpoints
{
    public static void MapLeie(this IEndpointRouteBuilder api)
    {
        var leieforhold = api.MapGroup("/leieforhold").WithTags("Leieforhold");
        InngaaLeieforhold.Map(leieforhold);
        HentLeieforhold.Map(leieforhold);
        SoekLeieforhold.Map(leieforhold);
        HentFornyelser.Map(leieforhold);
        RegistrerInnflytting.Map(leieforhold);
        SiOppLeieforhold.Map(leieforhold);
        ProtesterMotOppsigelse.Map(leieforhold);
        ReisSoeksmaal.Map(leieforhold);
        LaOppsigelsenFalle.Map(leieforhold);
        OppfordreTilAaFlytte.Map(leieforhold);
        VurderFornyelse.Map(leieforhold);
        FornyLeieforhold.Map(leieforhold);
        RegistrerUtflytting.Map(leieforhold);
        RegulerLeie.Map(api);
        RegistrerIndeks.Map(api);
        KlargjoerBolig.Map(api);
        HentTomgang.Map(api);
        HentNaboer.Map(api);
    }
}
