namespace Boligsosial.Boligregister.Boligmasse;

/// <summary>
/// Agreements and the stock: <c>/tilvisningsavtaler</c>, <c>/innleieavtaler</c>, <c>/kjoepsplaner</c>, <c>/salgssaker</c>, and the
/// condition and safety of the dwellings.
/// </summary>
internal static class BoligmasseEndpoints
{
    public static void MapBoligmasse(this IEndpointRouteBuilder api)
    {
        var tilvisning = api.MapGroup("/tilvisningsavtaler").WithTags("Tilvisning");
        InngaaTilvisningsavtale.Map(tilvisning);
        SoekTilvisningsavtaler.Map(tilvisning);
        TilvisBolig.Map(tilvisning);
        OpphoerTilvisning.Map(tilvisning);

        var innleie = api.MapGroup("/innleieavtaler").WithTags("Innleie");
        InngaaInnleieavtale.Map(innleie);
        SoekInnleieavtaler.Map(innleie);
        SiOppInnleieavtale.Map(innleie);

        var kjoep = api.MapGroup("/kjoepsplaner").WithTags("Kjøp og salg");
        PlanleggKjoep.Map(kjoep);
        EndreKjoepsstatus.Map(kjoep);
        SoekKjoepsplaner.Map(kjoep);

        var salg = api.MapGroup("/salgssaker").WithTags("Kjøp og salg");
        VurderSalg.Map(salg);
        UtredSalg.Map(salg);
        VedtaSalg.Map(salg);
        OverdraBolig.Map(salg);
        SoekSalgssaker.Map(salg);

        RegistrerTilstand.Map(api);
        HentTilstandsdekning.Map(api);
        HentForfalt.Map(api);
        RegistrerTilsyn.Map(api);
        LukkAvvik.Map(api.MapGroup("/tilsynsavvik").WithTags("Tilstand og tilsyn"));
    }
}
