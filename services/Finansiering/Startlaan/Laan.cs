using Boligsosial.Felles;
using Boligsosial.Finansiering.Startlaan.Regler;
using Boligsosial.ServiceDefaults.AccessLog;

namespace Boligsosial.Finansiering.Startlaan;

/// <summary>A loan that was paid out, and where it stands by the last report of the loan system.</summary>
public sealed class Laan
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid SoeknadId { get; init; }

    public required string Enhet { get; init; }

    public required Guid[] Laantakere { get; init; }

    public required Ordning Ordning { get; init; }

    public required Formaal Formaal { get; init; }

    public required decimal Beloep { get; init; }

    public decimal? Kjoepesum { get; init; }

    public required DateOnly Utbetalt { get; init; }

    public DateOnly? Overtakelse { get; init; }

    /// <summary>Percent, nominal.</summary>
    public required decimal Rente { get; set; }

    public required Rentetype Rentetype { get; init; }

    public required int LoepetidAar { get; init; }

    public required int AvdragsfrihetAar { get; init; }

    public required Laanetype Laanetype { get; init; }

    public required decimal Saldo { get; set; }

    public required DateOnly SaldoDato { get; set; }

    public DateOnly? MisligholdFra { get; set; }

    /// <summary>Kroner that are due and not paid.</summary>
    public decimal Mislighold { get; set; }

    internal IEnumerable<Bruk> Bruk() => Laantakere.Select(l => new Bruk(Handling.Lest, new PersonRef(l), "startlaan", "saksbehandling", $"startlaan/{SoeknadId}"));
}
