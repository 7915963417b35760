using System.Buffers;

namespace Mrap.Signing.Bodies;

/// <summary>A fixed buffer between a body and its reader, out of which bytes and lines are taken.</summary>
internal sealed class FramingBuffer(int length) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(length);
    private int _start;
    private int _end;

    public bool IsEmpty => _start == _end;

    public bool IsDisposed => _bytes.Length == 0;

    /// <summary>The room for more of the body, once what is left has moved to the front.</summary>
    public Memory<byte> FreeSpace()
    {
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        (_start, _end) = (0, _end - _start);
        return _bytes.AsMemory(_end);
    }

    /// <summary>Counts what was put into the free space.</summary>
    public void Filled(int count) => _end += count;

    /// <summary>Moves as many bytes as there are and fit.</summary>
    public int Take(Span<byte> destination)
    {
        var count = Math.Min(destination.Length, _end - _start);
        _bytes.AsSpan(_start, count).CopyTo(destination);
        _start += count;
        return count;
    }

    /// <summary>Takes a line; it is valid until the free space is asked for.</summary>
    public FramingLine TakeLine(int most, bool bareFeedEnds, out ReadOnlySpan<byte> line)
    {
        var buffered = _bytes.AsSpan(_start, _end - _start);
        var feed = buffered.IndexOf((byte)'\n');
        line = feed < 0 ? default : buffered[..feed];
        if (feed > most || (feed < 0 && buffered.Length > most))
        {
            return FramingLine.TooLong;
        }

        if (feed < 0)
        {
            return FramingLine.Unfinished;
        }

        _start += feed + 1;
        if (line.EndsWith((byte)'\r'))
        {
            line = line[..^1];
            return FramingLine.Whole;
        }

        return bareFeedEnds ? FramingLine.Whole : FramingLine.BareFeed;
    }

    public void Dispose()
    {
        if (!IsDisposed)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            (_start, _end) = (0, 0);
        }
    }
}
