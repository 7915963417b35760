using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Policy.Principals;
using Mrap.Policy.Syntax;
using Route = Mrap.Core.Routing.Route;

namespace Mrap.Core.Simulation;

/// <summary>A simulation with everything that is worked out from it.</summary>
public sealed class SimulatorModel
{
    private readonly Lazy<ChangeHint?> _hint;

    private SimulatorModel(SimulationState state, WorldPolicies policies, FleetHealth health)
    {
        State = state;
        Policies = policies;
        Verdicts = Simulator.Run(state, policies);
        Routing = Route(state, health);
        var serving = state.Request.Region ?? Routing?.Chosen?.Region ?? state.World.Buckets.FirstOrDefault()?.Region;
        Shown = Verdicts.FirstOrDefault(verdict => verdict.Bucket.Region == serving);
        Fields = Simulator.Fields(state, policies, Shown?.Bucket);
        Principal = Principal.Parse(state.World.Principal);
        BucketPolicies = state.World.Buckets.DistinctBy(bucket => bucket.Name).ToDictionary(bucket => bucket.Name, bucket => bucket.Policy);
        _hint = new Lazy<ChangeHint?>(() => Shown is null ? null : SmallestChange.Find(State, Policies, Shown.Bucket));
    }

    /// <summary>What is simulated.</summary>
    public SimulationState State { get; }

    /// <summary>The policies and settings.</summary>
    public SimulatedWorld World => State.World;

    /// <summary>The request.</summary>
    public SimulatedRequest Request => State.Request;

    /// <summary>The policies as they were read.</summary>
    public WorldPolicies Policies { get; }

    /// <summary>Who asks.</summary>
    public Principal Principal { get; }

    /// <summary>One for each bucket.</summary>
    public ImmutableArray<RegionVerdict> Verdicts { get; }

    /// <summary>The one of the bucket that serves the request; null without buckets.</summary>
    public RegionVerdict? Shown { get; }

    /// <summary>The context keys that the policies ask for.</summary>
    public ImmutableArray<ContextField> Fields { get; }

    /// <summary>Where routing sends the request; null when a Region is chosen by hand.</summary>
    public RoutingDecision? Routing { get; }

    /// <summary>The policies of the buckets by name.</summary>
    public IReadOnlyDictionary<string, string> BucketPolicies { get; }

    /// <summary>What would allow the request; null when it is allowed.</summary>
    public ChangeHint? Hint => _hint.Value;

    /// <summary>Whether the request never gets as far as the policies: access points take signed requests only.</summary>
    public bool IsUnsignedThrough => !Request.IsDirect && Principal.Kind == PrincipalKind.Anonymous;

    /// <summary>The model of a state; what did not change since an earlier one is kept.</summary>
    /// <param name="health">How the Regions are: a request that is routed goes to none that is down.</param>
    public static SimulatorModel Of(SimulationState state, FleetHealth health, SimulatorModel? before = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new SimulatorModel(state, WorldPolicies.Read(state.World, before?.Policies), health);
    }

    /// <summary>The switches in effect for the shown bucket.</summary>
    public BlockPublicAccess? EffectiveBlock =>
        Shown is { } shown ? PublicAccessLevel.Effective(PublicAccessLevel.Of(World, shown.Bucket, Request.IsDirect)) : null;

    /// <summary>The place of the deciding statement in the policy of a slot; empty when it stands in another one.</summary>
    public IReadOnlyList<TextSpan> HighlightedIn(PolicySlot? slot) =>
        Shown is { Explanation.Decision: { Policy: { } policy, DecidingStatement: { } statement } } shown && shown.SlotOf(policy) == slot
            ? [statement.Span]
            : [];

    private static RoutingDecision? Route(SimulationState state, FleetHealth health)
    {
        if (state.Request.Region is not null || state.World.Buckets.IsEmpty || VantageCatalog.Find(state.Request.From) is not { } from)
        {
            return null;
        }

        // routing does not look at names, which may be half typed
        var name = BucketName.Parse("a-bucket").Value;
        var hasActive = state.World.Buckets.Any(bucket => bucket.IsActive);
        var routes = state.World.Buckets.Select(
            bucket => new Route(name, bucket.Region, bucket.IsActive || !hasActive ? TrafficDial.Active : TrafficDial.Passive));
        return Router.Route(from, RouteTable.Create(routes), health);
    }
}
