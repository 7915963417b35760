using Mrap.Policy.Cases;

namespace Mrap.Benchmarks.Policy;

/// <summary>One bucket policy of ten statements, one identity policy of six and sixteen requests, always in rotation.</summary>
internal static class PolicyScenario
{
    public const int Requests = 16;

    /// <summary>Reads the cases; a wrong answer is no basis for measuring.</summary>
    public static DecisionCase[] Read()
    {
        using var reader = new StreamReader(typeof(PolicyScenario).Assembly.GetManifestResourceStream("policy-benchmark.jsonl")!);
        var cases = reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (DecisionCase)PolicyCaseReader.Read(line).Case!)
            .ToArray();
        return cases.Length == Requests && cases.All(found => found.Passes())
            ? cases
            : throw new InvalidOperationException("the scenario is not answered as expected");
    }
}
