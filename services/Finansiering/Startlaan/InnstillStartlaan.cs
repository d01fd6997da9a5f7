using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A caseworker's innstilling, with what each condition comes to; another person decides.</summary>
internal static class InnstillStartlaan
{
    /// <summary>An innstilling.</summary>
    /// <param name="Utfall">What should be decided.</param>
    /// <param name="Begrunnelse">Why.</param>
    /// <param name="Fakta">What is known of the conditions; formaal, children and who rents are those of the application.</param>
    /// <param name="Lokale">What the municipality's own rules are held against.</param>
    /// <param name="Unntak">Why an exception from them is made.</param>
    /// <param name="Dokumentert">Kinds that have come since.</param>
    /// <param name="Dato">The day; today when left out.</param>
    /// <param name="Oekonomi">The household's money a month as it turned out to be; as in the application when left out.</param>
    /// <param name="Beloep">Kroner that should be granted; what is applied for when left out.</param>
    /// <param name="Laanevilkaar">How the loan should run.</param>
    /// <param name="Vurderinger">What the caseworker made of the conditions that the rules leave to a person. All of them for a grant.</param>
    public sealed record Request(
        [property: Required] Vedtaksutfall? Utfall, string? Begrunnelse, [property: Required] Vilkaarsfakta? Fakta, LokaleFakta? Lokale, string? Unntak, [property: MaxLength(50)] string[]? Dokumentert, DateOnly? Dato,
        Husholdning? Oekonomi = null, [property: Kroner] decimal? Beloep = null, Laanevilkaar? Laanevilkaar = null, [property: MaxLength(50)] Vilkaarsvurdering[]? Vurderinger = null);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/innstilling", Handle)
        .Krever(Tilganger.BehandleStartlaan)
        .WithName(nameof(InnstillStartlaan))
        .WithSummary("Innstill i en søknad om startlån")
        .WithDescription(
            "Vilkårene i §§ 5-1 til 5-4 og kommunens egne regler svarer oppfylt, ikke-oppfylt eller maa-vurderes; betjeningsevnen beregnes av økonomien i saken. Det som må vurderes, vurderes i vurderinger før det "
            + "innstilles på innvilgelse. Kan gjøres om til vedtaket er truffet. Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status (409), avdragsfrihet-for-lang, betjeningsevne-for-liten, dato-for-tidlig, "
            + "dato-i-framtiden, dokumentasjon-mangler, langtid-ikke-dokumentert, loepetid-for-lang, oekonomi-mangler, sats-mangler, vilkaar-ikke-oppfylt, vilkaar-ikke-vurdert (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, FinansieringDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("begrunnelse", request.Begrunnelse), .. Fritekst.Kontroller("unntak", request.Unntak), .. Vilkaarsproeve.Feil(request.Vurderinger)];
        if (request.Dokumentert?.Except(profil.Startlaan.Dokumentasjon, StringComparer.Ordinal).Any() == true)
            feil.Add(Avvisning.UkjentVerdi("dokumentert", profil.Startlaan.Dokumentasjon));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreStartlaan(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            soeknad.Dokumentert = [.. soeknad.Dokumentert.Union(request.Dokumentert ?? [], StringComparer.Ordinal)];
            if (request.Oekonomi is { } oekonomi)
                soeknad.FoerOekonomi(oekonomi);
            var innvilges = request.Utfall == Vedtaksutfall.Innvilget;
            var (proevd, nei) = soeknad.Proev(Vurder(request, soeknad, dato, profil.Startlaan), request.Beloep ?? soeknad.SoektBeloep, request.Laanevilkaar, dato, profil.Startlaan);
            if (Vilkaarsproeve.Vurdert(proevd, request.Vurderinger, bruker) is not { } vilkaar)
                return Problem.Invalid([Vilkaarsproeve.Ukjent(proevd)]);
            if (innvilges && (Mangler(soeknad) ?? nei ?? Vedtakskontroll.Vilkaarene(vilkaar) ?? Skjoennsvurdering.Mangler(vilkaar)) is { } regel)
                return Problem.From(regel);
            return soeknad.Innstill(request.Utfall!.Value, request.Begrunnelse!, vilkaar, bruker.Id, bruker.Navn, dato).Nei();
        });
    }

    private static List<Vilkaarssvar> Vurder(Request request, Startlaansoeknad soeknad, DateOnly dato, Startlaansprofil profil)
    {
        var fakta = request.Fakta! with { Formaal = soeknad.Formaal, AntallBarn = soeknad.BarnsAlder.Length, LeierKommunalBolig = soeknad.LeierKommunalt };
        var lokale = request.Lokale ?? default;
        return
        [
            .. Vilkaar.Vurder(fakta),
            .. LokaleRegler.Vurder(profil.LokaleRegler, lokale with { Laan = lokale.Laan ?? soeknad.SoektBeloep }, Laanesatser.Gjeldende(dato, profil.Satser).Finn(Laanesatser.Grunnbeloep)?.Verdi, request.Unntak, dato),
        ];
    }

    private static Avvisning? Mangler(Startlaansoeknad soeknad) => soeknad.Etterspurt.Except(soeknad.Dokumentert, StringComparer.Ordinal).ToList() is { Count: > 0 } mangler
        ? new("dokumentasjon-mangler", $"Kommunen skal innhente og kontrollere opplysningene før det innvilges. Mangler: {string.Join(", ", mangler)}.", new("forskrift om lån fra Husbanken", "§ 7-10 andre ledd", new(2020, 1, 1)), "dokumentert")
        : null;
}
