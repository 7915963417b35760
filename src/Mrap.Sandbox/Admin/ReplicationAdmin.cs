using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Replication;
using Mrap.Sandbox.Storage;

namespace Mrap.Sandbox.Admin;

/// <summary>What waits for replication, what failed, and the event notifications that tell of it.</summary>
internal sealed class ReplicationAdmin(RegionStores stores, ReplicationBacklog backlog, ReplicationReports reports, TimeProvider time)
    : IAdminOperations
{
    private const int MaxWait = 600;
    private const int MaxEvents = 1000;
    private const int UsualEvents = 100;

    /// <inheritdoc/>
    public ImmutableArray<AdminOperation> Operations =>
    [
        new("GET", "replication", "what waits for replication by rule; ?wait= waits that many seconds until nothing does", StatusAsync),
        new("GET", "replication/failures/", "the failed replications of a bucket; ?limit=", FailuresAsync),
        new("GET", "events", "event notifications of replication, the newest first; ?bucket= and ?limit= choose", EventsAsync),
    ];

    private async Task StatusAsync(AdminCall call)
    {
        if (call.Query("wait") is { Length: > 0 } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > MaxWait)
            {
                await call.ProblemAsync(400, $"wait must be a number of seconds from 0 to {MaxWait}");
                return;
            }

            await WaitAsync(TimeSpan.FromSeconds(seconds), call.Aborted);
        }

        var lines = backlog.ReadAll();
        await call.JsonAsync(new
        {
            pending = lines.Sum(found => found.Line.Operations),
            pendingBytes = lines.Sum(found => found.Line.Bytes),
            failed = lines.Sum(found => found.Line.Failed),
            rules = lines.Select(found => new
            {
                bucket = found.Line.Bucket.Value,
                region = found.Region.Value,
                destination = found.Line.Destination.Value,
                destinationRegion = stores.FindBucket(found.Line.Destination)?.Region.Value,
                rule = found.Line.Rule,
                enabled = found.Rule?.IsEnabled ?? false,
                pending = found.Line.Operations,
                pendingBytes = found.Line.Bytes,
                oldest = found.Line.Oldest,
                failed = found.Line.Failed,
                lastFailure = found.Line.LastFailure,
            }),
        });
    }

    private async Task FailuresAsync(AdminCall call)
    {
        if (!BucketName.Parse(call.Argument).TryGet(out var name) || stores.FindBucket(name) is not { } bucket)
        {
            await call.ProblemAsync(404, "there is no such bucket");
            return;
        }

        if (await LimitAsync(call) is { } limit)
        {
            await call.JsonAsync(stores.Get(bucket.Region).ReadFailures(name, limit).Select(failure => new
            {
                key = failure.Key,
                versionId = failure.VersionId,
                destination = failure.Destination,
                failureReason = failure.Failure,
            }));
        }
    }

    private async Task EventsAsync(AdminCall call)
    {
        BucketName? bucket = null;
        if (call.Query("bucket") is { Length: > 0 } text)
        {
            if (!BucketName.Parse(text).TryGet(out var name))
            {
                await call.ProblemAsync(400, "bucket must be the name of a bucket");
                return;
            }

            bucket = name;
        }

        if (await LimitAsync(call) is { } limit)
        {
            var events = stores.OpenRegions.SelectMany(region => stores.Get(region).ReadEvents(bucket, limit))
                .OrderByDescending(found => found.Time)
                .Take(limit)
                .Select(found => JsonSerializer.Deserialize<JsonElement>(found.Document));
            await call.JsonAsync(new Dictionary<string, object> { ["Records"] = events });
        }
    }

    private static async Task<int?> LimitAsync(AdminCall call)
    {
        var text = call.Query("limit");
        if (text.Length == 0)
        {
            return UsualEvents;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= MaxEvents)
        {
            return limit;
        }

        await call.ProblemAsync(400, $"limit must be a number from 1 to {MaxEvents}");
        return null;
    }

    // what ended between the look and the wait has pulsed the task that was taken before the look
    private async Task WaitAsync(TimeSpan wait, CancellationToken aborted)
    {
        using var timeout = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, aborted);
        while (true)
        {
            var next = reports.Next;
            if (backlog.CountWaiting() == 0)
            {
                return;
            }

            await next.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (either.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
