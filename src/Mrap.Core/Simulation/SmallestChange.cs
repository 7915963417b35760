using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Principals;

namespace Mrap.Core.Simulation;

/// <summary>
/// Looks for the smallest additions to the policies that let a denied request through. Every proposal is decided again before it is shown.
/// </summary>
public static class SmallestChange
{
    private const int MaxChanges = 6;

    /// <summary>Looks for the changes.</summary>
    /// <returns>The changes or an advice; null when the request is allowed or cannot be decided.</returns>
    public static ChangeHint? Find(SimulationState simulation, WorldPolicies policies, SimulatedBucket bucket)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(bucket);
        var changes = ImmutableArray.CreateBuilder<PolicyChange>();
        var state = simulation;
        var read = policies;
        while (true)
        {
            var verdict = Simulator.Run(state, read, state.World.Find(bucket.Region)!);
            if (verdict.Explanation is not { } explanation || (explanation.Decision.IsAllowed && changes.Count == 0))
            {
                return null;
            }

            if (explanation.Decision.IsAllowed)
            {
                return new ChangeHint(changes.ToImmutable(), Advice: null, state.World);
            }

            if (Obstacle(explanation) is { } advice)
            {
                return new ChangeHint([], advice, simulation.World);
            }

            if (changes.Count == MaxChanges || ChangeProposal.For(state, read, verdict) is not { } change)
            {
                return new ChangeHint([], Near(explanation), simulation.World);
            }

            changes.Add(change);
            state = state with { World = state.World.With(change.Slot, change.Text) };
            read = WorldPolicies.Read(state.World, read);
            if (!read[change.Slot].Faults.IsEmpty)
            {
                return new ChangeHint([], Near(explanation), simulation.World);
            }
        }
    }

    private static string? Obstacle(DecisionExplanation explanation) => explanation.Decision.Reason switch
    {
        DecisionReason.DenyStatement =>
            "A Deny statement matches: no addition to any policy lets this through. Narrow that statement, or send the request in a way "
                + "that it does not match.",
        DecisionReason.PublicAccessBlocked =>
            "The policy is public and RestrictPublicBuckets is on. Name the callers in the policy instead of everyone: a policy that is "
                + "not public is not cut off.",
        _ => explanation.Layers[0].Request.Principal.Kind == PrincipalKind.Anonymous
            ? "Nothing lets an unsigned request in but a policy for everyone, which Block Public Access is there to refuse. Sign the "
                + "request."
            : null,
    };

    private static string Near(DecisionExplanation explanation) => explanation.NearMisses is [var nearest, ..]
        ? $"The nearest statement allows it under a condition: {nearest.WouldMatch}. Send the request so, or loosen the condition by hand."
        : "No single addition says it exactly. Change the policies by hand along the missing steps above.";
}
