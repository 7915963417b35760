using System.Collections.Immutable;
using Amazon.S3Control.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Aws.Settings;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Regions;
using JobStatus = Amazon.S3Control.JobStatus;

namespace Mrap.Aws.Comparison;

/// <summary>
/// Closes gaps that a rule covers by having S3 replicate the objects now, first as a plan with one batch job for each source bucket
/// (Amazon S3 User Guide, "Replicating existing objects with Batch Replication"). Unlike a copy, a replica keeps its version.
/// </summary>
/// <param name="identity">The account of the jobs.</param>
/// <param name="read">Reads the rules, whose role the jobs act as.</param>
/// <param name="runner">Runs the plan.</param>
/// <param name="time">The clock.</param>
public sealed class ReplicateGaps(AwsClients clients, AccountIdentity identity, ReadSettings read, PlanRunner runner, TimeProvider time)
{
    private const double Growth = 1.5;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(15);

    /// <summary>Whether a rule covers a gap that waiting does not close.</summary>
    public static bool CanReplicate(Gap gap) =>
        gap.Difference.Source is not null
        && gap.Reasons.Any(reason => reason is GapReason.Failed or GapReason.OlderThanRule or GapReason.ChangedSince);

    /// <summary>Lays the jobs out as steps. Nothing is changed yet.</summary>
    /// <param name="gaps">The gaps that were chosen; those that no rule covers are passed over.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The plan, or why it cannot be done.</returns>
    public async Task<Outcome<ChangePlan>> PlanAsync(
        AccessPoint accessPoint, ImmutableArray<Gap> gaps, CancellationToken cancellationToken)
    {
        var sources = gaps.Where(CanReplicate).GroupBy(gap => gap.Difference.Source!.Value).OrderBy(group => group.Key).ToList();
        if (sources.Count == 0)
        {
            return AwsFaults.Invalid(
                "There is nothing that a rule replicates.", "No rule covers the chosen keys, or S3 has yet to replicate them.",
                "Create a rule that covers them, or copy them.");
        }

        if (!(await identity.GetAsync(cancellationToken)).TryGet(out var account, out var unknown))
        {
            return unknown;
        }

        var steps = ImmutableArray.CreateBuilder<PlanStep>(sources.Count);
        foreach (var source in sources)
        {
            var member = accessPoint.Members[source.Key];
            if (!(await read.ReplicationAsync(member, cancellationToken)).TryGet(out var rules, out var fault))
            {
                return fault;
            }

            if (rules.Value?.Role is not { Length: > 0 } role)
            {
                return AwsFaults.Invalid(
                    $"The objects of `{member.Bucket}` cannot be replicated.", "Its replication rules are gone, or name no role.",
                    "Compare the buckets again, or copy the objects.");
            }

            steps.Add(Step(member, account, role, [.. source.Select(gap => gap.Difference.Key)]));
        }

        var after = sources.SelectMany(
            source => source.Select(gap => $"{accessPoint.Members[source.Key].Bucket}: {gap.Difference.Key}"));
        return new ChangePlan(
            new Change(
                ChangeAction.ReplicateObjects, accessPoint.Name.Value, accessPoint.Name.Value, Before: null, string.Join('\n', after)),
            steps.MoveToImmutable());
    }

    /// <summary>Runs the plan; it takes an operator.</summary>
    /// <param name="from">The step to begin with: 0, or <see cref="PlanProgress.ResumeFrom"/> of a run that failed.</param>
    /// <param name="cancellationToken">Stops waiting for the job under way, which goes on at S3.</param>
    /// <returns>The progress; the last element is finished.</returns>
    public IAsyncEnumerable<PlanProgress> ExecuteAsync(ChangePlan plan, int from, CancellationToken cancellationToken) =>
        runner.RunAsync(plan, from, cancellationToken);

