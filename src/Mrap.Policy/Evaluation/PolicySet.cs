using System.Collections.Immutable;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Evaluation;

/// <summary>Every policy that counts for a request to one resource. Parts that are empty are not attached.</summary>
public sealed record PolicySet
{
    /// <summary>No policy at all.</summary>
    public static PolicySet Empty { get; } = new();

    /// <summary>The caller's own policies and those of its groups; any of them can permit.</summary>
    public ImmutableArray<CompiledPolicy> Identity { get; init; } = [];

    /// <summary>The caller's permissions boundary; when there is one, it must permit.</summary>
    public ImmutableArray<CompiledPolicy> Boundary { get; init; } = [];

    /// <summary>The policies that the caller's session was started with; when there are any, one must permit.</summary>
    public ImmutableArray<CompiledPolicy> Session { get; init; } = [];

    /// <summary>
    /// Service control policies of the caller's organisation by level, root first; every level must permit. Empty outside an organisation
    /// and for its management account.
    /// </summary>
    public ImmutableArray<ImmutableArray<CompiledPolicy>> ServiceControl { get; init; } = [];

    /// <summary>
    /// Resource control policies of the resource's organisation by level, root first; every level must permit. Empty outside an
    /// organisation and for its management account.
    /// </summary>
    public ImmutableArray<ImmutableArray<CompiledPolicy>> ResourceControl { get; init; } = [];

    /// <summary>The policy of the VPC endpoint that the request came through; when there is one, it must permit.</summary>
    public ImmutableArray<CompiledPolicy> Endpoint { get; init; } = [];

    /// <summary>The policy of the bucket, access point or role that is asked for.</summary>
    public CompiledPolicy? Resource { get; init; }

    /// <summary>Whether the resource's policy must permit even in the same account, as a role's trust policy must.</summary>
    public bool RequiresResourceAllow { get; init; }

    /// <summary>
    /// Whether RestrictPublicBuckets is in effect at any level: with a public policy, only the owner's account and AWS services get in.
    /// </summary>
    public bool RestrictPublicBuckets { get; init; }

    /// <summary>Whether the caller has a permissions boundary; only users, roles and sessions can.</summary>
    internal bool HasBoundaryFor(Principal caller) => caller.HasIdentity && !Boundary.IsEmpty;
}
