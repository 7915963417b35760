using System.Collections.Immutable;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Principals;

namespace Mrap.Sandbox.Iam.Simulation;

/// <summary>What is to be simulated.</summary>
internal sealed record SimulationInput
{
    /// <summary>The policies of the caller.</summary>
    public required ImmutableArray<SimulationPolicy> Identity { get; init; }

    /// <summary>The caller's permissions boundary; null for none.</summary>
    public SimulationPolicy? Boundary { get; init; }

    /// <summary>The policy of every resource; null for none.</summary>
    public SimulationPolicy? Resource { get; init; }

    /// <summary>The actions, as given.</summary>
    public required ImmutableArray<string> Actions { get; init; }

    /// <summary>The resources; <c>*</c> alone when none is named.</summary>
    public required ImmutableArray<string> Resources { get; init; }

    /// <summary>Who calls.</summary>
    public required Principal Caller { get; init; }

    /// <summary>Whether the caller was named: only then can a resource be another account's.</summary>
    public bool HasCaller { get; init; }

    /// <summary>The account that owns resources whose ARN does not say; null for the caller's.</summary>
    public string? Owner { get; init; }

    /// <summary>What is known of the requests.</summary>
    public required RequestContext Context { get; init; }

    /// <summary>The keys that the policies ask for and the context does not have, in the order of the texts.</summary>
    public required ImmutableArray<string> MissingKeys { get; init; }

    /// <summary>Every policy.</summary>
    public IEnumerable<SimulationPolicy> Policies
    {
        get
        {
            IEnumerable<SimulationPolicy> all = Identity;
            all = Boundary is null ? all : all.Append(Boundary);
            return Resource is null ? all : all.Append(Resource);
        }
    }
}
