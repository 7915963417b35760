using System.Collections.Immutable;

namespace Mrap.Policy.Checks.Subject;

/// <summary>
/// What is known of the context of a policy. All of it is optional: a check that needs a part that is missing says nothing.
/// </summary>
public sealed record CheckContext
{
    /// <summary>Nothing is known.</summary>
    public static CheckContext None { get; } = new();

    /// <summary>For the policy of an access point: the access point's ARN.</summary>
    public string? AccessPointArn { get; init; }

    /// <summary>For the policy of an access point: the access point's name.</summary>
    public string? AccessPointName { get; init; }

    /// <summary>
    /// For the policy of an access point: whether it is known to be a Multi-Region Access Point, whose ARN has its alias and no Region.
    /// </summary>
    public bool IsMultiRegion { get; init; }

    /// <summary>The account that owns the resource that the policy is attached to: twelve digits.</summary>
    public string? OwnerAccount { get; init; }

    /// <summary>All access points that exist; the default array when that is not known.</summary>
    public ImmutableArray<KnownAccessPoint> AccessPoints { get; init; }

    /// <summary>For the policy of a bucket: the bucket's name.</summary>
    public string? Bucket { get; init; }

    /// <summary>
    /// For the policy of a bucket: the ARNs of the access points that the bucket is a member of; the default array when that is not known.
    /// </summary>
    public ImmutableArray<string> DelegateTo { get; init; }

    /// <summary>Whether BlockPublicPolicy is in effect at any level, so that a public policy would be refused.</summary>
    public bool BlockPublicPolicy { get; init; }

    /// <summary>The ARN of who saves the policy.</summary>
    public string? Author { get; init; }
}
