using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.Storage;
using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.Replication.Jobs;

/// <summary>
/// Carries out jobs of S3 Batch Replication: puts their versions into the queue again, page by page, and waits until they are dealt with. A
/// job that was under way when the process ended begins anew; what it had done then is done.
/// </summary>
internal sealed class JobRunner(
    ReplicationJobs jobs, RegionStores stores, AssumedRoles roles, ReplicationReports reports, JobReportWriter writer,
    TimeProvider time, ILogger<JobRunner> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, Task> _runs = new(StringComparer.Ordinal);

    /// <summary>Goes on with the jobs that an earlier process left.</summary>
    public void Start()
    {
        foreach (var job in jobs.All.Where(job => !job.IsOver && job.Status != JobStatus.Suspended))
        {
            Run(job.Id);
        }
    }

    /// <summary>Carries out a job.</summary>
    public void Run(string id) => _runs[id] = Task.Run(() => RunQuietlyAsync(id), CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
            reports.Pulse();
            await Task.WhenAll(_runs.Values);
            _stop.Dispose();
        }
    }

    private async Task RunQuietlyAsync(string id)
    {
        try
        {
            await RunAsync(id, _stop.Token);
        }
        catch (Exception fault)
        {
            if (!_stop.IsCancellationRequested)
            {
                ReplicationLog.JobFailed(logger, id, fault);
                Fail(id, "InternalError", "An internal error has occurred.");
            }
        }
        finally
        {
            _runs.TryRemove(id, out _);
        }
    }

    private async Task RunAsync(string id, CancellationToken stop)
    {
        var job = jobs.Change(id, job => job with { Status = job.Status == JobStatus.New ? JobStatus.Preparing : job.Status });
        if (job is null or { IsOver: true })
        {
            return;
        }

        var bucket = BucketName.Parse(job.SourceBucket).Value;
        if (stores.FindBucket(bucket) is not { } location || stores.FindRules(bucket) is not { } rules)
        {
            Fail(id, "ManifestGenerationFailed", "The source bucket has no replication configuration.");
            return;
        }

        if (roles.Find(job.RoleArn)?.TrustsBatch(job.Arn, AccountId.Parse(job.Account).Value) != true)
        {
            Fail(id, "AssumeRoleFailed", "S3 Batch Operations cannot assume the role of the job.");
            return;
        }

        var store = stores.Get(location.Region);
        var pages = JobManifest.Pages(store, bucket, rules, job.Filter).ToList();
        job = jobs.Change(id, known => known with
        {
            Total = pages.Sum(page => page.Count),
            Status = known is { NeedsConfirmation: true, Status: JobStatus.Preparing } ? JobStatus.Suspended : JobStatus.Active,
        });
        if (job is not { Status: JobStatus.Active })
        {
            return;
        }

        var results = new List<JobResult>();
        foreach (var page in pages)
        {
            results.AddRange(await ReplicateAsync(id, store, bucket, page, stop));
            var (failed, done) = (results.Count(result => result.Failure is not null), results.Count);
            job = jobs.Change(id, known => known with { Failed = failed, Succeeded = done - failed });
            if (job is not { Status: JobStatus.Active })
            {
                return;
            }
        }

        if (job.Report is { } report && !await writer.WriteAsync(job, report, results, stop))
        {
            Fail(id, "ReportBucketNotFound", "The bucket of the completion report does not exist.");
            return;
        }

        jobs.Change(id, known => known with { Status = JobStatus.Complete, EndedAt = time.GetUtcNow() });
    }

    private async Task<List<JobResult>> ReplicateAsync(
        string id, RegionStore store, BucketName bucket, List<ObjectVersion> versions, CancellationToken stop)
    {
        var made = await store.RequeueAsync(bucket, versions.ConvertAll(version => (version.Key, version.VersionId)), stop);
        var results = new List<JobResult>(versions.Count);
        var waiting = new List<ObjectVersion>(versions.Count);
        for (var i = 0; i < versions.Count; i++)
        {
            if (made[i] > 0)
            {
                waiting.Add(versions[i]);
            }
            else
            {
                results.Add(new JobResult(versions[i].Key, versions[i].VersionId, "SrcObjectNotEligible"));
            }
        }

        while (true)
        {
            var next = reports.Next;
            waiting.RemoveAll(version =>
            {
                var state = store.FindObject(bucket, version.Key, version.VersionId)?.Replication.State;
                if (state == ReplicationState.Pending)
                {
                    return false;
                }

                var failure = state is null ? "SrcVersionNotFound"
                    : state == ReplicationState.Failed ? store.FindFailure(version.Id)
                    : null;
                results.Add(new JobResult(version.Key, version.VersionId, failure));
                return true;
            });
            if (waiting.Count == 0 || jobs.All.FirstOrDefault(job => job.Id == id) is null or { IsOver: true })
            {
                return results;
            }

            await next.WaitAsync(stop);
        }
    }

    private void Fail(string id, string code, string reason) => jobs.Change(
        id, job => job with { Status = JobStatus.Failed, FailureCode = code, FailureReason = reason, EndedAt = time.GetUtcNow() });
}
