using Mrap.Aws.Feeds;
using Mrap.Aws.Plans;

namespace Mrap.Aws.Operations;

/// <summary>One feed an operation, shared by everybody who watches it.</summary>
public sealed class OperationFeeds : IDisposable
{
    // Feeds that nobody looks at are forgotten beyond this number.
    private const int MaxKept = 64;

    private static readonly TimeSpan s_ended = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_young = TimeSpan.FromSeconds(30);

    private readonly FeedCache<string, OperationSnapshot> _feeds;
    private readonly TimeProvider _time;

    /// <summary>Prepares the feeds; nothing is read yet.</summary>
    /// <param name="watch">Asks how far an operation is.</param>
    /// <param name="time">The clock.</param>
    public OperationFeeds(WatchOperation watch, TimeProvider time)
    {
        _feeds = new FeedCache<string, OperationSnapshot>(
            tokenArn => new Feed<OperationSnapshot>(
                cancellationToken => watch.DescribeAsync(tokenArn, cancellationToken), IntervalOf, time),
            MaxKept, time);
        _time = time;
    }

    /// <summary>
    /// The feed of an operation: read every half second at first, then less and less often; hardly ever once it has ended.
    /// </summary>
    /// <param name="tokenArn">The ARN that names the operation.</param>
    public Feed<OperationSnapshot> Of(string tokenArn) => _feeds.Of(tokenArn);

    /// <inheritdoc/>
    public void Dispose() => _feeds.Dispose();

    private TimeSpan IntervalOf(OperationSnapshot? snapshot) => snapshot switch
    {
        { IsFinal: true } => s_ended,
        { } known when _time.GetUtcNow() - known.CreatedAt > s_young => TimeSpan.FromSeconds(5),
        _ => TimeSpan.FromMilliseconds(500),
    };
}
