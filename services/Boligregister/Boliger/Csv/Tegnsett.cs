using System.Text;

namespace Boligsosial.Boligregister.Boliger.Csv;

/// <summary>
/// UTF-8, where bytes that are not UTF-8 are read as ISO-8859-1. The letters æ, ø and å in ISO-8859-1 are never valid
/// UTF-8 before a letter or a separator, so a file of either kind is read right while it streams, without a look ahead.
/// 0x80–0x9F, control characters in ISO-8859-1, are read as in Windows-1252, which spreadsheets write under its name.
/// </summary>
internal static class Tegnsett
{
    public static readonly Encoding Utf8EllerLatin1 =
        Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new Latin1Fallback());

    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private sealed class Latin1Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Latin1Buffer();
    }

    private sealed class Latin1Buffer : DecoderFallbackBuffer
    {
        private byte[] _bytes = [];
        private int _next;

        public override int Remaining => _bytes.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_bytes, _next) = (bytesUnknown, 0);
            return bytesUnknown.Length > 0;
        }

        public override char GetNextChar() => _next == _bytes.Length ? '\0' : _bytes[_next++] switch
        {
            >= 0x80 and <= 0x9F and var b => Windows1252[b - 0x80],
            var b => (char)b,
        };

        public override bool MovePrevious()
        {
            if (_next == 0)
                return false;
            _next--;
            return true;
        }

        public override void Reset() => (_bytes, _next) = ([], 0);
    }
}
