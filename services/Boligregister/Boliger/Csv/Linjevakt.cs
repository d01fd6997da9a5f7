namespace Boligsosial.Boligregister.Boliger.Csv;

/// <summary>
/// Lets a text through as long as each line of it ends in time. The parser holds a whole line in memory, and a line without
/// an end, by a quote that is never closed or by ill will, would be the whole file.
/// </summary>
internal sealed class Linjevakt(TextReader tekst, int lengsteLinje) : TextReader
{
    private int _lest;

    /// <summary>The line was too long; the text ends there.</summary>
    public bool Stanset { get; private set; }

    public void NyLinje() => _lest = 0;

    public override int Peek() => throw new NotSupportedException();

    public override int Read() => throw new NotSupportedException();

    public override int Read(char[] buffer, int index, int count) => throw new NotSupportedException();

    public override async Task<int> ReadAsync(char[] buffer, int index, int count)
    {
        Stanset |= _lest > lengsteLinje;
        if (Stanset)
            return 0;

        var antall = await tekst.ReadAsync(buffer, index, count);
        _lest += antall;
        return antall;
    }
}
