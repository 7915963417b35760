using Mrap.Core.AccessPoints;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Sandbox.Identity;

namespace Mrap.Sandbox.Replication;

/// <summary>A role and the session that S3 starts of it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Permissions">What the session brings to every decision.</param>
internal sealed record AssumedRole(IamRole Role, CallerPermissions Permissions)
{
    private static readonly Principal s_live = Principal.Parse("s3.amazonaws.com");
    private static readonly Principal s_batch = Principal.Parse("batchoperations.s3.amazonaws.com");

    /// <summary>
    /// Whether the role's trust policy lets S3 assume it (Amazon S3 User Guide, "Setting up permissions for live replication").
    /// </summary>
    /// <param name="source">The bucket for which it is assumed.</param>
    /// <param name="account">The account that owns the bucket.</param>
    public bool TrustsLive(BucketName source, AccountId account) => Trusts(s_live, source.Arn, account);

    /// <summary>Whether the role's trust policy lets S3 Batch Operations assume it.</summary>
    /// <param name="job">The ARN of the job for which it is assumed.</param>
    /// <param name="account">The account that has the job.</param>
    public bool TrustsBatch(string job, AccountId account) => Trusts(s_batch, job, account);

    private bool Trusts(Principal service, string sourceArn, AccountId account)
    {
        var context = RequestContext.Create(
            [KeyValuePair.Create("aws:SourceArn", sourceArn), KeyValuePair.Create("aws:SourceAccount", account.Value)]);
        var request = new AccessRequest(service, "sts:AssumeRole", Role.Arn, Role.Account.Value, context);
        return AccessDecider
            .Decide(new PolicySet { Resource = Role.Trust.As(PolicyKind.Trust), RequiresResourceAllow = true }, request)
            .IsAllowed;
    }
}
