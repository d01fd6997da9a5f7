namespace Boligsosial.Boligregister.Husleie.Regler;

/// <summary>
/// What is written off in the accounts: krav that fell due so many whole years ago and are not paid; three in Stjørdal («etter 3
/// år», boligpolitisk plan, restanse), and the same where the municipality's own plan is silent. The claim itself lives on.
/// </summary>
public static class Avskrivning
{
    /// <summary>The last due date of which krav are written off on a day. What fell due on 29 February waits for 1 March.</summary>
    public static DateOnly SisteForfall(DateOnly dato, int aar) => dato.AddYears(-aar);
}
