namespace Boligsosial.Boligregister.Soeknader;

/// <summary>Applications for municipal dwellings: everything under <c>/soeknader</c>.</summary>
internal static class SoeknadEndpoints
{
    public static void MapSoeknader(this IEndpointRouteBuilder api)
    {
        var soeknader = api.MapGroup("/soeknader").WithTags("Søknader");
        RegistrerSoeknad.Map(soeknader);
        SoekSoeknader.Map(soeknader);
        HentSoeknad.Map(soeknader);
        LaSoeknaderUtloepe.Map(soeknader);

        var soeknad = soeknader.MapGroup("/{id:guid}");
        RegistrerDokumentasjon.Map(soeknad);
        SvarForeloepig.Map(soeknad);
        PaaminnSoeker.Map(soeknad);
        FornySoeknad.Map(soeknad);
        TrekkSoeknad.Map(soeknad);
        InnvilgSoeknad.Map(soeknad);
        AvslaaSoeknad.Map(soeknad);
        HentVedtaksbrev.Map(soeknad);
        RegistrerKlage.Map(soeknad);
        OmgjoerVedtak.Map(soeknad);
        OversendKlage.Map(soeknad);
        AvgjoerKlage.Map(soeknad);
    }
}
