using System.ComponentModel.DataAnnotations;
using Boligsosial.Contracts.Finansiering;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A grant by somebody with fullmakt: money is bound in the year's frame, and the applicants have a finansieringsbevis.</summary>
internal static class InnvilgStartlaan
{
    /// <summary>A vedtak.</summary>
    /// <param name="Beloep">Kroner that may be lent.</param>
    /// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
    /// <param name="BarnetsBeste">How regard was had to what is best for the children, when there are any.</param>
    /// <param name="Dato">The day; today when left out.</param>
    /// <param name="KommetFram">The day the notice came, when it is known.</param>
    /// <param name="Laanevilkaar">How the loan may run.</param>
    /// <param name="Vurderinger">What the one who decides made of conditions; a reason for «betjeningsevne» where the household's money does not carry the loan.</param>
    public sealed record Request(
        [property: Required, Kroner] decimal? Beloep, string? Begrunnelse, string? BarnetsBeste, DateOnly? Dato, DateOnly? KommetFram,
        Laanevilkaar? Laanevilkaar = null, [property: MaxLength(50)] Vilkaarsvurdering[]? Vurderinger = null);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/innvilgelse", Handle)
        .Krever(Tilganger.AvgjoerStartlaan)
        .WithName(nameof(InnvilgStartlaan))
        .WithSummary("Innvilg en søknad om startlån")
        .WithDescription(
            "Av en annen enn den som innstilte. Beløpet bindes i årets ramme. Lånet prøves mot økonomien i saken ved stressrenten; det den ikke bærer, kan innvilges når det begrunnes i vurderinger. "
            + "Koder: ugyldig (400), egen-innstilling, fullmakt-mangler (403), finnes-ikke (404), ramme-mangler, ramme-overskredet, soeknad-feil-status (409), avdragsfrihet-for-lang, barnets-beste-mangler, "
            + "betjeningsevne-for-liten, dato-for-tidlig, dato-i-framtiden, innstilling-annet-utfall, langtid-ikke-dokumentert, loepetid-for-lang, oekonomi-mangler, sats-mangler, underretning-feil-dato, "
            + "vilkaar-ikke-oppfylt, vilkaar-ikke-vurdert (422).")
        .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<LaanesakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, FinansieringDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("begrunnelse", request.Begrunnelse), .. Fritekst.Kontroller("barnetsBeste", request.BarnetsBeste), .. Vilkaarsproeve.Feil(request.Vurderinger)];
        if (request.Beloep < 1)
            feil.Add(new("ugyldig-verdi", "Må være over 0.", Felt: "beloep"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreStartlaan(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            if (soeknad.Kontroller(Vedtaksutfall.Innvilget, dato, request.BarnetsBeste, request.KommetFram, profil.Startlaan, bruker) is { } nei)
                return nei;
            var (proevd, kanIkkeProeves) = soeknad.Proev(soeknad.Vilkaar, request.Beloep!.Value, request.Laanevilkaar, dato, profil.Startlaan);
            if (kanIkkeProeves is not null)
                return Problem.From(kanIkkeProeves);
            if (Vilkaarsproeve.Vurdert(proevd, request.Vurderinger, bruker) is not { } vilkaar)
                return Problem.Invalid([Vilkaarsproeve.Ukjent(proevd)]);
            if ((Vedtakskontroll.Vilkaarene(vilkaar) ?? Skjoennsvurdering.Mangler(vilkaar)) is { } regel)
                return Problem.From(regel);
            var vedtak = soeknad.NyttVedtak(Vedtaksutfall.Innvilget, dato, request.KommetFram, request.Begrunnelse!, request.BarnetsBeste, profil.Startlaan, bruker, request.Beloep, vilkaar: vilkaar);
            if (soeknad.Avgjoer(vedtak, dato.AddMonths(profil.Startlaan.BevisMaaneder)) is { } feilStatus)
                return feilStatus.Nei();
            // Last: the frame is locked until the transaction ends.
            if (await db.BindRamme(bruker.Enhet, dato.Year, soeknad.Ordning, request.Beloep.Value, http.RequestAborted) is { } full)
                return full.Nei();
            db.Publish(new StartlaanInnvilget(soeknad.Id, soeknad.Soekere, dato, soeknad.BevisTil!.Value));
            return null;
        });
    }
}
