namespace Boligsosial.Finansiering.Startlaan;

/// <summary>Startlån: everything under <c>/startlaan</c>.</summary>
internal static class StartlaanEndpoints
{
    public static void MapStartlaan(this IEndpointRouteBuilder api)
    {
        var startlaan = api.MapGroup("/startlaan").WithTags("Startlån");
        BeregnStartlaan.Map(startlaan);
        FordelTap.Map(startlaan);
        HentLaanesatser.Map(startlaan);
        HentStartlaanstatistikk.Map(startlaan);
        HentPortefoelje.Map(startlaan);
        SoekLaan.Map(startlaan);

        var rammer = startlaan.MapGroup("/rammer");
        SettRamme.Map(rammer);
        HentRammer.Map(rammer);

        var soeknader = startlaan.MapGroup("/soeknader");
        RegistrerStartlaansoeknad.Map(soeknader);
        SoekStartlaansoeknader.Map(soeknader);
        LaBevisUtloepe.Map(soeknader);

        var soeknad = soeknader.MapGroup("/{id:guid}");
        HentStartlaansoeknad.Map(soeknad);
        InnstillStartlaan.Map(soeknad);
        InnvilgStartlaan.Map(soeknad);
        AvslaaStartlaan.Map(soeknad);
        HentStartlaansbrev.Map(soeknad);
        ForlengBevis.Map(soeknad);
        UtbetalStartlaan.Map(soeknad);
        FoerSaldo.Map(soeknad);
        TrekkStartlaansoeknad.Map(soeknad);
        KlagPaaStartlaan.Map(soeknad);
        OversendStartlaansklage.Map(soeknad);
        AvgjoerStartlaansklage.Map(soeknad);
    }
}
