using System.Collections.Immutable;

namespace Mrap.Aws.Requests;

/// <summary>What the service sent back beside the headers.</summary>
internal sealed record ObjectContent(
    ReadOnlyMemory<byte> Preview, long? Length, ImmutableArray<ListedObject> Objects, bool HasMore, string? VersionId)
{
    public static ObjectContent Nothing { get; } = new(ReadOnlyMemory<byte>.Empty, Length: null, [], HasMore: false, VersionId: null);
}
