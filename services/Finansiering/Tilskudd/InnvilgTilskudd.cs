using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.Finansiering.Tilskudd.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Tilskudd;

/// <summary>A grant by somebody with fullmakt: what pays for it is neither less nor more than it costs, and money is bound in the year's frame.</summary>
internal static class InnvilgTilskudd
{
    /// <summary>A vedtak.</summary>
    /// <param name="Beloep">Kroner.</param>
    /// <param name="Begrunnelse">The rules, the facts and what weighed most.</param>
    /// <param name="BarnetsBeste">How regard was had to what is best for the children, when there are any.</param>
    /// <param name="Dato">The day; today when left out.</param>
    /// <param name="KommetFram">The day the notice came, when it is known.</param>
    /// <param name="Vurderinger">What the one who decides made of conditions; a reason for «kommunens-hovedregel» where more is granted than was applied for.</param>
    public sealed record Request(
        [property: Required, Kroner] decimal? Beloep, string? Begrunnelse, string? BarnetsBeste, DateOnly? Dato, DateOnly? KommetFram, [property: MaxLength(50)] Vilkaarsvurdering[]? Vurderinger = null);

    public static void Map(IEndpointRouteBuilder soeknad) => soeknad.MapPost("/innvilgelse", Handle)
        .Krever(Tilganger.AvgjoerTilskudd)
        .WithName(nameof(InnvilgTilskudd))
        .WithSummary("Innvilg en søknad om tilskudd")
        .WithDescription(
            "Av en annen enn den som innstilte. Tilskudd, startlån, NAV og andre midler skal til sammen være det det koster. Beløpet bindes i årets bevilgning, som aldri overskrides. "
            + "Koder: ugyldig (400), egen-innstilling, fullmakt-mangler (403), finnes-ikke (404), ramme-mangler, ramme-overskredet, soeknad-feil-status, startlaan-ikke-innvilget (409), "
            + "barnets-beste-mangler, dato-for-tidlig, dato-i-framtiden, finansiering-dekker-ikke, finansiering-over-kostnad, innstilling-annet-utfall, underretning-feil-dato, "
            + "vilkaar-ikke-oppfylt, vilkaar-ikke-vurdert (422).")
        .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<Results<Ok<TilskuddssakSvar>, ProblemHttpResult>> Handle(
        Guid id, Request request, FinansieringDb db, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        List<Avvisning> feil = [.. Fritekst.Kreves("begrunnelse", request.Begrunnelse), .. Fritekst.Kontroller("barnetsBeste", request.BarnetsBeste), .. Vilkaarsproeve.Feil(request.Vurderinger)];
        if (request.Beloep < 1)
            feil.Add(new("ugyldig-verdi", "Må være over 0.", Felt: "beloep"));
        if (feil.Count > 0)
            return Problem.Invalid(feil);

        return await db.EndreTilskudd(id, request.Dato, bruker, logg, http, async (soeknad, dato) =>
        {
            if (soeknad.Kontroller(Vedtaksutfall.Innvilget, dato, request.BarnetsBeste, request.KommetFram, profil.Tilskudd, bruker) is { } nei)
                return nei;
            var svar = Tilskuddsvilkaar.MedBeloep(soeknad.Vilkaar, request.Beloep!.Value, profil.Tilskudd.For(soeknad.Type).HovedregelMaks);
            if (Vilkaarsproeve.Vurdert(svar, request.Vurderinger, bruker) is not { } vilkaar)
                return Problem.Invalid([Vilkaarsproeve.Ukjent(svar)]);
            if ((Vedtakskontroll.Vilkaarene(vilkaar) ?? Skjoennsvurdering.Mangler(vilkaar)) is { } uvurdert)
                return Problem.From(uvurdert);
            // Of today, whatever day the vedtak is of: a bevis that has lapsed since pays for nothing.
            var startlaan = await db.LaasStartlaan(soeknad.StartlaanId, tid.Idag(), http.RequestAborted);
            if (soeknad.StartlaanId is not null && startlaan == 0)
                return Problem.From(Finansieringskontroll.IngenLaan(soeknad.Type), StatusCodes.Status409Conflict);
            var finansiert = soeknad.Finansiert(request.Beloep.Value, startlaan);
            if ((Finansieringskontroll.Dekker(soeknad.Type, finansiert) ?? Finansieringskontroll.IkkeOver(soeknad.Type, finansiert)) is { } regel)
                return Problem.From(regel);
            var vedtak = soeknad.NyttVedtak(Vedtaksutfall.Innvilget, dato, request.KommetFram, request.Begrunnelse!, request.BarnetsBeste, profil.Tilskudd, bruker, finansiert, vilkaar: vilkaar);
            if (soeknad.Avgjoer(vedtak, dato.AddMonths(profil.Tilskudd.BrukesInnenMaaneder)) is { } feilStatus)
                return feilStatus.Nei();
            // Last: the frame is locked until the transaction ends.
            return (await db.BindTilskudd(bruker.Enhet, dato.Year, soeknad.Type, request.Beloep.Value, http.RequestAborted)).Nei();
        });
    }

    internal static Tilskuddsvedtak NyttVedtak(
        this Tilskuddssoeknad soeknad, Vedtaksutfall utfall, DateOnly dato, DateOnly? kommetFram, string begrunnelse, string? barnetsBeste, Tilskuddsprofil profil, Bruker bruker,
        Kostnadsdekning dekning, Tilskuddsavslag? grunn = null, IReadOnlyList<Vilkaarssvar>? vilkaar = null)
    {
        var underrettet = Klagefrist.Underrettet(dato, kommetFram, profil.KlagefristRegnesFra, profil.PostgangDager);
        return new()
        {
            SoeknadId = soeknad.Id,
            Nr = soeknad.Vedtak.Count + 1,
            Utfall = utfall,
            Dato = dato,
            Beloep = utfall == Vedtaksutfall.Innvilget ? dekning.Tilskudd : null,
            Avslagsgrunn = grunn,
            Begrunnelse = begrunnelse,
            BarnetsBeste = barnetsBeste,
            Vilkaar = vilkaar ?? soeknad.Vilkaar,
            Dekning = dekning,
            Hjemmel = soeknad.Type == Tilskuddstype.Etablering ? "bustøttelova (LOV-2012-08-24-64) § 14" : "bustøttelova (LOV-2012-08-24-64) § 15",
            Underrettet = underrettet,
            Klagefrist = Klagefrist.Av(underrettet),
            Klageinstans = profil.Klageinstans,
            BesluttetAv = bruker.Navn,
        };
    }
}
