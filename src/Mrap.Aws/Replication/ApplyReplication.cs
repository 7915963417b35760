using System.Collections.Immutable;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;

namespace Mrap.Aws.Replication;

/// <summary>
/// Changes the replication rules of an access point's buckets: first as a preview, then as a plan, then step by step. Nothing but the run
/// of the plan changes anything.
/// </summary>
/// <param name="steps">Makes the steps.</param>
/// <param name="applied">Where changes are remembered, to be taken back.</param>
/// <param name="runner">Runs the plan.</param>
public sealed class ApplyReplication(ReplicationSteps steps, AppliedReplication applied, PlanRunner runner)
{
    private const string WhatFailed = "The replication rules cannot be changed.";

    /// <summary>Shows what wanted rules would do.</summary>
    /// <param name="buckets">What is known of all buckets of the access point.</param>
    /// <param name="desired">The wanted rules, from a template or free.</param>
    /// <param name="mode">What becomes of other rules.</param>
    /// <returns>The preview, or why there is none: an unreadable bucket, or a rule that S3 would refuse.</returns>
    public static Outcome<ReplicationPreview> Preview(
        AccessPoint accessPoint, ImmutableArray<BucketReplication> buckets, ImmutableArray<DesiredRule> desired, MergeMode mode)
    {
        if (desired.Select(rule => rule.Options.Fault).FirstOrDefault(fault => fault is not null) is { } option)
        {
            return AwsFaults.Invalid(WhatFailed, AwsFaults.Sentence(option), "Change the options.");
        }

        var role = ReplicationRole.ArnOf(accessPoint.Owner, ReplicationRole.NameFor(accessPoint.Name));
        return ReplicationPreviewer.Make(
            accessPoint, buckets, bucket => desired.Where(rule => rule.Source == bucket.Bucket).ToList() is { Count: > 0 } wanted
                ? rules => RuleMerge.Merge(rules, wanted, role, mode)
                : null);
    }

    /// <summary>Shows what an edit of one bucket's rules would do.</summary>
    /// <param name="buckets">What is known of all buckets of the access point.</param>
    /// <param name="bucket">The bucket that has the rules.</param>
    /// <param name="edit">Changes its configuration; one of <see cref="RuleEdits"/>.</param>
    /// <returns>The preview, or why there is none: an unreadable bucket, or a rule that S3 would refuse.</returns>
    public static Outcome<ReplicationPreview> PreviewEdit(
        AccessPoint accessPoint, ImmutableArray<BucketReplication> buckets, BucketName bucket,
        Func<ReplicationConfiguration, MergedRules> edit)
    {
        var preview = ReplicationPreviewer.Make(accessPoint, buckets, found => found.Bucket == bucket ? edit : null);
        return preview.TryGet(out var made, out var fault) ? made with { IsEdit = true } : fault;
    }

    /// <summary>Shows what taking the last change of the access point back would do.</summary>
    /// <param name="buckets">What is known of all buckets of the access point, now.</param>
    /// <returns>
    /// The preview; or why there is none: nothing was changed since the console started. Buckets whose rules changed since stay as they
    /// are.
    /// </returns>
    public Outcome<ReplicationPreview> PreviewUndo(AccessPoint accessPoint, ImmutableArray<BucketReplication> buckets)
    {
        if (applied.Of(accessPoint.Name) is not { } last)
        {
            return AwsFaults.Invalid(
                WhatFailed, "The console remembers no change since it started.", "Look for the rules of before in the activity log.");
        }

        return ReplicationPreviewer.Make(
            accessPoint, buckets, bucket => last.Buckets.FirstOrDefault(plan => plan.Member.Bucket == bucket.Bucket) is { } plan
                ? rules => rules == plan.After ? Undo(plan) : RuleEdits.Remove(rules)
                : null);
    }

    /// <summary>Lays a preview out as steps. Nothing is changed yet.</summary>
    /// <param name="mayRemove">Whether somebody said that rules are to be removed.</param>
    /// <returns>The plan, or why there is none: nothing changes, or rules would be removed without a word.</returns>
    public Outcome<ChangePlan> Plan(ReplicationPreview preview, bool mayRemove)
    {
        if (!preview.IsChange)
        {
            return AwsFaults.Invalid(WhatFailed, "They are as wanted already.", "There is nothing to do.");
        }

        if (preview.RemovedCount > 0 && !mayRemove)
        {
            return AwsFaults.Invalid(
                WhatFailed, preview.RemovedCount == 1 ? "A rule would be removed." : $"{preview.RemovedCount} rules would be removed.",
                "Say that this is meant, or keep them.");
        }

        return preview.Findings.FirstOrDefault(
            finding => finding is { Severity: PreflightSeverity.Refused, Fix: not PreflightFix.EnableVersioning }) is { } refused
            ? AwsFaults.Invalid(WhatFailed, refused.Text, "Put that right first.")
            : new ChangePlan(Describe(preview), steps.Of(preview));
    }

    /// <summary>Runs the plan; it takes an administrator.</summary>
    /// <param name="from">The step to begin with: 0, or <see cref="PlanProgress.ResumeFrom"/> of a run that failed.</param>
    /// <param name="cancellationToken">Stops after the call under way; what is done stays done.</param>
    /// <returns>The progress; the last element is finished.</returns>
    public IAsyncEnumerable<PlanProgress> ExecuteAsync(ChangePlan plan, int from, CancellationToken cancellationToken) =>
        runner.RunAsync(plan, from, cancellationToken);

    private static MergedRules Undo(BucketReplicationPlan plan) => new(
        plan.Before,
        [
            .. plan.Changes.Where(change => change.After is not null).Select(change => new RuleChange(change.After, change.Before)),
            .. plan.Changes.Where(change => change.After is null).Select(change => new RuleChange(null, change.Before)),
        ]);

    private static Change Describe(ReplicationPreview preview) => new(
        preview.IsEdit ? ChangeAction.EditReplication : ChangeAction.ApplyReplication, preview.AccessPoint.Name.Value,
        preview.AccessPoint.Name.Value, Text(preview, plan => plan.Before), Text(preview, plan => plan.After));

    private static string Text(ReplicationPreview preview, Func<BucketReplicationPlan, ReplicationConfiguration> side) => string.Join(
        '\n',
        preview.Buckets.Where(plan => plan.IsChange).Select(
            plan => $"{plan.Member.Bucket} in {plan.Member.Region}:\n"
                + $"{(ReplicationXml.Write(side(plan)) is { Length: > 0 } xml ? xml : "no replication rules")}\n"));
}
