using Mrap.Aws.Feeds;

namespace Mrap.Aws.Requests;

/// <summary>The latest requests through all access points, shared by everybody who looks at them.</summary>
/// <param name="read">Reads them.</param>
/// <param name="time">The clock.</param>
public sealed class RecentRequestsFeed(GetRecentRequests read, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(2);

    /// <summary>Whether anybody can tell; with AWS nobody can, and nothing may be asked.</summary>
    public bool IsKnown => read.IsThere;

    /// <summary>The readings.</summary>
    public Feed<RecentRequests> Feed { get; } =
        new(cancellationToken => read.ExecuteAsync(accessPoint: null, cancellationToken), _ => s_interval, time);

    /// <inheritdoc/>
    public void Dispose() => Feed.Dispose();
}
