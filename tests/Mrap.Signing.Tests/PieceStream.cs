namespace Mrap.Signing.Tests;

/// <summary>Gives its bytes in pieces of at most a given length, as a network does.</summary>
internal sealed class PieceStream(byte[] content, int piece) : MemoryStream(content, writable: false)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);
}

/// <summary>Gives a beginning and then the letter a for ever.</summary>
internal sealed class EndlessStream(string beginning = "") : MemoryStream
{
    public long Given { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        buffer.Fill((byte)'a');
        for (var i = 0; i < buffer.Length && Given + i < beginning.Length; i++)
        {
            buffer[i] = (byte)beginning[(int)Given + i];
        }

        Given += buffer.Length;
        return buffer.Length;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
