namespace Boligsosial.Boligregister.Husleie;

/// <summary>Rent: krav, payments, the ledger, arrears and agreements; everything under <c>/husleie</c>.</summary>
internal static class HusleieEndpoints
{
    public static void MapHusleie(this IEndpointRouteBuilder api)
    {
        var husleie = api.MapGroup("/husleie").WithTags("Husleie");
        LagKrav.Map(husleie);
        KorrigerKrav.Map(husleie);
        ImporterInnbetalinger.Map(husleie);
        SoekUavklarte.Map(husleie);
        PlasserInnbetaling.Map(husleie);
        TilbakefoerInnbetaling.Map(husleie);
        BetalTilbake.Map(husleie);
        HentReskontro.Map(husleie);
        SettBetalingsform.Map(husleie);
        SoekRestanser.Map(husleie);
        InngaaBetalingsavtale.Map(husleie);
        OpphevBetalingsavtale.Map(husleie);
        AvskrivKrav.Map(husleie);
        KontrollerReskontro.Map(husleie);
    }
}
