using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Plans;

/// <summary>A new access point as a person asks for it. Nothing of it can be changed later but policy and routes.</summary>
/// <param name="Buckets">The buckets, 1 to 17, one per Region.</param>
/// <param name="BlockPublicAccess">The four switches.</param>
public sealed record CreateAccessPointInput(
    AccessPointName Name, ImmutableArray<BucketChoice> Buckets, BlockPublicAccess BlockPublicAccess);
