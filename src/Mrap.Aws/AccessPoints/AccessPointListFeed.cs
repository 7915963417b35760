using System.Collections.Immutable;
using Mrap.Aws.Faults;
using Mrap.Aws.Feeds;
using Mrap.Aws.Routing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;

namespace Mrap.Aws.AccessPoints;

/// <summary>The list of access points, shared by everybody who looks at it.</summary>
/// <param name="list">Lists the access points.</param>
/// <param name="getRoutes">Reads the routes of one.</param>
/// <param name="time">The clock.</param>
public sealed class AccessPointListFeed(ListAccessPoints list, GetRoutes getRoutes, TimeProvider time) : IDisposable
{
    private const int RoutesAtOnce = 6;

    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_atRest = TimeSpan.FromSeconds(15);

    private Feed<AccessPointList>? _feed;

    /// <summary>The readings: every two seconds while an access point is being made or deleted, else every fifteen.</summary>
    public Feed<AccessPointList> Feed => LazyInitializer.EnsureInitialized(
        ref _feed, () => new Feed<AccessPointList>(ReadAsync, known => known is null || IsSettling(known) ? s_settling : s_atRest, time));

    /// <inheritdoc/>
    public void Dispose() => _feed?.Dispose();

    private static bool IsSettling(AccessPointList known) => known.AccessPoints.Any(point => point.Status.IsSettling());

    private async Task<Outcome<AccessPointList>> ReadAsync(CancellationToken cancellationToken)
    {
        var outcome = await list.ExecuteAsync(cancellationToken);
        if (!outcome.TryGet(out var accessPoints, out var fault))
        {
            return fault;
        }

        var routes = ImmutableDictionary.CreateBuilder<AccessPointName, RouteTable>();
        foreach (var some in accessPoints.Where(accessPoint => accessPoint.Status == AccessPointStatus.Ready).Chunk(RoutesAtOnce))
        {
            var tables = await Task.WhenAll(some.Select(accessPoint => getRoutes.ExecuteAsync(accessPoint, cancellationToken)));
            foreach (var (accessPoint, table) in some.Zip(tables).Where(pair => pair.Second.IsSuccess))
            {
                routes[accessPoint.Name] = table.Value;
            }
        }

        return new AccessPointList(accessPoints, routes.ToImmutable());
    }
}
