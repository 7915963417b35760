using System.Collections.Immutable;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;

namespace Mrap.Aws.Metrics;

/// <summary>
/// Reads from the activity log what was changed that explains how series go on. What others changed elsewhere is not in it.
/// </summary>
public sealed class GetMetricAnnotations(IActivityLog log)
{
    private static readonly ImmutableArray<(ChangeAction Action, MetricAnnotationKind Kind, bool OfAccessPoint)> s_actions =
    [
        (ChangeAction.ChangeRoutes, MetricAnnotationKind.RouteChange, true),
        (ChangeAction.ChangeConditions, MetricAnnotationKind.Fault, false),
        (ChangeAction.EnableMetrics, MetricAnnotationKind.SettingChange, true),
    ];

    /// <summary>Reads them.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was done in the window, the oldest first; of each kind at most the latest 500.</returns>
    public async Task<ImmutableArray<MetricAnnotation>> ExecuteAsync(
        AccessPointName accessPoint, MetricWindow window, CancellationToken cancellationToken)
    {
        var found = new List<MetricAnnotation>();
        foreach (var (action, kind, ofAccessPoint) in s_actions)
        {
            var query = new ActivityQuery
            {
                Action = action,
                AccessPoint = ofAccessPoint ? accessPoint.Value : null,
                Outcome = ActivityOutcome.Succeeded,
                From = window.From,
                Until = window.To,
                Count = ActivityQuery.MaxCount,
            };
            var page = await log.ReadAsync(query, cancellationToken);
            found.AddRange(page.Entries.Select(
                entry => new MetricAnnotation(entry.At, kind, $"{action.Title()}: {entry.Change.Target}", entry.User.Name)));
        }

        return [.. found.OrderBy(annotation => annotation.At)];
    }
}
