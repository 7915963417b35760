using System.Collections.Immutable;
using System.Text.Json;
using Mrap.Sandbox.Control;

namespace Mrap.Sandbox.Replication.Jobs;

/// <summary>The jobs of S3 Batch Replication, durable. The oldest of those that are over are forgotten when there are too many.</summary>
internal sealed class ReplicationJobs
{
    private const string Setting = "replication-jobs";
    private const int Limit = 200;

    private readonly Lock _gate = new();
    private readonly ControlDatabase _database;
    private ImmutableArray<ReplicationJob> _all;

    /// <summary>Reads what was kept.</summary>
    public ReplicationJobs(ControlDatabase database)
    {
        _database = database;
        _all = database.Setting(Setting) is { } text ? [.. JsonSerializer.Deserialize<List<ReplicationJob>>(text)!] : [];
    }

    /// <summary>All jobs, the newest first.</summary>
    public ImmutableArray<ReplicationJob> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all.Reverse()];
            }
        }
    }

    /// <summary>Adds a job, unless one of the account came with the same token.</summary>
    /// <returns>The job, or the one that is there.</returns>
    public ReplicationJob Add(ReplicationJob job)
    {
        lock (_gate)
        {
            if (_all.FirstOrDefault(known => (known.Account, known.Token) == (job.Account, job.Token)) is { } earlier)
            {
                return earlier;
            }

            if (_all.Length >= Limit && _all.FirstOrDefault(known => known.IsOver) is { } oldest)
            {
                _all = _all.Remove(oldest);
            }

            Keep(_all.Add(job));
            return job;
        }
    }

    /// <summary>Finds a job of an account in a Region.</summary>
    public ReplicationJob? Find(string account, string region, string id) =>
        All.FirstOrDefault(job => (job.Account, job.Region, job.Id) == (account, region, id));

    /// <summary>Changes a job that is not over.</summary>
    /// <returns>The job as it is now; null when there is none.</returns>
    public ReplicationJob? Change(string id, Func<ReplicationJob, ReplicationJob> change)
    {
        lock (_gate)
        {
            if (_all.FirstOrDefault(job => job.Id == id) is not { } known)
            {
                return null;
            }

            if (known.IsOver)
            {
                return known;
            }

            var changed = change(known);
            Keep(_all.Replace(known, changed));
            return changed;
        }
    }

    /// <summary>Forgets every job.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _all = [];
            _database.SaveSetting(Setting, null);
        }
    }

    private void Keep(ImmutableArray<ReplicationJob> all)
    {
        _database.SaveSetting(Setting, JsonSerializer.Serialize(all));
        _all = all;
    }
}
