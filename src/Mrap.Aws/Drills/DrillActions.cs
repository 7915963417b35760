using System.Collections.Immutable;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Routing;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Drills;
using Mrap.Core.Faults;
using Mrap.Core.Routing;

namespace Mrap.Aws.Drills;

/// <summary>Does what the phases of a drill ask for, and puts back what was there at its start.</summary>
public sealed class DrillActions(
    GetAccessPoint getAccessPoint, GetRoutes getRoutes, SubmitRoutes submitRoutes, IFleetConditionsSource fleet,
    ChangeConditions changeConditions)
{
    internal async Task<Outcome<DrillStart>> NoteAsync(AccessPointName name, CancellationToken cancellationToken)
    {
        if (!(await getAccessPoint.ReadAsync(name, cancellationToken)).TryGet(out var accessPoint, out var fault)
            || !(await getRoutes.ExecuteAsync(accessPoint, cancellationToken)).TryGet(out var routes, out fault)
            || !(await fleet.ReadAsync(cancellationToken)).TryGet(out var conditions, out fault))
        {
            return fault;
        }

        return new DrillStart(accessPoint, routes, conditions);
    }

    internal async Task<ImmutableArray<AwsFault>> ApplyAsync(DrillStart start, DrillAction action, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case DrillAction.None:
                return [];
            case DrillAction.SetConditions set:
                return Faults(await changeConditions.ExecuteAsync(
                    set.Changes.ToImmutableSortedDictionary(change => change.Region, Document), cancellationToken));
            case DrillAction.SubmitRoutes submission:
                return await SubmitAsync(start, submission, cancellationToken);
            case DrillAction.RestoreEverything:
                return await RestoreAsync(start, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(action));
        }
    }

    /// <summary>Puts conditions and routes back; that one fails does not keep it from the other.</summary>
    internal async Task<ImmutableArray<AwsFault>> RestoreAsync(DrillStart start, CancellationToken cancellationToken) =>
    [
        .. await RestoreConditionsAsync(start.Conditions, cancellationToken),
        .. await RestoreRoutesAsync(start, cancellationToken),
    ];

    private async Task<ImmutableArray<AwsFault>> RestoreConditionsAsync(FleetConditions before, CancellationToken cancellationToken)
    {
        if (!(await fleet.ReadAsync(cancellationToken)).TryGet(out var now, out var fault))
        {
            return [fault];
        }

        var changes = now.Faulty.Keys.Union(before.Faulty.Keys)
            .Where(region => now.Of(region) != before.Of(region))
            .ToImmutableSortedDictionary(region => region, region => RegionConditionDocument.Of(before.Of(region)));
        return changes.IsEmpty ? [] : Faults(await changeConditions.ExecuteAsync(changes, cancellationToken));
    }

    private async Task<ImmutableArray<AwsFault>> RestoreRoutesAsync(DrillStart start, CancellationToken cancellationToken)
    {
        if (!(await getRoutes.ExecuteAsync(start.AccessPoint, cancellationToken)).TryGet(out var now, out var fault))
        {
            return [fault];
        }

        return now.Equals(start.Routes)
            ? []
            : Faults(await submitRoutes.ExecuteAsync(start.AccessPoint, now, start.Routes, cancellationToken));
    }

    private async Task<ImmutableArray<AwsFault>> SubmitAsync(
        DrillStart start, DrillAction.SubmitRoutes submission, CancellationToken cancellationToken)
    {
        if (!(await getRoutes.ExecuteAsync(start.AccessPoint, cancellationToken)).TryGet(out var now, out var fault))
        {
            return [fault];
        }

        var updates = submission.Changes.Select(change => new RouteUpdate(Bucket: null, change.Region, change.Dial.Percentage));
        return now.Apply(updates) switch
        {
            RouteUpdateOutcome.Applied applied =>
                Faults(await submitRoutes.ExecuteAsync(start.AccessPoint, now, applied.Table, cancellationToken)),
            RouteUpdateOutcome.Refused refused =>
                [AwsFaults.FromRule($"The routes of `{start.AccessPoint.Name}` were not changed.", refused.Fault)],
            _ => throw new InvalidOperationException("the outcome is of no known kind"),
        };
    }

    private static RegionConditionDocument Document(DrillRegionChange change) => new(
        change.State is { } state ? RegionConditionDocument.Of(RegionCondition.Sound with { State = state }).State : null,
        change.Latency?.TotalMilliseconds,
        change.Jitter?.TotalMilliseconds,
        change.ErrorRate,
        change.IsReplicationPaused is not { } isPaused ? null : ReplicationText(isPaused));

    private static string ReplicationText(bool isPaused) => isPaused ? "paused" : "running";

    private static ImmutableArray<AwsFault> Faults<T>(Outcome<T> outcome)
        where T : notnull => outcome.Fault is { } fault ? [fault] : [];
}
