using Boligsosial.Felles;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Json;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Boligsosial.ServiceDefaults.Persons;

/// <summary>Who may do what with people in a service.</summary>
/// <param name="Les">Sees them.</param>
/// <param name="Skriv">Registers them.</param>
/// <param name="Leder">Reads the access log of the unit, and gives a person all that is held on them.</param>
public sealed record Persontilganger(Tilgang Les, Tilgang Skriv, Tilgang Leder);

/// <summary>In every service: the people that it works with, under <c>/personer</c>.</summary>
internal static class PersonEndpoints
{
    private const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder api, Persontilganger tilganger)
    {
        var personer = api.MapGroup("/personer").WithTags("Personer");
        personer.MapPost("/", Register).Krever(tilganger.Skriv).WithName("RegistrerPerson")
            .WithSummary("Registrer en person for enheten din")
            .WithDescription("Svaret er det samme om personen er registrert fra før. Koder: ugyldig (400).").ProducesProblem(400).WithIdempotency();
        personer.MapPost("/soek", Search).Krever(tilganger.Les).AddEndpointFilter((call, next) => call.HttpContext.RequestServices.GetRequiredService<SearchLimit>().InvokeAsync(call, next)).WithName("SoekPerson")
            .WithSummary("Finn en person på fødselsnummer")
            .WithDescription("Numeret sendes i innholdet, aldri i adressen. Hvert søk blir logget, og antallet er begrenset. Koder: ugyldig (400), finnes-ikke (404), for-mange-soek (429).")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(429);
        personer.MapGet("/{personRef:guid}", Get).Krever(tilganger.Les).WithName("HentPerson")
            .WithSummary("Hent en person").WithDescription("Koder: finnes-ikke (404).").ProducesProblem(404);
        personer.MapPost("/{personRef:guid}/gradering", Grade).Krever(tilganger.Skriv).WithName("GraderPerson")
            .WithSummary("Sett adressebeskyttelse")
            .WithDescription("Fra da av er personen usynlig for alle som ikke har rollen skjermet i tillegg til sin egen (folkeregisterloven § 10-4). Koder: ugyldig (400), finnes-ikke (404).")
            .ProducesProblem(400).ProducesProblem(404);
        personer.MapGet("/{personRef:guid}/innsyn", Insight).Krever(tilganger.Leder).WithName("HentInnsyn")
            .WithSummary("Alt tjenesten har om en person, og hvem som har sett det")
            .WithDescription("Til den registrertes innsyn (personvernforordningen art. 15). Koder: finnes-ikke (404).").ProducesProblem(404);
    }

    /// <summary>A person to register.</summary>
    /// <param name="Foedselsnummer">Fødselsnummer, D-nummer or DUF-nummer.</param>
    /// <param name="Navn">Full name, up to 200 characters.</param>
    public sealed record Registrering(string? Foedselsnummer, string? Navn);

    /// <summary>A person to find.</summary>
    /// <param name="Foedselsnummer">Fødselsnummer, D-nummer or DUF-nummer.</param>
    public sealed record Soek(string? Foedselsnummer);

    /// <summary>How the address is to be protected.</summary>
    /// <param name="Gradering">«ugradert», «fortrolig» or «strengt-fortrolig».</param>
    public sealed record NyGradering(Gradering? Gradering);

    /// <summary>A registered person.</summary>
    /// <param name="PersonRef">The pseudonym: the only key to a person that leaves this service.</param>
    public sealed record Registrert(PersonRef PersonRef);

    /// <summary>Everything that the service holds on a person.</summary>
    /// <param name="PersonRef">The pseudonym.</param>
    /// <param name="Foedselsnummer">The number.</param>
    /// <param name="Navn">The name.</param>
    /// <param name="Gradering">How the address is protected.</param>
    /// <param name="Opplysninger">The rest, by kind.</param>
    /// <param name="Tilganger">Who has looked or changed, newest first, the last 1 000.</param>
    public sealed record Innsyn(
        PersonRef PersonRef, string Foedselsnummer, string Navn, Gradering Gradering, IReadOnlyDictionary<string, IReadOnlyList<object>> Opplysninger, IReadOnlyList<AccessLogEndpoints.Innslag> Tilganger);

    private static async Task<Results<Created<Registrert>, ProblemHttpResult>> Register(Registrering request, Personer personer, Bruker bruker, HttpContext http)
    {
        var feil = new List<Avvisning>();
        var nummer = Number(request.Foedselsnummer, feil);
        if (string.IsNullOrWhiteSpace(request.Navn) || request.Navn.Length > LongestName || request.Navn.Any(char.IsControl) || Foedselsnummer.FinnesI(request.Navn))
            feil.Add(new("ugyldig-verdi", $"Må oppgis, med inntil {LongestName} tegn og uten fødselsnummer.", Felt: "navn"));
        if (nummer is null || feil.Count > 0)
            return Problem.Invalid(feil);
        var person = await personer.Registrer(nummer, request.Navn!.Trim(), bruker, http.RequestAborted);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{person}", new Registrert(person));
    }

    private static async Task<Results<Ok<Person>, ProblemHttpResult>> Search(Soek request, Personer personer, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        var feil = new List<Avvisning>();
        if (Number(request.Foedselsnummer, feil) is not { } nummer)
            return Problem.Invalid(feil);
        var person = await personer.Finn(personer.RefAv(nummer), bruker, avbrutt);
        await logg.Les(bruker, new Bruk(Handling.Soekt, person?.PersonRef, "identitet", "saksbehandling"), avbrutt);
        return person is null ? Problem.NotFound("Personen") : TypedResults.Ok(person);
    }

    private static async Task<Results<Ok<Person>, ProblemHttpResult>> Get(Guid personRef, Personer personer, Bruker bruker, Tilgangslogg logg, CancellationToken avbrutt)
    {
        if (await personer.Finn(new(personRef), bruker, avbrutt) is not { } person)
            return Problem.NotFound("Personen");
        await logg.Les(bruker, new Bruk(Handling.Lest, person.PersonRef, "identitet", "saksbehandling"), avbrutt);
        return TypedResults.Ok(person);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Grade(Guid personRef, NyGradering request, Personer personer, Bruker bruker, CancellationToken avbrutt)
    {
        if (request.Gradering is not { } gradering)
            return Problem.Invalid([Avvisning.UkjentVerdi("gradering", EnumNames<Gradering>.All)]);
        return await personer.Grader(new(personRef), gradering, bruker, avbrutt) ? TypedResults.NoContent() : Problem.NotFound("Personen");
    }

    private static async Task<Results<Ok<Innsyn>, ProblemHttpResult>> Insight(
        Guid personRef, Personer personer, IEnumerable<Persondata> data, Bruker bruker, Tilgangslogg logg, AccessLogReader leser, CancellationToken avbrutt)
    {
        var reference = new PersonRef(personRef);
        if (await personer.Finn(reference, bruker, avbrutt) is not { } person || await personer.Nummer(reference, bruker, avbrutt) is not { } nummer)
            return Problem.NotFound("Personen");

        // Logged first, so that the person sees this look as well.
        await logg.Les(bruker, new Bruk(Handling.Lest, reference, "alt", "innsyn"), avbrutt);
        var opplysninger = new Dictionary<string, IReadOnlyList<object>>(StringComparer.Ordinal);
        foreach (var slag in data)
            opplysninger[slag.Navn] = await slag.Hent(reference, avbrutt);
        return TypedResults.Ok(new Innsyn(reference, nummer, person.Navn, person.Gradering, opplysninger, await leser.Om(reference, avbrutt)));
    }

    private static Foedselsnummer? Number(string? text, List<Avvisning> feil)
    {
        if (Foedselsnummer.TryParse(text, out var nummer))
            return nummer;
        feil.Add(new("ugyldig-foedselsnummer", "Er ikke et gyldig fødselsnummer, D-nummer eller DUF-nummer.", Felt: "foedselsnummer"));
        return null;
    }
}
