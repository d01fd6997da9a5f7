using Boligsosial.Contracts.Boligregister;
using Boligsosial.Felles;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.AccessLog;
using Boligsosial.ServiceDefaults.Http;
using Boligsosial.ServiceDefaults.Messaging;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Boligregister.Soeknader;

/// <summary>What every change of an application has in common; the use cases are what differs.</summary>
internal static class Soeknadsendring
{
    /// <summary>
    /// Loads and locks it, lets <paramref name="endre"/> change it on the day that it happened, logs and saves: of two at the
    /// same time the second waits, and meets what the first has made of it. 404, 422 for a wrong day, else what
    /// <paramref name="endre"/> refuses with.
    /// </summary>
    public static async Task<Results<Ok<Soeknadssak>, ProblemHttpResult>> EndreSoeknad(
        this BoligregisterDb db, Guid id, DateOnly? dato, Bruker bruker, Tilgangslogg logg, HttpContext http, Func<Soeknad, DateOnly, ProblemHttpResult?> endre)
    {
        var (idag, avbrutt) = (http.RequestServices.GetRequiredService<TimeProvider>().Idag(), http.RequestAborted);
        await using var transaksjon = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(avbrutt) : null;
        if (await db.LaasSoeknad(id, bruker, avbrutt) is not { } soeknad)
            return Problem.NotFound("Søknaden");
        var dag = dato ?? idag;
        if (Datokontroll.Kontroller(dag, idag, soeknad.Mottatt) is { } feilDato)
            return Problem.From(feilDato);
        if (endre(soeknad, dag) is { } nei)
            return nei;

        foreach (var bruk in soeknad.Bruk(Handling.Skrevet))
            logg.Skriv(db, bruker, bruk);
        await db.SaveChangesAsync(avbrutt);
        if (transaksjon is not null)
            await transaksjon.CommitAsync(avbrutt);
        Etag.Set(http, soeknad.Versjon);
        return TypedResults.Ok(new Soeknadssak(soeknad, idag));
    }

    /// <summary>Nothing is decided yet.</summary>
    public static ProblemHttpResult IngenVedtak => Problem.From(new("ingen-vedtak", "Det er ikke gjort vedtak i søknaden."), StatusCodes.Status409Conflict);

    /// <summary>A refusal by the state that it is in: 409.</summary>
    public static ProblemHttpResult? Nei(this Avvisning? avvisning) => avvisning is null ? null : Problem.From(avvisning, StatusCodes.Status409Conflict);

    /// <summary>Tells others of the vedtak, and of the end when it is one.</summary>
    public static void FortellVedtak(this BoligregisterDb db, Soeknad soeknad, DateOnly dato)
    {
        var innvilget = soeknad.Status == Soeknadsstatus.Innvilget;
        db.Publish(new SoeknadAvgjort(soeknad.Id, innvilget ? "innvilget" : "avslag", dato));
        if (!innvilget)
            db.Publish(new SoeknadAvsluttet(soeknad.Id, "avslag", dato));
    }

    /// <summary>Tells others that it came.</summary>
    public static void FortellMottatt(this BoligregisterDb db, Soeknad soeknad) => db.Publish(new SoeknadMottatt(
        soeknad.Id, ServiceDefaults.Json.EnumNames<Soeknadstype>.Of(soeknad.Type), soeknad.Mottatt, soeknad.Soekere, soeknad.Voksne, soeknad.BarnsAlder.Length, soeknad.Situasjon, soeknad.OversendtSak));
}
