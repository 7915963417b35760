using System.Collections.Immutable;
using Mrap.Sandbox.Storage.Bodies;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Storage.Writing;

/// <summary>A version to be written in a destination just as it is at its source.</summary>
/// <param name="Version">The version as the destination is to hold it, but for the numbers of its row and its body.</param>
/// <param name="IsChange">Whether only what changed of a version that is there already is to be carried over.</param>
internal sealed record Replica(ObjectVersion Version, bool IsChange)
{
    /// <summary>The bytes of a small body; null for a delete marker, a change, and a body that was staged.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>A staged body, or those of the parts in their order.</summary>
    public ImmutableArray<StoredBody> Staged { get; init; } = [];
}
