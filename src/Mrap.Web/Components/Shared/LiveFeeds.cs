using Mrap.Aws.Feeds;

namespace Mrap.Web.Components.Shared;

/// <summary>What a page looks at, so that its reader can stop it and read in peace.</summary>
/// <param name="time">The clock.</param>
public sealed class LiveFeeds(TimeProvider time)
{
    private readonly List<FeedSubscription> _subscriptions = [];
    private int _others;

    /// <summary>When it was stopped; null while it is live.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Whether nothing is told.</summary>
    public bool IsPaused => PausedAt is not null;

    /// <summary>How many changes there were since it was stopped.</summary>
    public int Missed => _others + _subscriptions.Sum(subscription => subscription.Missed);

    /// <summary>Adds what is looked at.</summary>
    public void Add(FeedSubscription subscription)
    {
        _subscriptions.Add(subscription);
        subscription.IsPaused = IsPaused;
    }

    /// <summary>Counts a change that came another way while it was stopped.</summary>
    public void Miss() => _others++;

    /// <summary>Stops it, or lets it go on: what was missed is told at once.</summary>
    public void Toggle()
    {
        PausedAt = IsPaused ? null : time.GetUtcNow();
        _others = 0;
        foreach (var subscription in _subscriptions)
        {
            subscription.IsPaused = IsPaused;
        }
    }
}
