using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Mrap.Sandbox.Identity;

/// <summary>
/// When each long-term key was last used, to the minute and durable. Within a minute only the first use counts, whatever its Region and
/// service, so that requests hardly ever pay for it.
/// </summary>
internal sealed class AccessKeyUsage(IdentityDatabase database, TimeProvider time, ILogger<AccessKeyUsage> logger)
{
    private static readonly TimeSpan s_precision = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, AccessKeyLastUsed> _uses = new(database.AccessKeyUsage(), StringComparer.Ordinal);

    /// <summary>The latest use of a key; null when it was never used.</summary>
    public AccessKeyLastUsed? Find(string accessKeyId) => _uses.GetValueOrDefault(accessKeyId);

    /// <summary>Records that a key was used; never fails the request that used it.</summary>
    public void Record(string accessKeyId, string service, string region)
    {
        var now = time.GetUtcNow();
        var last = Find(accessKeyId);
        if (last is not null && now - last.At < s_precision)
        {
            return;
        }

        // Of requests at the same moment one writes.
        var use = new AccessKeyLastUsed(now, service, region);
        if (last is null ? !_uses.TryAdd(accessKeyId, use) : !_uses.TryUpdate(accessKeyId, use, last))
        {
            return;
        }

        try
        {
            database.Save(accessKeyId, use);
        }
        catch (SqliteException fault)
        {
            // The request itself is none the worse for it, and the next minute tries again.
            IdentityLog.UsageNotSaved(logger, accessKeyId, fault);
        }
    }

    /// <summary>Forgets all uses; the database was emptied.</summary>
    public void Reset() => _uses.Clear();
}
