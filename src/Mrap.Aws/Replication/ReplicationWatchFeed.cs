using Mrap.Aws.Feeds;

namespace Mrap.Aws.Replication;

/// <summary>How replication goes, shared by everybody who looks at it.</summary>
/// <param name="read">Reads it.</param>
/// <param name="time">The clock.</param>
public sealed class ReplicationWatchFeed(WatchReplication read, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(2);

    /// <summary>Whether anybody can tell; otherwise nothing may be asked.</summary>
    public bool IsKnown => read.IsThere;

    /// <summary>The readings.</summary>
    public Feed<ReplicationWatch> Feed { get; } = new(read.ExecuteAsync, _ => s_interval, time);

    /// <inheritdoc/>
    public void Dispose() => Feed.Dispose();
}
