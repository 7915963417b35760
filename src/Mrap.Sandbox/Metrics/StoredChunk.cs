namespace Mrap.Sandbox.Metrics;

/// <summary>A chunk as it is stored.</summary>
/// <param name="Start">Its first second, since 1970.</param>
/// <param name="Points">Its points.</param>
/// <param name="Digests">Their digests; null when there are none, or they were not asked for.</param>
internal sealed record StoredChunk(MetricResolution Resolution, long Start, byte[] Points, byte[]? Digests)
{
    /// <summary>The chunk itself.</summary>
    public MetricChunk Open() => MetricChunkCodec.Read(Resolution, Start, Points, Digests);
}
