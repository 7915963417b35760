using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Core.Regions;

namespace Mrap.Aws.Requests;

/// <summary>The answer to a request through an access point, whether the service served or refused it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ServedBy">The Region that answered; null when the service does not tell, as AWS.</param>
/// <param name="Headers">The headers of the answer, in the order received.</param>
/// <param name="Preview">The first bytes of the body of a get, at most 64 KiB; empty for the other verbs.</param>
/// <param name="Length">The length of the whole object in bytes for get and head; null for the other verbs.</param>
/// <param name="Objects">The keys of a list; empty for the other verbs.</param>
/// <param name="HasMore">Whether a list has more keys than were asked for.</param>
/// <param name="VersionId">The version written, read or deleted; null without versioning.</param>
/// <param name="RequestId">The service's id of the request.</param>
/// <param name="Duration">How long it took, from the call to the last byte read.</param>
/// <param name="Attempts">How many requests went out, retries included.</param>
/// <param name="Fault">Why the service refused; null when it served.</param>
public sealed record ObjectAnswer(
    int Status,
    RegionId? ServedBy,
    ImmutableArray<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Preview,
    long? Length,
    ImmutableArray<ListedObject> Objects,
    bool HasMore,
    string? VersionId,
    string? RequestId,
    TimeSpan Duration,
    int Attempts,
    AwsFault? Fault)
{
    /// <summary>The most bytes of a body that are kept: 64 KiB.</summary>
    public const int MaxPreview = 64 * 1024;

    /// <summary>Whether the service served the request.</summary>
    public bool IsSuccess => Fault is null;
}
