using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;

namespace Mrap.Aws.AccessPoints;

/// <summary>The access points of an account with the routes of those that are ready.</summary>
/// <param name="AccessPoints">The access points, as the service lists them.</param>
/// <param name="Routes">Their route tables, by name; one that could not be read is missing.</param>
public sealed record AccessPointList(
    ImmutableArray<AccessPoint> AccessPoints, ImmutableDictionary<AccessPointName, RouteTable> Routes)
{
    /// <summary>Whether both hold the same in the same order.</summary>
    public bool Equals(AccessPointList? other) =>
        other is not null
        && AccessPoints.AsSpan().SequenceEqual(other.AccessPoints.AsSpan())
        && Routes.Count == other.Routes.Count
        && Routes.All(pair => other.Routes.TryGetValue(pair.Key, out var routes) && routes.Equals(pair.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(AccessPoints.Length, Routes.Count);
}
