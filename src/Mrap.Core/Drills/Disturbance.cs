using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Core.Drills;

/// <summary>Follows the actions of a drill: what they leave changed, and whether routes can be as they ask.</summary>
internal sealed class Disturbance
{
    private readonly Dictionary<RegionId, DrillRegionChange> _conditions = [];
    private readonly RouteTable? _start;
    private RouteTable? _routes;
    private bool _hasChangedRoutes;
    private bool _hasBegun;

    /// <param name="start">The routes at the start; null when they are not known, and then every route action counts as a change.</param>
    public Disturbance(RouteTable? start)
    {
        _start = start;
        _routes = start;
    }

    /// <summary>The stage after the actions so far.</summary>
    public DrillStage Stage => (IsDisturbed, _hasBegun) switch
    {
        (true, _) => DrillStage.During,
        (false, true) => DrillStage.After,
        (false, false) => DrillStage.Before,
    };

    private bool IsDisturbed => _hasChangedRoutes || _conditions.Values.Any(IsTroubled);

    /// <summary>Takes an action in.</summary>
    /// <returns>Why the access point cannot do it, as a sentence fragment; null when it can.</returns>
    public string? Apply(DrillAction action)
    {
        var refusal = action switch
        {
            DrillAction.None => null,
            DrillAction.SetConditions set => Set(set),
            DrillAction.SubmitRoutes submission => Submit(submission),
            DrillAction.RestoreEverything => Restore(),
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };
        _hasBegun |= IsDisturbed;
        return refusal;
    }

    private static bool IsTroubled(DrillRegionChange condition) =>
        condition.State != RegionHealth.Up
        || condition.Latency > TimeSpan.Zero
        || condition.Jitter > TimeSpan.Zero
        || condition.ErrorRate > 0
        || condition.IsReplicationPaused == true;

    private string? Set(DrillAction.SetConditions set)
    {
        foreach (var change in set.Changes)
        {
            var before = _conditions.GetValueOrDefault(change.Region);
            _conditions[change.Region] = new DrillRegionChange(
                change.Region,
                change.State ?? before?.State ?? RegionHealth.Up,
                change.Latency ?? before?.Latency,
                change.Jitter ?? before?.Jitter,
                change.ErrorRate ?? before?.ErrorRate,
                change.IsReplicationPaused ?? before?.IsReplicationPaused);
        }

        return null;
    }

    private string? Submit(DrillAction.SubmitRoutes submission)
    {
        if (_routes is null)
        {
            _hasChangedRoutes = true;
            return null;
        }

        if (_routes.Routes.Length == 1)
        {
            return "cannot change the routes of an access point that has one Region only";
        }

        switch (_routes.Apply(submission.Changes.Select(change => new RouteUpdate(Bucket: null, change.Region, change.Dial.Percentage))))
        {
            case RouteUpdateOutcome.Applied applied:
                _routes = applied.Table;
                _hasChangedRoutes = !_routes.Equals(_start);
                return null;
            default:
                return "would leave every Region of the access point passive: one must stay active";
        }
    }

    private string? Restore()
    {
        _conditions.Clear();
        _routes = _start;
        _hasChangedRoutes = false;
        return null;
    }
}
