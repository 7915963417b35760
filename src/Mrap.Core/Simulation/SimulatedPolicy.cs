using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Core.Simulation;

/// <summary>A policy's text, read once.</summary>
public sealed class SimulatedPolicy
{
    private SimulatedPolicy(CompiledPolicy? policy, ImmutableArray<PolicyFault> faults) => (Policy, Faults) = (policy, faults);

    /// <summary>No policy at all.</summary>
    public static SimulatedPolicy None { get; } = new(policy: null, []);

    /// <summary>The policy; null when there is none or it has faults.</summary>
    public CompiledPolicy? Policy { get; }

    /// <summary>What keeps the text from being a policy.</summary>
    public ImmutableArray<PolicyFault> Faults { get; }

    /// <summary>Reads a text; blank text is no policy and no fault.</summary>
    public static SimulatedPolicy Read(string text, PolicyKind kind)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return None;
        }

        var outcome = PolicyDocument.Parse(text, kind);
        return outcome.TryGet(out var document)
            ? new SimulatedPolicy(CompiledPolicy.Compile(document, kind), [])
            : new SimulatedPolicy(policy: null, outcome.Faults);
    }
}
