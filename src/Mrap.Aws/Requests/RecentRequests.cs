using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Observation;

namespace Mrap.Aws.Requests;

/// <summary>The latest requests that the sandbox answered, newest first.</summary>
/// <param name="Requests">The requests.</param>
/// <param name="IsComplete">Whether they are all there were; otherwise there were more before the oldest of them.</param>
public sealed record RecentRequests(ImmutableArray<ServedRequest> Requests, bool IsComplete)
{
    /// <summary>No requests.</summary>
    public static RecentRequests None { get; } = new([], IsComplete: true);

    /// <summary>Those through one access point that came at a time or later.</summary>
    /// <param name="alias">Its alias.</param>
    /// <param name="since">The time.</param>
    /// <returns>The requests, newest first.</returns>
    public ImmutableArray<ServedRequest> Of(AccessPointAlias alias, DateTimeOffset since) =>
        alias.Value is not { Length: > 0 }
            ? []
            : [.. Requests.TakeWhile(request => request.At >= since).Where(request => request.AccessPoint == alias.Value)];

    /// <summary>The time from which on nothing is missing of what came at a time or later.</summary>
    /// <param name="since">The time.</param>
    /// <returns>The time itself, or that of the oldest request when there were more before it.</returns>
    public DateTimeOffset KnownSince(DateTimeOffset since) =>
        IsComplete || Requests.IsEmpty || Requests[^1].At <= since ? since : Requests[^1].At;

    /// <summary>Whether both hold the same requests.</summary>
    public bool Equals(RecentRequests? other) =>
        other is not null
        && IsComplete == other.IsComplete
        && Requests.Length == other.Requests.Length
        && (Requests.IsEmpty || (Requests[0].Id == other.Requests[0].Id && Requests[^1].Id == other.Requests[^1].Id));

    /// <inheritdoc/>
    public override int GetHashCode() => Requests.Length;
}
