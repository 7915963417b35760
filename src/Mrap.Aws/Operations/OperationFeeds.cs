using System.Collections.Concurrent;
using Mrap.Aws.Feeds;
using Mrap.Aws.Plans;

namespace Mrap.Aws.Operations;

/// <summary>One feed an operation, shared by everybody who watches it.</summary>
/// <param name="watch">Asks how far an operation is.</param>
/// <param name="time">The clock.</param>
public sealed class OperationFeeds(WatchOperation watch, TimeProvider time) : IDisposable
{
    // Feeds that nobody looks at are forgotten beyond this number.
    private const int MaxKept = 64;

    private static readonly TimeSpan s_ended = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_young = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Feed<OperationSnapshot>> _feeds = new(StringComparer.Ordinal);

    /// <summary>
    /// The feed of an operation: read every half second at first, then less and less often; hardly ever once it has ended.
    /// </summary>
    /// <param name="tokenArn">The ARN that names the operation.</param>
    public Feed<OperationSnapshot> Of(string tokenArn)
    {
        if (_feeds.Count > MaxKept)
        {
            foreach (var (unwatched, _) in _feeds.Where(pair => !pair.Value.IsWatched))
            {
                _feeds.TryRemove(unwatched, out _);
            }
        }

        return _feeds.GetOrAdd(
            tokenArn,
            key => new Feed<OperationSnapshot>(cancellationToken => watch.DescribeAsync(key, cancellationToken), IntervalOf, time));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var feed in _feeds.Values)
        {
            feed.Dispose();
        }
    }

    private TimeSpan IntervalOf(OperationSnapshot? snapshot) => snapshot switch
    {
        { IsFinal: true } => s_ended,
        { } known when time.GetUtcNow() - known.CreatedAt > s_young => TimeSpan.FromSeconds(5),
        _ => TimeSpan.FromMilliseconds(500),
    };
}
