using System.Collections.Immutable;
using Mrap.Aws.Buckets;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;
using Wire = Amazon.S3.Model;

namespace Mrap.Aws.Replication;

/// <summary>The steps of a plan that changes replication rules. Each can be run again: one that is done finds that out.</summary>
/// <param name="buckets">Enables versioning.</param>
/// <param name="roles">Makes the role.</param>
/// <param name="get">Reads what stands at a bucket before it is replaced.</param>
/// <param name="permissions">Reads the policies of other accounts' buckets.</param>
/// <param name="applied">Where a change is remembered, to be taken back.</param>
public sealed class ReplicationSteps(
    AwsClients clients, CreateBucket buckets, ReplicationRoles roles, GetReplication get, GetPermissions permissions,
    AppliedReplication applied)
{
    /// <summary>The steps of a preview, in their order.</summary>
    internal ImmutableArray<PlanStep> Of(ReplicationPreview preview)
    {
        var changes = preview.Buckets.Where(bucket => bucket.IsChange).ToImmutableArray();
        var fixes = preview.Findings.Select(finding => finding.Fix).ToList();
        return
        [
            .. fixes.OfType<PreflightFix.EnableVersioning>().Select(fix => Versioning(fix.Member)),
            .. preview.Role is { } role ? Role(role) : [],
            .. preview.Role is { } used ? fixes.OfType<PreflightFix.PermitRole>().Select(fix => Permit(fix, used)) : [],
            .. changes.Select(change => Rules(preview, change)),
            Check(changes),
        ];
    }

    private PlanStep Versioning(MemberBucket member) => new(
        $"versioning:{member.Bucket}",
        $"Enable versioning of {member.Bucket}",
        AwsCli.EnableVersioning(member.Bucket, member.Region),
        (_, tokens) => buckets.EnableVersioningAsync(member.Bucket, member.Region, tokens.Call));

    private PlanStep[] Role(ReplicationRoleDocuments role) =>
    [
        new(
            "role", $"Create the role {role.ShownName}", ReplicationCli.CreateRole(role),
            (_, tokens) => roles.EnsureAsync(role, tokens.Call)),
        new(
            "role-policy", $"Permit {role.ShownName} to replicate", ReplicationCli.PutRolePolicy(role),
            (_, tokens) => roles.PermitAsync(role, tokens.Call)),
    ];

    private PlanStep Permit(PreflightFix.PermitRole fix, ReplicationRoleDocuments role) => new(
        $"policy:{fix.Member.Bucket}",
        $"Permit {role.ShownName} in the policy of {fix.Member.Bucket}",
        AwsCli.PutBucketPolicy(
            fix.Member.Bucket, fix.Member.Region, DestinationPolicy.Add(null, fix.Member.Bucket, role.Arn, fix.ChangesOwner)!),
        (_, tokens) => PermitAsync(fix, role, tokens));

    private PlanStep Rules(ReplicationPreview preview, BucketReplicationPlan plan) => new(
        $"rules:{plan.Member.Bucket}",
        plan.After == ReplicationConfiguration.None
            ? $"Delete the replication rules of {Place(plan)}"
            : $"Put the replication rules of {Place(plan)}",
        ReplicationCli.Put(plan.Member, plan.After),
        (_, tokens) => PutAsync(preview, plan, tokens));

    private PlanStep Check(ImmutableArray<BucketReplicationPlan> changes) => new(
        "check", "Read the rules back", ReplicationCli.Get(changes.Select(change => change.Member)),
        (report, tokens) => CheckAsync(changes, report, tokens.Stop));

    private static string Place(BucketReplicationPlan plan) =>
        $"{plan.Member.Bucket} in {RegionCatalog.ShortNameOf(plan.Member.Region)}";

    private async Task<AwsFault?> PermitAsync(PreflightFix.PermitRole fix, ReplicationRoleDocuments role, StepTokens tokens)
    {
        var member = fix.Member;
        var whatFailed = $"The policy of the bucket `{member.Bucket}` was not changed.";
        var found = await permissions.ReadBucketPolicyAsync(member, tokens.Stop);
        if (!found.TryGet(out var policy, out var fault))
        {
            return fault;
        }

        var wanted = DestinationPolicy.Add(policy.Text, member.Bucket, role.Arn, fix.ChangesOwner);
        if (wanted is null)
        {
            return AwsFaults.Invalid(
                whatFailed, "What stands there is not understood as a policy.", "Have the bucket's owner add the statements of this step.");
        }

        if (wanted == policy.Text)
        {
            return null;
        }

        var request = new Wire.PutBucketPolicyRequest { BucketName = member.Bucket.Value, Policy = wanted };
        return (
            await AwsCall.InvokeAsync(whatFailed, () => clients.S3(member.Region).PutBucketPolicyAsync(request, tokens.Call))).Fault;
    }

    private async Task<AwsFault?> PutAsync(ReplicationPreview preview, BucketReplicationPlan plan, StepTokens tokens)
    {
        var (member, whatFailed) = (plan.Member, $"The replication rules of `{plan.Member.Bucket}` were not replaced.");
        var found = await get.FindRulesAsync(member, tokens.Stop);
        if (!found.TryGet(out var rules, out var fault))
        {
            return fault;
        }

        if (rules == plan.After)
        {
            return null;
        }

        if (rules != plan.Before)
        {
            return AwsFaults.Invalid(
                whatFailed, "Somebody changed them since this change was laid out.",
                "Reload the page and lay the change out anew, so that theirs are kept.");
        }

        applied.Remember(preview);
        var s3 = clients.S3(member.Region);
        if (plan.After == ReplicationConfiguration.None)
        {
            var delete = new Wire.DeleteBucketReplicationRequest { BucketName = member.Bucket.Value };
            return (await AwsCall.InvokeAsync(whatFailed, () => s3.DeleteBucketReplicationAsync(delete, tokens.Call))).Fault;
        }

        var put = new Wire.PutBucketReplicationRequest
        {
            BucketName = member.Bucket.Value,
            Configuration = ReplicationMapper.Write(plan.After),
        };
        return (await AwsCall.InvokeAsync(whatFailed, () => s3.PutBucketReplicationAsync(put, tokens.Call))).Fault;
    }

    private async Task<AwsFault?> CheckAsync(
        ImmutableArray<BucketReplicationPlan> changes, StepReport report, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            report.Say($"Reading {change.Member.Bucket}");
            var found = await get.FindRulesAsync(change.Member, cancellationToken);
            if (!found.TryGet(out var rules, out var fault))
            {
                return fault;
            }

            if (rules != change.After)
            {
                return AwsFaults.Invalid(
                    $"The replication rules of `{change.Member.Bucket}` are not what was put.",
                    "The bucket answers with other rules: it does not see them yet, or somebody changed them.",
                    "Wait a moment and run this step again.");
            }
        }

        return null;
    }
}