    private PlanStep Step(MemberBucket source, AccountId account, string role, ImmutableArray<string> keys)
    {
        // a job asked for twice with one token is made once: a step that is run again waits for the job of its first run
        var token = Guid.NewGuid().ToString();
        return new PlanStep(
            $"replicate:{source.Bucket}",
            $"Have S3 replicate {(keys.Length == 1 ? "one object" : $"{keys.Length} objects")} of "
                + $"{RegionCatalog.ShortNameOf(source.Region)} by the rules of {source.Bucket}",
            AwsCli.CreateReplicationJob(source.Bucket, source.Region, account, role, keys, token),
            (report, tokens) => ReplicateAsync(source, account, Request(source, account, role, keys, token), report, tokens));
    }

    private static CreateJobRequest Request(
        MemberBucket source, AccountId account, string role, ImmutableArray<string> keys, string token) => new()
        {
            AccountId = account.Value,
            ClientRequestToken = token,
            ConfirmationRequired = false,
            Operation = new JobOperation { S3ReplicateObject = new S3ReplicateObjectOperation() },
            Report = new JobReport { Enabled = false },
            Description = $"Replicate what is missing, from {source.Bucket}",
            Priority = 10,
            RoleArn = role,
            ManifestGenerator = new JobManifestGenerator
            {
                S3JobManifestGenerator = new S3JobManifestGenerator
                {
                    ExpectedBucketOwner = source.BucketAccount.Value,
                    SourceBucket = source.Bucket.Arn,
                    EnableManifestOutput = false,
                    Filter = new JobManifestGeneratorFilter
                    {
                        EligibleForReplication = true,
                        KeyNameConstraint = new KeyNameConstraint { MatchAnyPrefix = [.. keys] },
                    },
                },
            },
        };

    private async Task<AwsFault?> ReplicateAsync(
        MemberBucket source, AccountId account, CreateJobRequest request, StepReport report, StepTokens tokens)
    {
        var whatFailed = $"The objects of the bucket `{source.Bucket}` were not replicated.";
        var made = await AwsCall.InvokeAsync(whatFailed, () => clients.Control(source.Region).CreateJobAsync(request, tokens.Call));
        if (!made.TryGet(out var created, out var fault))
        {
            return fault;
        }

        var ask = new DescribeJobRequest { AccountId = account.Value, JobId = created.JobId };
        for (var pause = s_firstPause; ; pause = pause * Growth < s_longestPause ? pause * Growth : s_longestPause)
        {
            var answer = await AwsCall.InvokeAsync(whatFailed, () => clients.Control(source.Region).DescribeJobAsync(ask, tokens.Stop));
            if (!answer.TryGet(out var described, out fault))
            {
                return fault;
            }

            if (described.Job is not { } job)
            {
                return AwsFaults.Unreadable(whatFailed, "the answer holds no job");
            }

            report.Say(Words(job));
            if (job.Status == JobStatus.Complete || job.Status == JobStatus.Failed || job.Status == JobStatus.Cancelled)
            {
                return End(whatFailed, job);
            }

            await Task.Delay(pause, time, tokens.Stop);
        }
    }

    private static AwsFault? End(string whatFailed, JobDescriptor job)
    {
        if (job.Status == JobStatus.Complete && job.ProgressSummary?.NumberOfTasksFailed is null or 0)
        {
            return null;
        }

        var why = job.FailureReasons is [{ FailureReason: { } reason }, ..] ? reason : Words(job);
        return AwsFaults.Invalid(
            whatFailed, $"The job {job.JobId} ended as {job.Status?.Value}: {why}.",
            "Look whether the role of the rules trusts S3 Batch Operations and may replicate, then compare again, or copy the objects.");
    }

    private static string Words(JobDescriptor job) => job.ProgressSummary is { TotalNumberOfTasks: > 0 } progress
        ? $"{job.Status?.Value}: {progress.NumberOfTasksSucceeded ?? 0} of {progress.TotalNumberOfTasks} replicated, "
            + $"{progress.NumberOfTasksFailed ?? 0} failed"
        : job.Status?.Value ?? string.Empty;
}
