namespace Boligsosial.Finansiering.Bostoettesaker.Husbanken;

/// <summary>
/// The way to Husbanken and back, one box for each unit: files go out, answers come in and are taken out when they are read. No public description of an own channel for municipalities
/// exists; another channel than a folder is another of these.
/// </summary>
internal interface IHusbanken
{
    /// <summary>False: nobody has said where Husbanken is.</summary>
    bool Klar { get; }

    /// <summary>Puts a file out, whole or not at all; the same name again replaces it.</summary>
    Task Send(string enhet, string navn, ReadOnlyMemory<byte> innhold, CancellationToken avbrutt);

    /// <summary>The answers that wait, oldest first by their name.</summary>
    IReadOnlyList<string> Svar(string enhet);

    /// <summary>Opens an answer.</summary>
    Stream Les(string enhet, string navn);

    /// <summary>Takes an answer out: it was read, or refused and is to be looked at.</summary>
    void Ferdig(string enhet, string navn, bool lest);
}
