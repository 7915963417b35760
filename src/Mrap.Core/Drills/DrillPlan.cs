using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Drills.Drafts;
using Mrap.Core.Routing;

namespace Mrap.Core.Drills;

/// <summary>
/// A game day against the sandbox: phases with traffic from several places, and what must hold. Whoever runs it restores what it changed
/// when it ends, whether or not the last phase does.
/// </summary>
public sealed class DrillPlan
{
    /// <summary>The most phases.</summary>
    public const int MaxPhases = 20;

    /// <summary>The most requests of a whole drill: a report keeps a sample of each.</summary>
    public const int MaxRequests = 2_000_000;

    /// <summary>The most bytes that a whole drill may write: 10 GiB. Each Region of the access point stores them.</summary>
    public const long MaxWrittenBytes = 10L * 1024 * 1024 * 1024;

    /// <summary>The longest that all phases take together: 55 min, so that its traffic has time for what takes longer.</summary>
    public static TimeSpan MaxDuration { get; } = TimeSpan.FromMinutes(55);

    internal DrillPlan(
        string name,
        string description,
        AccessPointName accessPoint,
        DrillTraffic traffic,
        ImmutableArray<DrillPhase> phases,
        DrillObjectives objectives)
    {
        Name = name;
        Description = description;
        AccessPoint = accessPoint;
        Traffic = traffic;
        Phases = phases;
        Objectives = objectives;
    }

    /// <summary>The name, by which reports are compared; 1 to 80 characters on one line.</summary>
    public string Name { get; }

    /// <summary>What it is about; may be empty, at most 2,000 characters.</summary>
    public string Description { get; }

    /// <summary>The access point that takes the traffic.</summary>
    public AccessPointName AccessPoint { get; }

    /// <summary>The traffic.</summary>
    public DrillTraffic Traffic { get; }

    /// <summary>The phases in order: 1 to <see cref="MaxPhases"/>.</summary>
    public ImmutableArray<DrillPhase> Phases { get; }

    /// <summary>What must hold.</summary>
    public DrillObjectives Objectives { get; }

    /// <summary>How long all phases take together.</summary>
    public TimeSpan Duration => Phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Duration);

    /// <summary>The one way to a plan.</summary>
    /// <param name="draft">What was typed.</param>
    /// <param name="routes">The routes of the access point, to check Regions and dials against; null when they are not known.</param>
    /// <returns>The plan, or every broken rule.</returns>
    public static DrillPlanResult Create(DrillDraft draft, RouteTable? routes = null) => PlanCheck.Check(draft, routes);
}
