using System.Collections.Concurrent;

namespace Mrap.Sandbox.Identity;

/// <summary>When each long-term key was last used, to the minute and durable, so that requests hardly ever pay for it.</summary>
internal sealed class AccessKeyUsage(IdentityDatabase database, TimeProvider time)
{
    private static readonly TimeSpan s_precision = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, AccessKeyLastUsed> _uses = new(database.AccessKeyUsage(), StringComparer.Ordinal);

    /// <summary>The latest use of a key; null when it was never used.</summary>
    public AccessKeyLastUsed? Find(string accessKeyId) => _uses.GetValueOrDefault(accessKeyId);

    /// <summary>Notes that a key was used.</summary>
    public void Note(string accessKeyId, string service, string region)
    {
        var now = time.GetUtcNow();
        if (_uses.TryGetValue(accessKeyId, out var last) && last.Service == service && last.Region == region && now - last.At < s_precision)
        {
            return;
        }

        var use = new AccessKeyLastUsed(now, service, region);
        _uses[accessKeyId] = use;
        database.Save(accessKeyId, use);
    }

    /// <summary>Forgets all uses; the database was emptied.</summary>
    public void Reset() => _uses.Clear();
}
