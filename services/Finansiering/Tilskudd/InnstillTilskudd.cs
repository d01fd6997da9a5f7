using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>A caseworker's innstilling, with what each condition comes to; another person decides.</summary>
internal static class InnstillTilskudd
{
    /// <summary>An innstilling.</summary>
    /// <param name="Utfall">What should be decided.</param>
    /// <param name="Begrunnelse">Why.</param>
    /// <param name="Fakta">What is known of the conditions.</param>
    /// <param name="Dokumentert">Kinds that have come since.</param>
    /// <param name="Dato">The day; today when left out.</param>
    /// <param name="Vurderinger">What the caseworker made of the conditions that the rules leave to a person. All of them for a grant.</param>
    public sealed record Request(
        [property: Required] Vedtaksutfall? Utfall, string? Begrunnelse, [property: Required] Tilskuddsfakta? Fakta, [property: MaxLength(50)] string[]? Dokumentert, DateOnly? Dato,
        [property: MaxLength(50)] Vilkaarsvurdering[]? Vurderinger = null);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/innstilling", Handle)
        .Krever(Tilganger.BehandleTilskudd)
        .WithName(nameof(InnstillTilskudd))
        .WithSummary("Innstill i en søknad om tilskudd")
        .WithDescription(
            "Vilkårene i bustøttelova § 14 eller § 15 svarer oppfylt, ikke-oppfylt eller maa-vurderes, med grunn og paragraf. Det som må vurderes, vurderes i vurderinger før det innstilles på innvilgelse. "
            + "Kan gjøres om til vedtaket er truffet. Koder: ugyldig (400), finnes-ikke (404), soeknad-feil-status (409), dato-for-tidlig, dato-i-framtiden, dokumentasjon-mangler, vilkaar-ikke-oppfylt, "
            + "vilkaar-ikke-vurdert (422).")
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, FinansieringDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("begrunnelse", request.Begrunnelse), .. Vilkaarsproeve.Feil(request.Vurderinger)];
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreTilskudd(id, request.Dato, bruker, logg, http, (soeknad, dato) =>
        {
            var typeprofil = profil.Tilskudd.For(soeknad.Type);
            if (request.Dokumentert?.Except(typeprofil.Dokumentasjon, StringComparer.Ordinal).Any() == true)
                return Problem.Invalid([Avvisning.UkjentVerdi("dokumentert", typeprofil.Dokumentasjon)]);
            soeknad.Dokumentert = [.. soeknad.Dokumentert.Union(request.Dokumentert ?? [], StringComparer.Ordinal)];
            var svar = Tilskuddsvilkaar.Vurder(
                soeknad.Type, soeknad.Formaal, request.Fakta!, soeknad.NavStatus is { } nav ? nav != Navhendelse.Soekt : null, profil.Tilskudd.BehovsproevTilpasning, soeknad.SoektBeloep, typeprofil.HovedregelMaks);
            if (Vilkaarsproeve.Vurdert(svar, request.Vurderinger, bruker) is not { } vilkaar)
                return Problem.Invalid([Vilkaarsproeve.Ukjent(svar)]);
            if (request.Utfall == Vedtaksutfall.Innvilget && (Mangler(soeknad) ?? Vedtakskontroll.Vilkaarene(vilkaar) ?? Skjoennsvurdering.Mangler(vilkaar)) is { } regel)
                return Problem.From(regel);
            return soeknad.Innstill(request.Utfall!.Value, request.Begrunnelse!, vilkaar, bruker.Id, bruker.Navn, dato).Nei();
        });
    }

    private static Avvisning? Mangler(Tilskuddssoeknad soeknad) => soeknad.Etterspurt.Except(soeknad.Dokumentert, StringComparer.Ordinal).ToList() is { Count: > 0 } mangler
        ? new("dokumentasjon-mangler", $"Saken skal være så godt opplyst som mulig før vedtaket. Mangler: {string.Join(", ", mangler)}.", new("forvaltningsloven", "§ 17 første ledd", new(1970, 1, 1)), "dokumentert")
        : null;
}
