using System.Collections.Immutable;
using Mrap.Core.Drills.Drafts;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Policy.Text;

namespace Mrap.Core.Drills;

/// <summary>Checks the action of a phase.</summary>
internal static class PhaseActionCheck
{
    /// <summary>The action of a phase; null when it is faulty.</summary>
    public static DrillAction? Check(string path, DrillPhaseDraft draft, DrillFaultList faults)
    {
        var before = faults.Count;
        var actions = new List<DrillAction>();
        if (draft.Set is { } set)
        {
            actions.Add(new DrillAction.SetConditions(Conditions(path + ".set", set, faults)));
        }

        if (draft.Routes is { } routes)
        {
            actions.Add(new DrillAction.SubmitRoutes(Routes(path + ".routes", routes, faults)));
        }

        if (draft.Failover is { } failover)
        {
            actions.Add(Failover(path + ".fail-over", failover, faults));
        }

        if (draft.Restore is { } restore)
        {
            CheckWord(path + ".restore", restore, faults);
            actions.Add(new DrillAction.RestoreEverything());
        }

        if (actions.Count > 1)
        {
            faults.Add(path, "must do one of `set`, `routes`, `fail-over` and `restore`, not several: divide it into phases");
        }

        return faults.Count > before ? null : actions is [var action] ? action : new DrillAction.None();
    }

    private static void CheckWord(string path, string restore, DrillFaultList faults)
    {
        if (restore != "everything")
        {
            faults.Add(path, $"must be `everything`, not {DisplayText.Quote(restore)}");
        }
    }

    private static ImmutableArray<DrillRegionChange> Conditions(string path, ImmutableArray<DrillRegionDraft> drafts, DrillFaultList faults)
    {
        CheckCount(path, drafts.Length, faults);
        var changes = ImmutableArray.CreateBuilder<DrillRegionChange>();
        var named = new HashSet<RegionId>();
        foreach (var (i, draft) in drafts.Take(RouteTable.MaxRoutes).Index())
        {
            var at = $"{path}[{i}]";
            var region = Once(at, draft.Region, named, faults);
            var before = faults.Count;
            var change = new DrillRegionChange(
                region ?? default,
                State(at + ".state", draft.State, faults),
                Delay(at + ".latency", draft.Latency, faults),
                Delay(at + ".jitter", draft.Jitter, faults),
                faults.Share(at + ".errors", draft.Errors),
                IsPaused(at + ".replication", draft.Replication, faults));
            if (faults.Count == before && change == new DrillRegionChange(change.Region, null, null, null, null, null))
            {
                faults.Add(at, "changes nothing: give `state`, `latency`, `jitter`, `errors` or `replication`");
            }

            changes.Add(change);
        }

        return changes.ToImmutable();
    }

    private static ImmutableArray<DrillRouteChange> Routes(string path, ImmutableArray<DrillEntry> entries, DrillFaultList faults)
    {
        CheckCount(path, entries.Length, faults);
        var changes = ImmutableArray.CreateBuilder<DrillRouteChange>();
        var named = new HashSet<RegionId>();
        foreach (var (i, entry) in entries.Take(RouteTable.MaxRoutes).Index())
        {
            var at = $"{path}[{i}]";
            var region = Once(at, entry.Name, named, faults);
            if (entry.Value is not ("active" or "passive"))
            {
                faults.Add(at, $"must be `active` or `passive`, not {DisplayText.Quote(entry.Value)}");
            }

            changes.Add(new DrillRouteChange(region ?? default, entry.Value == "active" ? TrafficDial.Active : TrafficDial.Passive));
        }

        return changes.ToImmutable();
    }

    private static DrillAction.SubmitRoutes Failover(string path, DrillFailoverDraft draft, DrillFaultList faults)
    {
        var from = faults.Region(path + ".from", draft.From);
        var to = faults.Region(path + ".to", draft.To);
        if (from is not null && from == to)
        {
            faults.Add(path, $"fails over from `{from}` to itself");
        }

        return DrillAction.SubmitRoutes.Failover(from ?? default, to ?? default);
    }

    private static void CheckCount(string path, int count, DrillFaultList faults)
    {
        if (count is 0 or > RouteTable.MaxRoutes)
        {
            faults.Add(path, $"must name 1 to {RouteTable.MaxRoutes} Regions, not {count}");
        }
    }

    private static RegionId? Once(string path, string text, HashSet<RegionId> named, DrillFaultList faults)
    {
        var region = faults.Region(path, text);
        if (region is { } known && !named.Add(known))
        {
            faults.Add(path, $"names `{known}` twice");
        }

        return region;
    }

    private static RegionHealth? State(string path, string? text, DrillFaultList faults)
    {
        switch (text)
        {
            case null:
                return null;
            case "up":
                return RegionHealth.Up;
            case "degraded":
                return RegionHealth.Degraded;
            case "down":
                return RegionHealth.Down;
            default:
                faults.Add(path, $"must be `up`, `degraded` or `down`, not {DisplayText.Quote(text)}");
                return null;
        }
    }

    private static TimeSpan? Delay(string path, string? text, DrillFaultList faults) =>
        faults.Optional(path, text, DrillDuration.Parse, delay => delay <= DrillRegionChange.MaxDelay, "at most 60s");

    private static bool? IsPaused(string path, string? text, DrillFaultList faults)
    {
        if (text is not (null or "paused" or "running"))
        {
            faults.Add(path, $"must be `paused` or `running`, not {DisplayText.Quote(text)}");
        }

        return text is null ? null : text == "paused";
    }
}
