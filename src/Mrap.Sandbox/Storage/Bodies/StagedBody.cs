using System.Collections.Immutable;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Bodies;

/// <summary>A body that was read to its end but belongs to no object yet. Disposing one that was not put removes its bytes.</summary>
internal abstract class StagedBody : IAsyncDisposable
{
    /// <summary>How many bytes were read.</summary>
    public abstract long Size { get; }

    /// <summary>The MD5 of the bytes, 16 bytes.</summary>
    public abstract ReadOnlyMemory<byte> Md5 { get; }

    /// <summary>The checksums asked for, full-object, in the order asked.</summary>
    public abstract ImmutableArray<ObjectChecksum> Checksums { get; }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
