using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Principals;

namespace Mrap.Core.Simulation;

/// <summary>Decides simulated requests, for each bucket that could serve them.</summary>
public static class Simulator
{
    /// <summary>The context keys that the policies ask for, with what the request has for them.</summary>
    public static ImmutableArray<ContextField> Fields(SimulationState simulation, WorldPolicies policies, SimulatedBucket? bucket)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(policies);
        var caller = Principal.Parse(simulation.World.Principal);
        var given = SimulatedKeys.Given(simulation, caller, bucket);
        return [.. MentionedKeys.Of(policies.All).Select(key => given.TryGetValue(key.Name, out var value)
            ? new ContextField(key, [value], IsGiven: true)
            : new ContextField(key, ValuesOf(simulation.Request, key.Name, caller), IsGiven: false))];
    }

    /// <summary>The verdict for every bucket, in their order.</summary>
    public static ImmutableArray<RegionVerdict> Run(SimulationState simulation, WorldPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(policies);
        return [.. simulation.World.Buckets.Select(bucket => Run(simulation, policies, bucket))];
    }

    /// <summary>The verdict for one bucket.</summary>
    public static RegionVerdict Run(SimulationState simulation, WorldPolicies policies, SimulatedBucket bucket)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(bucket);
        ImmutableArray<PolicySlot> faulty =
            [.. simulation.World.Slots.Where(slot => Counts(slot, simulation.Request, bucket) && !policies[slot].Faults.IsEmpty)];
        if (!faulty.IsEmpty || (!simulation.Request.IsDirect && simulation.World.Owner is null))
        {
            return new RegionVerdict(bucket, [], Explanation: null, faulty);
        }

        var layers = LayersOf(simulation, policies, bucket);
        var explanation = layers is [var accessPoint, var behind]
            ? AccessExplainer.Explain(accessPoint, behind)
            : AccessExplainer.Explain(layers[0].Policies, layers[0].Request);
        return new RegionVerdict(bucket, layers, explanation, []);
    }

    private static ImmutableArray<AccessLayer> LayersOf(SimulationState simulation, WorldPolicies policies, SimulatedBucket bucket)
    {
        var (world, request) = simulation;
        var caller = Principal.Parse(world.Principal);
        var context = ContextOf(simulation, policies, caller, bucket);
        var own = new PolicySet
        {
            Identity = ListOf(policies[PolicySlot.Identity]),
            Boundary = ListOf(policies[new(PolicySlotKind.Boundary)]),
            Session = ListOf(policies[new(PolicySlotKind.Session)]),
            ServiceControl = LevelOf(policies[new(PolicySlotKind.ServiceControl)]),
            ResourceControl = LevelOf(policies[new(PolicySlotKind.ResourceControl)]),
            RestrictPublicBuckets =
                PublicAccessLevel.Effective(PublicAccessLevel.Of(world, bucket, request.IsDirect)).RestrictPublicBuckets,
        };
        var behind = Layer(BucketArn.Of(bucket.Name), bucket.Owner, policies[PolicySlot.Bucket(bucket.Region)], isAccessPoint: false);
        return request.IsDirect || world.Owner is not { } owner
            ? [behind]
            : [Layer(world.AccessPoint, owner, policies[PolicySlot.AccessPoint], isAccessPoint: true), behind];

        AccessLayer Layer(string resource, string account, SimulatedPolicy policy, bool isAccessPoint) => new(
            own with { Resource = policy.Policy },
            new AccessRequest(
                caller, request.Action, ActionTarget.ArnOf(resource, request.Action, request.Key, isAccessPoint), account, context));
    }

    // keys that no policy mentions cannot change anything, and are left out so that saved cases stay readable
    private static RequestContext ContextOf(SimulationState simulation, WorldPolicies policies, Principal caller, SimulatedBucket bucket)
    {
        var given = SimulatedKeys.Given(simulation, caller, bucket);
        var mentioned = MentionedKeys.Of(policies.All).Select(key => key.Name)
            .Concat(simulation.Request.Context.Keys)
            .Concat(
                [
                    "aws:PrincipalArn", "aws:PrincipalAccount", "s3:DataAccessPointArn", "s3:DataAccessPointAccount",
                    "s3:AccessPointNetworkOrigin"])
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return RequestContext.Create(mentioned
            .Select(
                name =>
                    KeyValuePair.Create(
                        name, given.TryGetValue(name, out var value) ? [value] : ValuesOf(simulation.Request, name, caller)))
            .Where(entry => !entry.Value.IsEmpty));
    }

    private static ImmutableArray<string> ValuesOf(SimulatedRequest request, string key, Principal caller) =>
        request.Context.TryGetValue(key, out var set) ? set : SimulatedKeys.Usual(key, caller) is { } usual ? [usual] : [];

    private static bool Counts(PolicySlot slot, SimulatedRequest request, SimulatedBucket bucket) => slot.Place switch
    {
        PolicySlotKind.Bucket => slot.Region == bucket.Region,
        PolicySlotKind.AccessPoint => !request.IsDirect,
        PolicySlotKind.Identity or PolicySlotKind.Boundary or PolicySlotKind.Session or PolicySlotKind.ServiceControl
            or PolicySlotKind.ResourceControl => true,
    };

    private static ImmutableArray<CompiledPolicy> ListOf(SimulatedPolicy text) => text.Policy is { } policy ? [policy] : [];

    private static ImmutableArray<ImmutableArray<CompiledPolicy>> LevelOf(SimulatedPolicy text) =>
        text.Policy is { } policy ? [[policy]] : [];
}
