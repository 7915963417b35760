using System.Buffers.Binary;

namespace Mrap.Sandbox.Metrics;

/// <summary>The stored form of a chunk: what most queries need in one text of bytes, the digests in another.</summary>
internal static class MetricChunkCodec
{
    private const byte Same = 1;
    private const byte Opaque = 2;

    /// <summary>The points without their digests.</summary>
    public static byte[] Write(MetricChunk chunk)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var (second, point) in chunk.Points)
        {
            var isSame = point.Minimum == point.Maximum && point.Sum == point.Minimum * point.Count;
            writer.Write(SlotOf(chunk, second));
            writer.Write((byte)((isSame ? Same : 0) | (point.IsOpaque ? Opaque : 0)));
            writer.Write(point.Count);
            writer.Write(point.Minimum);
            if (!isSame)
            {
                writer.Write(point.Maximum);
                writer.Write(point.Sum);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The digests; null when there are none.</summary>
    public static byte[]? WriteDigests(MetricChunk chunk)
    {
        if (!chunk.Points.Any(static at => at.Point.Digest is not null))
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var (second, point) in chunk.Points)
        {
            if (point.Digest is not { } digest)
            {
                continue;
            }

            writer.Write(SlotOf(chunk, second));
            writer.Write7BitEncodedInt(digest.Size);
            var last = 0;
            foreach (var (bin, weight) in digest.Bins)
            {
                writer.Write7BitEncodedInt(bin - last);
                last = bin;

                // whole weights, as those of requests are, take a byte or two
                var isWhole = weight is > 0 and < int.MaxValue && weight == Math.Floor(weight);
                writer.Write7BitEncodedInt(isWhole ? (int)weight : 0);
                if (!isWhole)
                {
                    writer.Write(weight);
                }
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a chunk.</summary>
    /// <param name="digests">Its digests; null when there are none, or they are not wanted.</param>
    public static MetricChunk Read(MetricResolution resolution, long start, ReadOnlySpan<byte> points, byte[]? digests)
    {
        var chunk = new MetricChunk(resolution, start) { IsWhole = true };
        while (points.Length > 0)
        {
            var at = start + ((long)points[0] * resolution.Seconds);
            var flags = points[1];
            var count = BinaryPrimitives.ReadDoubleLittleEndian(points[2..]);
            var minimum = BinaryPrimitives.ReadDoubleLittleEndian(points[10..]);
            var isSame = (flags & Same) != 0;
            chunk.Set(
                at,
                MetricPoint.Stored(
                    count,
                    isSame ? minimum * count : BinaryPrimitives.ReadDoubleLittleEndian(points[26..]),
                    minimum,
                    isSame ? minimum : BinaryPrimitives.ReadDoubleLittleEndian(points[18..]),
                    (flags & Opaque) != 0));
            points = points[(isSame ? 18 : 34)..];
        }

        if (digests is not null)
        {
            ReadDigests(chunk, digests);
        }

        return chunk;
    }

    private static void ReadDigests(MetricChunk chunk, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
        while (reader.BaseStream.Position < bytes.Length)
        {
            var at = chunk.Start + ((long)reader.ReadByte() * chunk.Resolution.Seconds);
            var size = reader.Read7BitEncodedInt();
            var digest = new ValueDigest();
            var bin = 0;
            for (var i = 0; i < size; i++)
            {
                bin += reader.Read7BitEncodedInt();
                var weight = reader.Read7BitEncodedInt();
                digest.AddBin(bin, weight > 0 ? weight : reader.ReadDouble());
            }

            chunk.At(at).Restore(digest);
        }
    }

    private static byte SlotOf(MetricChunk chunk, long second) => (byte)((second - chunk.Start) / chunk.Resolution.Seconds);
}
