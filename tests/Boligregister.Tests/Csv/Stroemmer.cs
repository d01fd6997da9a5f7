using System.Text;

namespace Boligsosial.Boligregister.Tests.Csv;

/// <summary>A stream that can only be read, as a request's body.</summary>
internal abstract class Lesestroem : Stream
{
    /// <summary>Bytes given out so far.</summary>
    public long Lest { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var antall = Gi(buffer.AsSpan(offset, count));
        Lest += antall;
        return antall;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected abstract int Gi(Span<byte> plass);
}

/// <summary>Gives one byte at a time, as the slowest of networks.</summary>
internal sealed class Draapevis(byte[] fil) : Lesestroem
{
    protected override int Gi(Span<byte> plass)
    {
        if (Lest == fil.Length || plass.Length == 0)
            return 0;
        plass[0] = fil[Lest];
        return 1;
    }
}

/// <summary>A beginning, and then the same bytes over and over, up to 16 MiB.</summary>
internal sealed class Uendelig(string gjentatt, string begynnelse = "") : Lesestroem
{
    private readonly byte[] _begynnelse = Encoding.UTF8.GetBytes(begynnelse);
    private readonly byte[] _gjentatt = Encoding.UTF8.GetBytes(gjentatt);

    protected override int Gi(Span<byte> plass)
    {
        if (Lest > 16 << 20)
            return 0;
        for (var i = 0; i < plass.Length; i++)
        {
            var nr = Lest + i;
            plass[i] = nr < _begynnelse.Length ? _begynnelse[nr] : _gjentatt[(nr - _begynnelse.Length) % _gjentatt.Length];
        }

        return plass.Length;
    }
}
