using System.Collections.Immutable;
using Mrap.Aws.Authorization;
using Mrap.Aws.Changes;
using Mrap.Aws.Faults;
using Mrap.Aws.Feeds;
using Mrap.Aws.Routing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;

namespace Mrap.Aws.AccessPoints;

/// <summary>The list of access points, shared by everybody who looks at it, and read at once after a change made with this console.</summary>
public sealed class AccessPointListFeed : IDisposable
{
    private const int RoutesAtOnce = 6;

    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_atRest = TimeSpan.FromSeconds(15);

    private readonly ListAccessPoints _list;
    private readonly GetRoutes _getRoutes;
    private readonly ActivityWriter _changes;

    /// <summary>Listens for changes; nothing is read yet.</summary>
    /// <param name="list">Lists the access points.</param>
    /// <param name="getRoutes">Reads the routes of one.</param>
    /// <param name="changes">Says what was changed.</param>
    /// <param name="time">The clock.</param>
    public AccessPointListFeed(ListAccessPoints list, GetRoutes getRoutes, ActivityWriter changes, TimeProvider time)
    {
        (_list, _getRoutes, _changes) = (list, getRoutes, changes);
        Feed = new Feed<AccessPointList>(ReadAsync, known => known is null || IsSettling(known) ? s_settling : s_atRest, time);
        changes.Ended += OnChange;
    }

    /// <summary>The readings: every two seconds while an access point is being made or deleted, else every fifteen.</summary>
    public Feed<AccessPointList> Feed { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _changes.Ended -= OnChange;
        Feed.Dispose();
    }

    private void OnChange(object? sender, ChangeEndedEventArgs change)
    {
        if (change.Entry.Kind == TargetKind.AccessPoint)
        {
            Feed.Refresh();
        }
    }

    private static bool IsSettling(AccessPointList known) => known.AccessPoints.Any(point => point.Status.IsSettling());

    private async Task<Outcome<AccessPointList>> ReadAsync(CancellationToken cancellationToken)
    {
        var outcome = await _list.ExecuteAsync(cancellationToken);
        if (!outcome.TryGet(out var accessPoints, out var fault))
        {
            return fault;
        }

        var routes = ImmutableDictionary.CreateBuilder<AccessPointName, RouteTable>();
        foreach (var some in accessPoints.Where(accessPoint => accessPoint.Status == AccessPointStatus.Ready).Chunk(RoutesAtOnce))
        {
            var tables = await Task.WhenAll(some.Select(accessPoint => _getRoutes.ExecuteAsync(accessPoint, cancellationToken)));
            foreach (var (accessPoint, table) in some.Zip(tables).Where(pair => pair.Second.IsSuccess))
            {
                routes[accessPoint.Name] = table.Value;
            }
        }

        return new AccessPointList(accessPoints, routes.ToImmutable());
    }
}
