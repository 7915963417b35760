using System.Net;
using System.Security.Cryptography;

namespace Mrap.Clients;

/// <summary>A body of any length that is made while it is sent: the same seed makes the same bytes, and none are kept.</summary>
internal sealed class SeededContent(int seed, long length) : HttpContent
{
    private const int BlockLength = 64 * 1024;

    public static string Hash(int seed, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in Blocks(seed, length))
        {
            hash.AppendData(block.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var block in Blocks(seed, length))
        {
            await stream.WriteAsync(block);
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Blocks(int seed, long length)
    {
        var block = new byte[BlockLength];
        new Random(seed).NextBytes(block);
        for (var left = length; left > 0; left -= BlockLength)
        {
            BitConverter.TryWriteBytes(block, left ^ seed);
            yield return block.AsMemory(0, (int)Math.Min(left, BlockLength));
        }
    }
}
