namespace Boligsosial.Finansiering.Startlaan;

/// <summary>What a new day brings to finansieringsbevis: those whose last day has passed lapse, in every unit, and what they bound is free again.</summary>
internal sealed class Bevisvakt : Doegnvakt.Oppgave
{
    public override Task Utfoer(FinansieringDb db, DateOnly idag, CancellationToken avbrutt) => db.LaUtloepe(null, idag, avbrutt);
}
