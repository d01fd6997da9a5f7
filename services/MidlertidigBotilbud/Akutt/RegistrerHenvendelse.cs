using System.ComponentModel.DataAnnotations;
using Boligsosial.Felles;
using Boligsosial.MidlertidigBotilbud.Plasser;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Persons;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.MidlertidigBotilbud.Akutt;

/// <summary>
/// Somebody has no place to sleep. Taken at any hour and whatever is missing (rundskriv R35 to sosialtjenesteloven § 27): how many they are is all that must be said. Who will be
/// released, discharged or leave barnevernet is registered ahead.
/// </summary>
internal static class RegistrerHenvendelse
{
    private static readonly DateOnly Tidligst = new(2010, 1, 1);

    /// <summary>A screenful; everything but how many they are can be left out.</summary>
    /// <param name="Voksne">From 18.</param>
    /// <param name="BarnsAlder">The age of each child in whole years.</param>
    /// <param name="Personer">Who they are (personRef), registered for the caller's unit; can be added later.</param>
    /// <param name="Alder">Of the youngest adult, in whole years.</param>
    /// <param name="Tilgjengelighet">What the place must be: «ordinaer» (default), «trinnfri» or «rullestol».</param>
    /// <param name="KanBoRusfritt">They can stay where it is a condition to be rusfri; true when left out.</param>
    /// <param name="Husdyr">They have an animal with them.</param>
    /// <param name="Skolekrets">Where the children go to school.</param>
    /// <param name="Kanal">How it came; «oppmoete» when left out.</param>
    /// <param name="Bakgrunn">Why; «uten-tak» when left out. Changes nothing in the right to help.</param>
    /// <param name="BehovFra">The first night; the day it came when left out.</param>
    /// <param name="PapirerMangler">Noted; stops nothing.</param>
    /// <param name="AnnenKommune">Which municipality it may be the task of: noted; stops nothing.</param>
    /// <param name="Notat">In own words.</param>
    /// <param name="Mottatt">When it came; now when left out.</param>
    public sealed record Request(
        [property: Range(0, 20)] int Voksne, [property: MaxLength(20)] int[]? BarnsAlder, [property: MaxLength(20)] PersonRef[]? Personer, [property: Range(15, 120)] int? Alder,
        Tilgjengelighet? Tilgjengelighet, bool? KanBoRusfritt, bool Husdyr, [property: MaxLength(100)] string? Skolekrets, Kanal? Kanal, Bakgrunn? Bakgrunn, DateOnly? BehovFra,
        bool PapirerMangler, [property: MaxLength(100)] string? AnnenKommune, string? Notat, DateTimeOffset? Mottatt);

    public static void Map(IEndpointRouteBuilder henvendelser) => henvendelser.MapPost("/", Handle)
        .Krever(Tilganger.Behandle)
        .WithName(nameof(RegistrerHenvendelse))
        .WithSummary("Registrer en henvendelse om midlertidig botilbud")
        .WithDescription(
            "Tas imot når som helst; manglende papirer, uklar kommune og at de ikke har søkt selv, stopper ingenting. Løslatelse, utskriving og ettervern kan registreres fram i tid. "
            + "Kan sendes med Idempotency-Key. Koder: ugyldig (400), behov-for-langt-fram, dato-for-tidlig, dato-i-framtiden, person-finnes-ikke (422).")
        .ProducesProblem(400).ProducesProblem(422)
        .WithIdempotency();

    private static async Task<Results<Created<HenvendelseSvar>, ProblemHttpResult>> Handle(
        Request request, MidlertidigBotilbudDb db, Kommuneprofil profil, Personer personer, Bruker bruker, Tilgangslogg logg, TimeProvider tid, HttpContext http)
    {
        List<Avvisning> feil = [.. Behovet(request).Feil(), .. Fritekst.Kontroller("notat", request.Notat), .. Fritekst.Kontroller("annenKommune", request.AnnenKommune)];
        if (feil.Count > 0)
            return Problem.Invalid(feil);
        var (naa, idag, hvem) = (tid.GetUtcNow(), tid.Idag(), (request.Personer ?? []).Distinct().ToArray());
        var mottatt = request.Mottatt?.ToUniversalTime() ?? naa;
        if (Datokontroll.Kontroller(mottatt > naa ? idag.AddDays(1) : mottatt.Dag(), idag, Tidligst, "mottatt") is { } feilDato)
            return Problem.From(feilDato);
        var behovFra = request.BehovFra ?? mottatt.Dag();
        if (behovFra < mottatt.Dag())
            return Problem.From(new("dato-for-tidlig", "Behovet kan ikke være før henvendelsen kom.", Felt: "behovFra"));
        if (behovFra > mottatt.Dag().AddMonths(profil.KommendeMaaneder))
            return Problem.From(new("behov-for-langt-fram", $"Kan registreres inntil {profil.KommendeMaaneder} måneder fram.", Felt: "behovFra"));
        if (await personer.Ukjente(hvem, bruker, http.RequestAborted) is { Count: > 0 })
            return Problem.From(new("person-finnes-ikke", "Minst én av personene er ikke registrert for enheten din. Henvendelsen kan sendes uten.", Felt: "personer"));

        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(http.RequestAborted) : null;
        var refer = hvem.Select(p => p.Verdi).ToArray();
        var henvendelse = Ny(request, refer, await db.FinnHusstand(bruker.Enhet, refer, Guid.CreateVersion7(), http.RequestAborted), bruker.Enhet, mottatt, behovFra).Merk(profil.UngUnder);
        db.Add(henvendelse);
        foreach (var bruk in henvendelse.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(http.RequestAborted);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(http.RequestAborted);

        Etag.Set(http, henvendelse.Versjon);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{henvendelse.Id}", new HenvendelseSvar(henvendelse, idag));
    }

    /// <summary>The part that is about what they need.</summary>
    private static RettBehov.Request Behovet(Request r) => new(r.Voksne, r.BarnsAlder, r.Alder, r.Tilgjengelighet, r.KanBoRusfritt, r.Husdyr, r.Skolekrets);

    private static Henvendelse Ny(Request request, Guid[] personer, Guid husstand, string enhet, DateTimeOffset mottatt, DateOnly behovFra) => new()
    {
        Enhet = enhet,
        HusstandId = husstand,
        Personer = personer,
        Kanal = request.Kanal ?? Kanal.Oppmoete,
        Bakgrunn = request.Bakgrunn ?? Bakgrunn.UtenTak,
        Mottatt = mottatt,
        BehovFra = behovFra,
        Behov = Behovet(request).Behov(),
        PapirerMangler = request.PapirerMangler,
        AnnenKommune = request.AnnenKommune,
        Notat = request.Notat,
    };
}
