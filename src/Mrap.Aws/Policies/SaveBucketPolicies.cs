using System.Collections.Immutable;
using Amazon.S3.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Policy.Model;

namespace Mrap.Aws.Policies;

/// <summary>Replaces the policies of buckets behind an access point, first as a plan with one step for each bucket.</summary>
/// <param name="get">Reads what stands at a bucket before it is replaced.</param>
/// <param name="runner">Runs the plan.</param>
public sealed class SaveBucketPolicies(AwsClients clients, GetPermissions get, PlanRunner runner)
{
    /// <summary>Lays the changes out as steps. Nothing is changed yet.</summary>
    /// <param name="changes">The changes, at least one.</param>
    /// <returns>The plan, or why a policy cannot be saved.</returns>
    public Outcome<ChangePlan> Plan(AccessPointName accessPoint, ImmutableArray<BucketPolicyChange> changes)
    {
        ArgumentOutOfRangeException.ThrowIfZero(changes.Length);
        foreach (var change in changes)
        {
            if (PolicyDocument.Parse(change.After, PolicyKind.Bucket) is { IsValid: false, Faults: [var fault, ..] })
            {
                return AwsFaults.Invalid(
                    $"The policy of the bucket `{change.Member.Bucket}` cannot be saved.", $"Line {fault.Position.Line}: {fault.Message}.",
                    AwsFaults.Sentence(fault.Hint));
            }
        }

        return new ChangePlan(Describe(accessPoint, changes), [.. changes.Select(Step)]);
    }

    /// <summary>Runs the plan; it takes an administrator.</summary>
    /// <param name="from">The step to begin with: 0, or <see cref="PlanProgress.ResumeFrom"/> of a run that failed.</param>
    /// <param name="cancellationToken">Stops after the call under way; what is done stays done.</param>
    /// <returns>The progress; the last element is finished.</returns>
    public IAsyncEnumerable<PlanProgress> ExecuteAsync(ChangePlan plan, int from, CancellationToken cancellationToken) =>
        runner.RunAsync(plan, from, cancellationToken);

    private static Change Describe(AccessPointName accessPoint, ImmutableArray<BucketPolicyChange> changes) => new(
        ChangeAction.ReplaceBucketPolicies, accessPoint.Value, accessPoint.Value, Text(changes, change => change.Before),
        Text(changes, change => change.After));

    private static string Text(ImmutableArray<BucketPolicyChange> changes, Func<BucketPolicyChange, string?> policy) =>
        string.Join(
            '\n', changes.Select(change => $"{change.Member.Bucket} in {change.Member.Region}:\n{policy(change) ?? "no policy"}\n"));

    private PlanStep Step(BucketPolicyChange change) => new(
        $"policy:{change.Member.Bucket}",
        $"Replace the policy of {change.Member.Bucket} in {RegionCatalog.ShortNameOf(change.Member.Region)}",
        AwsCli.PutBucketPolicy(change.Member.Bucket, change.Member.Region, change.After),
        (_, tokens) => ReplaceAsync(change, tokens));

    private async Task<AwsFault?> ReplaceAsync(BucketPolicyChange change, StepTokens tokens)
    {
        var (member, whatFailed) = (change.Member, $"The policy of the bucket `{change.Member.Bucket}` was not replaced.");
        var found = await get.ReadBucketPolicyAsync(member, tokens.Stop);
        if (!found.TryGet(out var policy, out var fault))
        {
            return fault;
        }

        if (policy.Text == change.After)
        {
            return null;
        }

        if (policy.Text != change.Before)
        {
            return AwsFaults.Invalid(
                whatFailed, "Somebody changed it since this change was laid out.",
                "Reload the page and lay the change out anew, so that theirs is kept.");
        }

        var request = new PutBucketPolicyRequest { BucketName = member.Bucket.Value, Policy = change.After };
        return (
            await AwsCall.InvokeAsync(whatFailed, () => clients.S3(member.Region).PutBucketPolicyAsync(request, tokens.Call))).Fault;
    }
}
