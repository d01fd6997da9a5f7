using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Akutt;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.MidlertidigBotilbud.Plasser.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Persistence;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Boligsosial.MidlertidigBotilbud.Botid;

/// <summary>
/// A household gets a place for some nights. The bed comes first and the vedtak the same day: an undecided henvendelse can have one, a refused one cannot. Who comes second
/// is told the next best.
/// </summary>
internal static class BestillPlass
{
    private static readonly Avvisning IkkeMeldtUt = new("gjest-ikke-meldt-ut", "Gjesten som har plassen, skulle ha reist og er ikke meldt ut.", Felt: "plassId");

    /// <summary>Whom, where and when.</summary>
    /// <param name="HenvendelseId">The household's henvendelse.</param>
    /// <param name="PlassId">The place.</param>
    /// <param name="Ankomst">First night; today, or the day the need begins, when left out.</param>
    /// <param name="Avreise">The day of departure: not a night.</param>
    /// <param name="Begrunnelse">Why this place, when it does not suit in all.</param>
    public sealed record Request([property: Required] Guid? HenvendelseId, [property: Required] Guid? PlassId, DateOnly? Ankomst, [property: Required] DateOnly? Avreise, string? Begrunnelse);

    public static void Map(IEndpointRouteBuilder opphold) => opphold.MapPost("/", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(BestillPlass))
        .WithSummary("Bestill plass til en husstand")
        .WithDescription(
            "Er plassen tatt, sier svaret hvilken som er den nest beste (nesteBeste). Passer den ikke i alt, må det begrunnes. Kan sendes med Idempotency-Key. Koder: ugyldig (400), "
            + "gjest-ikke-meldt-ut, henvendelse-feil-status, plass-opptatt (409), ankomst-for-langt-fram, dato-for-tidlig, henvendelse-finnes-ikke, plass-finnes-ikke, plass-tilbys-ikke, plassen-passer-ikke (422).")
        .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<OppholdSvar>, ProblemHttpResult>> Handle(
        Request request, MidlertidigBotilbudDb db, Plassoek plasser, Kommuneprofil profil, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        var feil = Fritekst.Kontroller("begrunnelse", request.Begrunnelse).ToList();
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var (idag, avbrutt) = (tid.Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        if (await db.LaasHenvendelse(request.HenvendelseId!.Value, bruker, avbrutt) is not { } henvendelse)
            return Problem.From(new("henvendelse-finnes-ikke", "Henvendelsen finnes ikke.", Felt: "henvendelseId"));
        var ankomst = request.Ankomst ?? (henvendelse.BehovFra > idag ? henvendelse.BehovFra : idag);
        if (Kontroller(henvendelse, ankomst, request.Avreise!.Value, profil, idag) is { } nei)
            return nei;
        var hindring = (await db.Database.SqlQuery<string?>(
            $"""SELECT laas_plass({request.PlassId!.Value}, {bruker.Enhet}, {ankomst}, {request.Avreise.Value}, {idag}) AS "Value" """).ToListAsync(avbrutt)).Single();
        if (await db.Set<Plass>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PlassId.Value && p.Enhet == bruker.Enhet, avbrutt) is not { } plass)
            return Problem.From(new("plass-finnes-ikke", "Plassen finnes ikke.", Felt: "plassId"));
        if (plass.Data.KontrollerTilbud(ankomst, request.Avreise.Value, "plassId") is { } ikkeTilbud)
            return Problem.From(ikkeTilbud);
        var bommer = Egnethet.Bommer(plass.Data, plass.Oppfylt, henvendelse.Behov, profil.KvalitetForBarn).Select(EnumNames<Bom>.Of).ToList();
        if (bommer.Count > 0 && string.IsNullOrWhiteSpace(request.Begrunnelse))
            return Problem.From(new("plassen-passer-ikke", $"Plassen passer ikke: {string.Join(", ", bommer)}. Begrunn hvorfor den likevel brukes.", Felt: "begrunnelse"));
        if (hindring is not null)
            return await Opptatt(hindring == IkkeMeldtUt.Kode ? IkkeMeldtUt : StengPlass.Opptatt["plass_opptatt"]);

        var opphold = Nytt(henvendelse, plass, ankomst, request.Avreise.Value, request.Begrunnelse, bruker.Navn);
        db.Add(opphold);
        foreach (var bruk in opphold.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        if (await db.TrySave(StengPlass.Opptatt, avbrutt) is { } opptatt)
            return await Opptatt(opptatt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, opphold.Versjon);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{opphold.Id}", await db.Svar(opphold, profil, idag, avbrutt));

        // Who comes second is told the next best, and holds nobody up while it is found.
        async Task<ProblemHttpResult> Opptatt(Avvisning hvorfor)
        {
            if (transaksjon is not null)
                await transaksjon.RollbackAsync(avbrutt);
            db.ChangeTracker.Clear();
            var problem = Problem.From(hvorfor, StatusCodes.Status409Conflict);
            problem.ProblemDetails.Extensions["nesteBeste"] = await plasser.Beste(bruker.Enhet, henvendelse.Behov, new(ankomst, request.Avreise.Value, idag), avbrutt);
            return problem;
        }
    }

    private static ProblemHttpResult? Kontroller(Henvendelse henvendelse, DateOnly ankomst, DateOnly avreise, Kommuneprofil profil, DateOnly idag)
    {
        if (henvendelse.Status is Henvendelsesstatus.Avslag or Henvendelsesstatus.Trukket)
            return Problem.From(new("henvendelse-feil-status", "Henvendelsen er avslått eller trukket."), StatusCodes.Status409Conflict);
        if (ankomst < henvendelse.Mottatt.Dag())
            return Problem.From(new("dato-for-tidlig", "Ankomst kan ikke være før henvendelsen kom.", Felt: "ankomst"));
        if (ankomst > idag.AddMonths(profil.KommendeMaaneder))
            return Problem.From(new("ankomst-for-langt-fram", $"Kan bestilles inntil {profil.KommendeMaaneder} måneder fram.", Felt: "ankomst"));
        return avreise <= ankomst || avreise > ankomst.AddYears(1) ? Problem.Invalid([new("ugyldig-verdi", "Må være etter ankomst, og innen et år.", Felt: "avreise")]) : null;
    }

    private static Opphold Nytt(Henvendelse henvendelse, Plass plass, DateOnly ankomst, DateOnly avreise, string? begrunnelse, string av)
    {
        var opphold = new Opphold
        {
            Enhet = henvendelse.Enhet,
            HenvendelseId = henvendelse.Id,
            HusstandId = henvendelse.HusstandId,
            Personer = henvendelse.Personer,
            Fra = ankomst,
            Til = avreise,
            Natthjem = plass.Data.Slag == Plasslag.Natthjem,
            BestiltAv = av,
            Begrunnelse = begrunnelse,
        };
        opphold.Belegg.Add(plass.Belegg(opphold.Id, ankomst, avreise));
        return opphold;
    }

    /// <summary>Nights in a place, with the days to make it ready after them.</summary>
    internal static Plassbelegg Belegg(this Plass plass, Guid opphold, DateOnly fra, DateOnly til) =>
        new() { PlassId = plass.Id, OppholdId = opphold, Fra = fra, Til = til, Klar = til.AddDays(plass.Data.KlargjoeringDager), Pris = plass.Data.Pris!.Value };
}
