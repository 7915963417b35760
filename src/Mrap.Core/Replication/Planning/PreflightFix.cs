using Mrap.Core.AccessPoints;

namespace Mrap.Core.Replication.Planning;

/// <summary>What puts a finding right.</summary>
public abstract record PreflightFix
{
    private PreflightFix()
    {
    }

    /// <summary>Enable versioning of a bucket: a plan does it by itself.</summary>
    /// <param name="Member">The bucket.</param>
    public sealed record EnableVersioning(MemberBucket Member) : PreflightFix;

    /// <summary>Enable Object Lock of a bucket, which cannot be undone: nobody does it but its owner.</summary>
    /// <param name="Member">The bucket.</param>
    public sealed record EnableObjectLock(MemberBucket Member) : PreflightFix;

    /// <summary>Have the bucket's owner pay for requests.</summary>
    /// <param name="Member">The bucket.</param>
    public sealed record StopRequesterPays(MemberBucket Member) : PreflightFix;

    /// <summary>Have the owner of another account's bucket permit the role to replicate to it.</summary>
    /// <param name="Member">The bucket.</param>
    /// <param name="ChangesOwner">Whether replicas come into the owner's possession.</param>
    public sealed record PermitRole(MemberBucket Member, bool ChangesOwner) : PreflightFix;

    /// <summary>Have the owner of another account's bucket do it: make its rules, or enable its versioning.</summary>
    /// <param name="Member">The bucket.</param>
    public sealed record AskOwner(MemberBucket Member) : PreflightFix;

    /// <summary>Have a rule replicate objects that are encrypted with KMS keys, and name a key for the replicas.</summary>
    /// <param name="Member">The source.</param>
    /// <param name="RuleId">The identifier of the rule.</param>
    public sealed record SelectEncrypted(MemberBucket Member, string RuleId) : PreflightFix;

    /// <summary>Leave the owner of replicas as it is.</summary>
    /// <param name="Member">The source.</param>
    /// <param name="RuleId">The identifier of the rule.</param>
    public sealed record KeepOwner(MemberBucket Member, string RuleId) : PreflightFix;

    /// <summary>Read the bucket again, or have its owner permit it.</summary>
    /// <param name="Member">The bucket.</param>
    public sealed record ReadAgain(MemberBucket Member) : PreflightFix;
}
