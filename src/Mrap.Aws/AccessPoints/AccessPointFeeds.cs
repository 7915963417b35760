using Mrap.Aws.Changes;
using Mrap.Aws.Feeds;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.AccessPoints;

/// <summary>
/// One feed an access point, shared by everybody who looks at it, and read at once after a change made with this console.
/// </summary>
public sealed class AccessPointFeeds : IDisposable
{
    // Feeds that nobody looks at are forgotten beyond this number.
    private const int MaxKept = 256;

    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_atRest = TimeSpan.FromSeconds(10);

    private readonly FeedCache<AccessPointName, AccessPointDetails> _feeds;
    private readonly ActivityWriter _changes;

    /// <summary>Listens for changes; nothing is read yet.</summary>
    /// <param name="getAccessPoint">Reads an access point.</param>
    /// <param name="changes">Says what was changed.</param>
    /// <param name="time">The clock.</param>
    public AccessPointFeeds(GetAccessPoint getAccessPoint, ActivityWriter changes, TimeProvider time)
    {
        _feeds = new FeedCache<AccessPointName, AccessPointDetails>(
            name => new Feed<AccessPointDetails>(
                cancellationToken => getAccessPoint.ExecuteAsync(name, cancellationToken),
                details => details is null || IsSettling(details) ? s_settling : s_atRest, time),
            MaxKept, time);
        _changes = changes;
        changes.Ended += OnChange;
    }

    /// <summary>The feed of an access point. One that is being made, changed or deleted is read more often.</summary>
    public Feed<AccessPointDetails> Of(AccessPointName name) => _feeds.Of(name);

    /// <summary>Reads an access point again as soon as may be, because it was changed.</summary>
    public void Refresh(AccessPointName name) => _feeds.Refresh(name);

    /// <inheritdoc/>
    public void Dispose()
    {
        _changes.Ended -= OnChange;
        _feeds.Dispose();
    }

    private void OnChange(object? sender, ChangeEndedEventArgs change)
    {
        if (AccessPointName.Parse(change.Entry.Change.AccessPoint).TryGet(out var name))
        {
            Refresh(name);
        }
    }

    private static bool IsSettling(AccessPointDetails details) =>
        details.AccessPoint.Status.IsSettling() || details.Policy is { IsChanging: true };
}
