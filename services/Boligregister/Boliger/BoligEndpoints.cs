namespace Boligsosial.Boligregister.Boliger;

/// <summary>The dwelling register: everything under <c>/boliger</c>.</summary>
internal static class BoligEndpoints
{
    public static void MapBoliger(this IEndpointRouteBuilder api)
    {
        var boliger = api.MapGroup("/boliger").WithTags("Boliger");
        RegistrerBolig.Map(boliger);
        EndreBolig.Map(boliger);
        HentBolig.Map(boliger);
        SoekBoliger.Map(boliger);
        TellBoliger.Map(boliger);
        ImporterBoliger.Map(boliger);
        EksporterBoliger.Map(boliger);
    }
}
