using Mrap.Aws.Feeds;

namespace Mrap.Aws.Sandbox;

/// <summary>How generated traffic stands, for everybody who looks.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="time">The clock.</param>
public sealed class TrafficFeed(SandboxControl sandbox, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan s_underWay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_atRest = TimeSpan.FromSeconds(2);

    /// <summary>The readings.</summary>
    public Feed<TrafficStatus> Feed { get; } = new(
        cancellationToken => sandbox.GetAsync<TrafficStatus>("traffic", "How the traffic stands could not be read.", cancellationToken),
        status => status is { IsUnderWay: true } ? s_underWay : s_atRest,
        time);

    /// <inheritdoc/>
    public void Dispose() => Feed.Dispose();
}
