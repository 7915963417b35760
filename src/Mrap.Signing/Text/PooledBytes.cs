using System.Buffers;
using System.Text;

namespace Mrap.Signing.Text;

/// <summary>A growing byte buffer over the shared pool, for texts that are hashed and thrown away.</summary>
internal ref struct PooledBytes
{
    private byte[] _array;

    public PooledBytes(int capacity) => _array = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Span => _array.AsSpan(0, Length);

    public readonly byte[] Array => _array;

    public void Append(byte value)
    {
        if (Length == _array.Length)
        {
            Grow(1);
        }

        _array[Length++] = value;
    }

    public void Append(scoped ReadOnlySpan<byte> bytes)
    {
        if (_array.Length - Length < bytes.Length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_array.AsSpan(Length));
        Length += bytes.Length;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_array.Length - Length < most)
        {
            Grow(most);
        }

        Length += Encoding.UTF8.GetBytes(text, _array.AsSpan(Length));
    }

    public void AppendHex(scoped ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            Append("0123456789abcdef"u8[b >> 4]);
            Append("0123456789abcdef"u8[b & 15]);
        }
    }

    public void Clear() => Length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        Length = 0;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_array.Length * 2, Length + more));
        _array.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
