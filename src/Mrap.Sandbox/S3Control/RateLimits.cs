using System.Collections.Concurrent;
using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.S3Control;

/// <summary>The limits of the access points whose routes were changed of late.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    // Those that are full are forgotten beyond this number.
    private const int MaxKept = 64;

    private readonly ConcurrentDictionary<AccessPointAlias, RateLimit> _limits = new();

    /// <summary>How many limits are kept.</summary>
    public int Count => _limits.Count;

    /// <summary>Takes one of an access point.</summary>
    /// <returns>False when its callers are too fast.</returns>
    public bool TryTake(AccessPointAlias accessPoint)
    {
        if (_limits.Count >= MaxKept && !_limits.ContainsKey(accessPoint))
        {
            foreach (var (idle, limit) in _limits)
            {
                if (limit.IsFull)
                {
                    _limits.TryRemove(KeyValuePair.Create(idle, limit));
                }
            }
        }

        return _limits.GetOrAdd(accessPoint, _ => new RateLimit(time)).TryTake();
    }
}
