using System.ComponentModel.DataAnnotations;
using Boligsosial.Contracts.Finansiering;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>The bevis is used: the loan is paid out, what was not used of it is free again, and others are told of a purchase.</summary>
internal static class UtbetalStartlaan
{
    /// <summary>A loan that is paid out.</summary>
    /// <param name="Beloep">Kroner, at most what the bevis is for.</param>
    /// <param name="Kjoepesum">Kroner, of a purchase.</param>
    /// <param name="Overtakelse">The day the borrowers take the dwelling over, when it is known.</param>
    /// <param name="Rente">Percent, nominal: at most Husbanken's of the day and 0.25 points.</param>
    /// <param name="Rentetype">Floating or fixed.</param>
    /// <param name="LoepetidAar">Years; 10 with the terms of this in the trial for førstegangsetablerere.</param>
    /// <param name="AvdragsfrihetAar">Years.</param>
    /// <param name="Laanetype">«annuitet» (default) or «serie».</param>
    /// <param name="Egenkapital">Kroner that the borrowers put in; needed in the trial.</param>
    /// <param name="Langtid">What a term above 30 years is grounded on.</param>
    /// <param name="Dato">The day; today when left out.</param>
    /// <param name="RenteDato">The day that the rate is of, as when a fixed one was agreed before the payment; that of the payment when left out.</param>
    public sealed record Request(
        [property: Required, Kroner] decimal? Beloep, [property: Kroner] decimal? Kjoepesum, DateOnly? Overtakelse, [property: Required, Prosent] decimal? Rente, [property: Required] Rentetype? Rentetype,
        [property: Required, Range(1, 100)] int? LoepetidAar, [property: Range(0, 100)] int? AvdragsfrihetAar, Laanetype? Laanetype, [property: Kroner] decimal? Egenkapital, Langtidsgrunnlag? Langtid, DateOnly? Dato, DateOnly? RenteDato = null);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/utbetaling", Handle)
        .Krever(Tilganger.AvgjoerStartlaan)
        .WithName(nameof(UtbetalStartlaan))
        .WithSummary("Før at startlånet er utbetalt")
        .WithDescription(
            "Et lån til kjøp eller oppføring fortelles videre, så en kommunal bolig som blir ledig, kan ventes. Kan sendes med Idempotency-Key. Koder: ugyldig (400), finnes-ikke (404), ramme-mangler, ramme-overskredet, soeknad-feil-status (409), "
            + "avdragsfrihet-for-lang, avdragsfrihet-ikke-tillatt, binding-for-lang, dato-for-tidlig, dato-i-framtiden, egenkapital-for-liten, kjoepesum-mangler, langtid-ikke-dokumentert, loepetid-for-lang, mer-enn-beviset, rente-for-hoey, sats-mangler (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, FinansieringDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        if (request.Beloep < 1)
            return Problem.Invalid([new("ugyldig-verdi", "Må være over 0.", Felt: "beloep")]);
        return await db.EndreStartlaan(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            var gjenopptatt = soeknad.Gjenoppta(dato);
            if (soeknad.Utbetal(dato) is { } nei)
                return nei.Nei();
            if (Kontroller(request, soeknad, profil.Startlaan.Satser, dato) is { } regel)
                return Problem.From(regel);
            var laan = Nytt(request, soeknad, dato);
            db.Add(laan);
            if (!gjenopptatt)
                await db.FrigjoerRamme(soeknad.Enhet, soeknad.RammeAar!.Value, soeknad.Ordning, soeknad.BevisBeloep!.Value - laan.Beloep, http.RequestAborted);
            else if (await db.BindRamme(soeknad.Enhet, soeknad.RammeAar!.Value, soeknad.Ordning, laan.Beloep, http.RequestAborted) is { } full)
                return full.Nei();
            if (soeknad.Formaal is Formaal.Kjoep or Formaal.Oppfoering)
                db.Publish(new StartlaanUtbetalt(laan.Id, laan.Laantakere, dato, laan.Overtakelse));
            return null;
        });
    }

    private static Avvisning? Kontroller(Request r, Startlaansoeknad soeknad, Sats[] egne, DateOnly dato)
    {
        var (satser, renteDato) = (Laanesatser.Gjeldende(dato, egne), r.RenteDato ?? dato);
        if (r.Beloep > soeknad.BevisBeloep)
            return new("mer-enn-beviset", $"Beviset er på {Norsk.Kroner(soeknad.BevisBeloep!.Value)} kr.", Felt: "beloep");
        if (Datokontroll.Kontroller(dato, dato, soeknad.SisteVedtak!.Dato) is { } feilDato)
            return feilDato;
        if (soeknad.Formaal == Formaal.Kjoep && r.Kjoepesum is not > 0)
            return new("kjoepesum-mangler", "Kjøpesummen må oppgis for et lån til kjøp.", new("forskrift om lån fra Husbanken", "§ 5-3", new(2020, 1, 1)), "kjoepesum");
        if (Nedbetalingsvilkaar.Kontroller(r.LoepetidAar!.Value, r.AvdragsfrihetAar ?? 0, r.Langtid, satser) is { } vilkaar)
            return vilkaar;
        var foerstegang = soeknad.Ordning == Ordning.Foerstegangsetablering
            ? Foerstegangsetablering.Kontroller(new(r.Kjoepesum ?? 0, Eieform.Selveier, r.Egenkapital ?? 0, r.Rentetype!.Value, r.LoepetidAar.Value, r.AvdragsfrihetAar ?? 0, false, false, null, null), satser).FirstOrDefault()
            : null;
        return foerstegang ?? Datokontroll.Kontroller(renteDato, dato, soeknad.Mottatt, "renteDato") ?? Rente.Kontroller(r.Rente!.Value, r.Rentetype.GetValueOrDefault(), renteDato, Laanesatser.Gjeldende(renteDato, egne));
    }

    private static Laan Nytt(Request r, Startlaansoeknad soeknad, DateOnly dato) => new()
    {
        SoeknadId = soeknad.Id,
        Enhet = soeknad.Enhet,
        Laantakere = soeknad.Soekere,
        Ordning = soeknad.Ordning,
        Formaal = soeknad.Formaal,
        Beloep = r.Beloep!.Value,
        Kjoepesum = r.Kjoepesum,
        Utbetalt = dato,
        Overtakelse = r.Overtakelse,
        Rente = r.Rente!.Value,
        Rentetype = r.Rentetype!.Value,
        LoepetidAar = r.LoepetidAar!.Value,
        AvdragsfrihetAar = r.AvdragsfrihetAar ?? 0,
        Laanetype = r.Laanetype ?? Laanetype.Annuitet,
        Saldo = r.Beloep.Value,
        SaldoDato = dato,
    };
}
