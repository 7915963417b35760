using System.Collections.Immutable;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// A Multi-Region Access Point. Name, alias, members and Block Public Access never change after creation (Amazon S3 User Guide, "Creating
/// Multi-Region Access Points").
/// </summary>
/// <param name="Name">The name, unique in the account.</param>
/// <param name="Alias">The generated alias, unique in the world and never reused.</param>
/// <param name="Owner">The account that owns it.</param>
/// <param name="CreatedAt">When the create request was received.</param>
/// <param name="Status">The state.</param>
/// <param name="BlockPublicAccess">The four switches.</param>
/// <param name="Members">The buckets, 1 to 17, one per Region.</param>
public sealed record AccessPoint(
    AccessPointName Name,
    AccessPointAlias Alias,
    AccountId Owner,
    DateTimeOffset CreatedAt,
    AccessPointStatus Status,
    BlockPublicAccess BlockPublicAccess,
    ImmutableArray<MemberBucket> Members)
{
    /// <summary>The ARN, in the commercial partition: the others have no access points of this kind.</summary>
    public AccessPointArn Arn => new("aws", Owner, Alias);

    /// <summary>Whether both are the same in everything, the order of their members included.</summary>
    public bool Equals(AccessPoint? other) =>
        other is not null
        && (Name, Alias, Owner, CreatedAt, Status) == (other.Name, other.Alias, other.Owner, other.CreatedAt, other.Status)
        && BlockPublicAccess == other.BlockPublicAccess
        && Members.AsSpan().SequenceEqual(other.Members.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Alias, Owner, CreatedAt, Status);
}
