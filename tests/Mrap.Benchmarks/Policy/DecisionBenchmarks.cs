using BenchmarkDotNet.Attributes;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;

namespace Mrap.Benchmarks.Policy;

/// <summary>Decisions and explanations on the scenario; figures are for one request.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private PolicySet _policies = PolicySet.Empty;
    private AccessRequest[] _requests = [];
    private AccessLayer[] _layers = [];

    [GlobalSetup]
    public void Setup()
    {
        var cases = PolicyScenario.Read();
        _policies = cases[0].Layers[0].Policies;
        _requests = [.. cases.Select(found => found.Layers[0].Request)];
        _layers = [.. _requests.Select(request => new AccessLayer(_policies, request))];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = PolicyScenario.Requests)]
    public int Decide()
    {
        var allowed = 0;
        foreach (var request in _requests)
        {
            allowed += AccessDecider.Decide(_policies, request).IsAllowed ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = PolicyScenario.Requests)]
    public int DecideTwoLayers()
    {
        var allowed = 0;
        foreach (var layer in _layers)
        {
            allowed += AccessDecider.Decide(layer, layer).IsAllowed ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = PolicyScenario.Requests)]
    public int Explain()
    {
        var misses = 0;
        foreach (var request in _requests)
        {
            misses += AccessExplainer.Explain(_policies, request).Layers[0].NearMisses.Length;
        }

        return misses;
    }

    /// <summary>With every sentence made: summary, notes, and what each near miss asks for.</summary>
    [Benchmark(OperationsPerInvoke = PolicyScenario.Requests)]
    public int ExplainInWords()
    {
        var length = 0;
        foreach (var request in _requests)
        {
            var explanation = AccessExplainer.Explain(_policies, request);
            length += explanation.Summary.Length + explanation.Notes.Length;
            foreach (var miss in explanation.NearMisses)
            {
                length += miss.WouldMatch.Length;
            }
        }

        return length;
    }
}
