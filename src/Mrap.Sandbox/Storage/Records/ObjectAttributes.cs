using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Storage.Records;

/// <summary>What a writer says about an object besides its bytes.</summary>
internal sealed record ObjectAttributes
{
    /// <summary>The account that wrote it.</summary>
    public required AccountId Owner { get; init; }

    /// <summary>
    /// Headers given back as they came, by lower-case name: content-type, cache-control, content-disposition, content-encoding (without
    /// aws-chunked),
    /// content-language, expires, x-amz-website-redirect-location, x-amz-storage-class, x-amz-server-side-encryption ...
    /// </summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>User metadata by lower-case name without <c>x-amz-meta-</c>.</summary>
    public ImmutableSortedDictionary<string, string> Metadata { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Tags: at most ten.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
