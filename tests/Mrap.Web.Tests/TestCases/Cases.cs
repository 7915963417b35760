using Mrap.Core.Simulation;
using Mrap.Core.TestCases;
using Mrap.Policy.Cases;
using Mrap.Policy.Evaluation;
using Mrap.Testing;

namespace Mrap.Web.Tests.TestCases;

/// <summary>Test cases made from the worked examples.</summary>
internal static class Cases
{
    public static SavedCase Of(string example, string region, string name, Verdict expected, int position = 0)
    {
        var state = Example.Simulation(example);
        var verdict =
            Core.Simulation.Simulator.Run(state, WorldPolicies.Read(state.World)).Single(found => found.Bucket.Region.Value == region);
        return new SavedCase(Guid.NewGuid(), position, new DecisionCase($"case-{position}", name, verdict.Layers, expected));
    }
}
