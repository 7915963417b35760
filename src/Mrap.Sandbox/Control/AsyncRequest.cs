using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Control;

/// <summary>What an asynchronous operation was asked to do, as Describe tells it back.</summary>
/// <param name="BlockPublicAccess">The switches of a create request; null otherwise.</param>
/// <param name="Buckets">The buckets of a create request in its order; empty otherwise.</param>
/// <param name="Policy">The document of a put-policy request; null otherwise.</param>
internal sealed record AsyncRequest(BlockPublicAccess? BlockPublicAccess, ImmutableArray<RequestedBucket> Buckets, string? Policy)
{
    /// <summary>A request that says nothing but the name.</summary>
    public static AsyncRequest NameOnly { get; } = new(null, [], null);
}
