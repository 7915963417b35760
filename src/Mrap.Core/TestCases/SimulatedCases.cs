using Mrap.Core.Simulation;
using Mrap.Policy.Cases;
using Mrap.Policy.Evaluation;

namespace Mrap.Core.TestCases;

/// <summary>Turns simulated requests into test cases, and back.</summary>
public static class SimulatedCases
{
    /// <summary>The shown request as a case that expects what is decided; null when it cannot be decided.</summary>
    public static DecisionCase? Of(SimulatorModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Shown is { Verdict: { } verdict, Layers: { IsEmpty: false } layers }
            ? new DecisionCase("case", string.Empty, layers, verdict)
            : null;
    }

    /// <summary>The world and request of a case: its caller and request in the policies that are being edited.</summary>
    public static SimulationState Open(DecisionCase test, SimulationState now)
    {
        ArgumentNullException.ThrowIfNull(test);
        ArgumentNullException.ThrowIfNull(now);
        var own = test.Layers[0].Policies;
        var request = test.Layers[^1].Request;
        var (name, key) = BucketArn.Read(request.Resource) ?? (string.Empty, string.Empty);
        var bucket = now.World.Buckets.FirstOrDefault(found => found.Name == name);
        var world = now.World with
        {
            Principal = request.Principal.Text,
            Identity = TextOf(own.Identity.FirstOrDefault()),
            Boundary = TextOf(own.Boundary.FirstOrDefault()),
            Session = TextOf(own.Session.FirstOrDefault()),
            ServiceControl = TextOf(own.ServiceControl.FirstOrDefault() is { IsDefaultOrEmpty: false } service ? service[0] : null),
            ResourceControl = TextOf(own.ResourceControl.FirstOrDefault() is { IsDefaultOrEmpty: false } resource ? resource[0] : null),
        };
        var given = SimulatedKeys.Given(now, request.Principal, bucket);
        return new SimulationState(world, now.Request with
        {
            Action = request.Action,
            Key = key,
            IsDirect = test.Layers.Length == 1,
            Region = bucket?.Region ?? now.Request.Region,
            From = null,
            Context = SimulatedRequest.NoContext.AddRange(request.Context.Entries.Where(entry => !given.ContainsKey(entry.Key))),
        });
    }

    private static string TextOf(CompiledPolicy? policy) => policy?.Document.Print() ?? string.Empty;
}
