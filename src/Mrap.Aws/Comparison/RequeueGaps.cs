using System.Collections.Immutable;
using Amazon.S3.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Regions;

namespace Mrap.Aws.Comparison;

/// <summary>
/// Closes gaps by copying the newest copy of each object to the buckets that lack it, first as a plan with one step for each pair of
/// buckets. S3 copies from bucket to bucket, with metadata and tags; a copy is a version of its own. Deletions are not carried.
/// </summary>
/// <param name="runner">Runs the plan.</param>
public sealed class RequeueGaps(AwsClients clients, PlanRunner runner)
{
    private const int AtOnce = 4;
    private const int PreconditionFailed = 412;
    private const int ShownCommands = 20;

    /// <summary>Lays the copies out as steps. Nothing is changed yet.</summary>
    /// <param name="gaps">The gaps that were chosen.</param>
    /// <returns>The plan, or why there is nothing to copy.</returns>
    public Outcome<ChangePlan> Plan(AccessPoint accessPoint, ImmutableArray<Gap> gaps)
    {
        var copies = gaps
            .SelectMany(gap => Copies(accessPoint, gap.Difference))
            .GroupBy(copy => (copy.From, copy.To))
            .OrderBy(pair => pair.Key.From.Region)
            .ThenBy(pair => pair.Key.To.Region)
            .Select(pair => pair.ToImmutableArray())
            .ToImmutableArray();
        return copies.IsEmpty
            ? AwsFaults.Invalid(
                "There is nothing to copy.",
                "Each of the chosen keys is deleted, differs in its version alone, or nobody can tell which copy is the newest.",
                "Delete such objects in the other buckets, or put them anew, and compare again.")
            : new ChangePlan(Describe(accessPoint, copies), [.. copies.Select(Step)]);
    }

    /// <summary>Runs the plan; it takes an operator.</summary>
    /// <param name="from">The step to begin with: 0, or <see cref="PlanProgress.ResumeFrom"/> of a run that failed.</param>
    /// <param name="cancellationToken">Stops after the calls under way; what is done stays done.</param>
    /// <returns>The progress; the last element is finished.</returns>
    public IAsyncEnumerable<PlanProgress> ExecuteAsync(ChangePlan plan, int from, CancellationToken cancellationToken) =>
        runner.RunAsync(plan, from, cancellationToken);

    private static IEnumerable<ObjectCopy> Copies(AccessPoint accessPoint, KeyDifference difference) => difference.Source is { } source
        ? difference.Behind
            .Where(behind => !difference.Copies[behind].HasContentOf(difference.Copies[source]))
            .Select(behind => new ObjectCopy(
                difference.Key, accessPoint.Members[source], difference.Copies[source], accessPoint.Members[behind],
                difference.Copies[behind]))
        : [];

    private static Change Describe(AccessPoint accessPoint, ImmutableArray<ImmutableArray<ObjectCopy>> copies) => new(
        ChangeAction.CopyObjects, accessPoint.Name.Value, accessPoint.Name.Value, Before: null,
        string.Join('\n', copies.SelectMany(pair => pair).Select(copy => $"{copy.From.Bucket} to {copy.To.Bucket}: {copy.Key}")));

    private PlanStep Step(ImmutableArray<ObjectCopy> copies)
    {
        var (from, to) = (copies[0].From, copies[0].To);
        return new PlanStep(
            $"copy:{from.Bucket}:{to.Bucket}",
            $"Copy {(copies.Length == 1 ? "one object" : $"{copies.Length} objects")} from {RegionCatalog.ShortNameOf(from.Region)} "
                + $"to {RegionCatalog.ShortNameOf(to.Region)}",
            string.Join('\n', copies.Take(ShownCommands).Select(copy => AwsCli.CopyObject(from.Bucket, to.Bucket, to.Region, copy.Key)))
                + (copies.Length > ShownCommands ? $"\n# and {copies.Length - ShownCommands} more in the same way" : string.Empty),
            (report, tokens) => CopyAsync(copies, report, tokens));
    }

    private async Task<AwsFault?> CopyAsync(ImmutableArray<ObjectCopy> copies, StepReport report, StepTokens tokens)
    {
        var (done, left) = (0, 0);
        AwsFault? failed = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(tokens.Stop);
        try
        {
            await Parallel.ForEachAsync(
                copies, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token }, async (copy, _) =>
                {
                    var fault = await CopyAsync(copy, tokens.Call);
                    if (fault is { Status: PreconditionFailed })
                    {
                        Interlocked.Increment(ref left);
                    }
                    else if (fault is not null)
                    {
                        Interlocked.CompareExchange(ref failed, fault, comparand: null);
                        await stop.CancelAsync();
                        return;
                    }

                    report.Say($"{Interlocked.Increment(ref done)} of {copies.Length}{Left(left)}");
                });
        }
        catch (OperationCanceledException) when (failed is not null)
        {
            // Stopped by the fault, which says more.
        }

        return failed;
    }

    private async Task<AwsFault?> CopyAsync(ObjectCopy copy, CancellationToken cancellationToken)
    {
        // what somebody wrote there meanwhile is newer than this plan
        var request = new CopyObjectRequest
        {
            SourceBucket = copy.From.Bucket.Value,
            SourceKey = copy.Key,
            SourceVersionId = copy.Original.VersionId,
            DestinationBucket = copy.To.Bucket.Value,
            DestinationKey = copy.Key,
            IfMatch = copy.Replaced.State == CopyState.Present ? copy.Replaced.ETag : null,
            IfNoneMatch = copy.Replaced.State == CopyState.Present ? null : "*",
        };
        return (
            await AwsCall.InvokeAsync(
                $"`{copy.Key}` was not copied to the bucket `{copy.To.Bucket}`.",
                () => clients.S3(copy.To.Region).CopyObjectAsync(request, cancellationToken))).Fault;
    }

    private static string Left(int count) => count == 0 ? string.Empty : $", {count} left alone because somebody wrote there meanwhile";

    private sealed record ObjectCopy(string Key, MemberBucket From, KeyCopy Original, MemberBucket To, KeyCopy Replaced);
}
