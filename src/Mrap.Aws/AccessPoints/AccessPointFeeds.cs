using System.Collections.Concurrent;
using Mrap.Aws.Feeds;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.AccessPoints;

/// <summary>One feed an access point, shared by everybody who looks at it.</summary>
/// <param name="getAccessPoint">Reads an access point.</param>
/// <param name="time">The clock.</param>
public sealed class AccessPointFeeds(GetAccessPoint getAccessPoint, TimeProvider time) : IDisposable
{
    // Feeds that nobody looks at are forgotten beyond this number.
    private const int MaxKept = 256;

    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_atRest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<AccessPointName, Feed<AccessPointDetails>> _feeds = new();

    /// <summary>The feed of an access point. One that is being made, changed or deleted is read more often.</summary>
    public Feed<AccessPointDetails> Of(AccessPointName name)
    {
        if (_feeds.Count > MaxKept)
        {
            foreach (var (unwatched, _) in _feeds.Where(pair => !pair.Value.IsWatched))
            {
                _feeds.TryRemove(unwatched, out _);
            }
        }

        return _feeds.GetOrAdd(
            name,
            key => new Feed<AccessPointDetails>(
                cancellationToken => getAccessPoint.ExecuteAsync(key, cancellationToken),
                details => details is null || IsSettling(details) ? s_settling : s_atRest, time));
    }

    /// <summary>Reads an access point again as soon as may be, because it was changed.</summary>
    public void Refresh(AccessPointName name)
    {
        if (_feeds.TryGetValue(name, out var feed))
        {
            feed.Refresh();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var feed in _feeds.Values)
        {
            feed.Dispose();
        }
    }

    private static bool IsSettling(AccessPointDetails details) =>
        details.AccessPoint.Status.IsSettling() || details.Policy is { IsChanging: true };
}
