using System.Collections.Immutable;
using Mrap.Policy.Arns;
using Mrap.Policy.Checks.Subject;

namespace Mrap.Policy.Completion;

/// <summary>What is known of the context of a policy that is being written. All of it is optional.</summary>
public sealed record CompletionContext
{
    /// <summary>Nothing is known.</summary>
    public static CompletionContext None { get; } = new();

    /// <summary>For the policy of an access point: the access point's ARN, offered first as a resource.</summary>
    public string? AccessPointArn { get; init; }

    /// <summary>For the policy of a bucket: the bucket's name, offered first as a resource.</summary>
    public string? Bucket { get; init; }

    /// <summary>All access points that exist.</summary>
    public ImmutableArray<KnownAccessPoint> AccessPoints { get; init; } = [];

    /// <summary>The names of the member buckets, or of all buckets.</summary>
    public ImmutableArray<string> Buckets { get; init; } = [];

    /// <summary>The accounts that are known: twelve digits each.</summary>
    public ImmutableArray<string> Accounts { get; init; } = [];

    /// <summary>The ARNs of the users and roles that are known.</summary>
    public ImmutableArray<string> Principals { get; init; } = [];

    /// <summary>The partition of the ARNs that are made up: that of the access point, otherwise <c>aws</c>.</summary>
    internal string Partition =>
        Arn.Parse(AccessPointArn).TryGet(out var arn) && arn.Partition is not "" ? arn.Partition.ToString() : "aws";
}
