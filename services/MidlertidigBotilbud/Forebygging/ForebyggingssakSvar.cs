namespace Boligsosial.MidlertidigBotilbud.Forebygging;

/// <summary>A case as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LeieforholdId">The lease in boligregister.</param>
/// <param name="Personer">The tenants (personRef).</param>
/// <param name="Varslet">The day NAV was warned.</param>
/// <param name="Frist">From this day fravikelse can be requested, when NAV has not answered.</param>
/// <param name="DagerIgjen">Days until then; below 0 when it has passed, null when the case has ended.</param>
/// <param name="Barn">Children live there.</param>
/// <param name="Restanse">Kroner owed then.</param>
/// <param name="Runddans">A second time within the profile's years.</param>
/// <param name="Nettverksgruppe">The day the network group last had it.</param>
/// <param name="Nettverksmerknader">What came of each time it had it, oldest first.</param>
/// <param name="Utfall">NAV's answer.</param>
/// <param name="Besvart">The day of it.</param>
/// <param name="BesvartAv">By whom.</param>
/// <param name="Merknad">What was done.</param>
/// <param name="Avsluttet">The day it ended.</param>
/// <param name="Slutt">How.</param>
/// <param name="Dekninger">What NAV decided to pay of what is owed, oldest first.</param>
public sealed record ForebyggingssakSvar(
    Guid Id, Guid LeieforholdId, IReadOnlyList<Guid> Personer, DateOnly Varslet, DateOnly Frist, int? DagerIgjen, bool Barn, decimal Restanse, bool Runddans, DateOnly? Nettverksgruppe,
    IReadOnlyList<NettverksmerknadSvar> Nettverksmerknader, Navsvar? Utfall, DateOnly? Besvart, string? BesvartAv, string? Merknad, DateOnly? Avsluttet, Sakslutt? Slutt,
    IReadOnlyList<DekningSvar> Dekninger)
{
    internal static ForebyggingssakSvar Av(Forebyggingssak s, DateOnly idag) => new(
        s.Id, s.LeieforholdId, s.Personer, s.Varslet, s.Frist, s.Avsluttet is null ? s.Frist.DayNumber - idag.DayNumber : null, s.Barn, s.Restanse, s.Runddans, s.Nettverksgruppe, NettverksmerknadSvar.Alle(s), s.Utfall, s.Besvart,
        s.BesvartAv, s.Merknad, s.Avsluttet, s.Slutt, [.. s.Dekninger.OrderBy(d => d.Id).Select(DekningSvar.Av)]);
}
