using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults;
using Boligsosial.ServiceDefaults.Access;
using Boligsosial.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A rate as it holds on a day.</summary>
public sealed record Satssvar
{
    internal Satssvar(Sats sats, DateOnly dato) =>
        (Navn, Verdi, Enhet, Fra, Kilde, Sikkerhet, KanVaereEndret) = (sats.Navn, sats.Verdi, sats.Enhet, sats.Fra, sats.Kilde, sats.Sikkerhet, sats.KanVaereEndret(dato));

    public string Navn { get; }

    public decimal Verdi { get; }

    /// <summary>«prosent», «prosentpoeng», «kr» or «aar».</summary>
    public string Enhet { get; }

    public DateOnly Fra { get; }

    public string Kilde { get; }

    public Sikkerhet Sikkerhet { get; }

    /// <summary>A newer may have come that is not entered.</summary>
    public bool KanVaereEndret { get; }
}

/// <summary>The rates and limits of startlån on a day, each with its source and how well it is known.</summary>
internal static class HentLaanesatser
{
    public static void Map(IEndpointRouteBuilder startlaan) => startlaan.MapGet("/satser", Handle)
        .Krever(Tilganger.BeregnStartlaan)
        .WithName(nameof(HentLaanesatser))
        .WithSummary("Hent satsene for startlån på en dato")
        .WithDescription("I dag når dato ikke er oppgitt. Kommunens egne satser går foran fra sin dag. Koder: ugyldig (400), dato-utenfor (422).")
        .ProducesProblem(400).ProducesProblem(422);

    private static Results<Ok<IReadOnlyList<Satssvar>>, ProblemHttpResult> Handle(DateOnly? dato, Kommuneprofil profil, TimeProvider tid)
    {
        var dag = dato ?? tid.Idag();
        return BeregnStartlaan.KontrollerDato(dag) is { } nei
            ? Problem.From(nei)
            : TypedResults.Ok<IReadOnlyList<Satssvar>>([.. Laanesatser.Gjeldende(dag, profil.Startlaan.Satser).Select(s => new Satssvar(s, dag))]);
    }
}
