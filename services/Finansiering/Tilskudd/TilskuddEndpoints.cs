namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>Tilskudd til etablering and til tilpasning: everything under <c>/tilskudd</c>.</summary>
internal static class TilskuddEndpoints
{
    public static void MapTilskudd(this IEndpointRouteBuilder api)
    {
        var tilskudd = api.MapGroup("/tilskudd").WithTags("Tilskudd");
        HentTilskuddstatistikk.Map(tilskudd);

        var rammer = tilskudd.MapGroup("/rammer");
        SettTilskuddsramme.Map(rammer);
        HentTilskuddsrammer.Map(rammer);

        var soeknader = tilskudd.MapGroup("/soeknader");
        RegistrerTilskuddssoeknad.Map(soeknader);
        SoekTilskuddssoeknader.Map(soeknader);

        var soeknad = soeknader.MapGroup("/{id:guid}");
        HentTilskuddssoeknad.Map(soeknad);
        EndreFinansieringsplan.Map(soeknad);
        NoterNavsvar.Map(soeknad);
        InnstillTilskudd.Map(soeknad);
        InnvilgTilskudd.Map(soeknad);
        AvslaaTilskudd.Map(soeknad);
        HentTilskuddsbrev.Map(soeknad);
        UtbetalTilskudd.Map(soeknad);
        TilbakefoerTilskudd.Map(soeknad);
        TrekkTilskuddssoeknad.Map(soeknad);
        KlagPaaTilskudd.Map(soeknad);
        OversendTilskuddsklage.Map(soeknad);
        AvgjoerTilskuddsklage.Map(soeknad);
    }
}
