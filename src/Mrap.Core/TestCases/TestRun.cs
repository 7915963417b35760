using System.Collections.Immutable;
using Mrap.Policy.Explanation;
using Mrap.Policy.Model;

namespace Mrap.Core.TestCases;

/// <summary>All test cases of a policy, run.</summary>
/// <param name="Results">One for each case, in their order.</param>
/// <param name="Unmatched">The names of the statements of the access point's policy that no case matches.</param>
public sealed record TestRun(ImmutableArray<TestResult> Results, ImmutableArray<string> Unmatched)
{
    /// <summary>A run of no cases.</summary>
    public static TestRun Empty { get; } = new([], []);

    /// <summary>How many cases pass.</summary>
    public int Passed => Results.Count(result => result.Passes);

    /// <summary>Runs the cases with the edited policies.</summary>
    public static TestRun Of(ImmutableArray<SavedCase> cases, EditedPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var results = ImmutableArray.CreateBuilder<TestResult>(cases.Length);
        var matched = new HashSet<int>();
        foreach (var found in cases)
        {
            results.Add(Run(found, policies, matched));
        }

        var statements = policies.Policy.Policy?.Document.Statements ?? [];
        return new TestRun(results.ToImmutable(), [.. statements.Select(NameOf).Where((_, i) => !matched.Contains(i))]);
    }

    private static TestResult Run(SavedCase found, EditedPolicies policies, HashSet<int> matched)
    {
        if (policies.IsFaulty(found.Test))
        {
            return new TestResult(found, Actual: null, "not run: a policy has faults");
        }

        var layers = policies.In(found.Test).Layers;
        var explanation = layers is [var accessPoint, var bucket]
            ? AccessExplainer.Explain(accessPoint, bucket)
            : AccessExplainer.Explain(layers[0].Policies, layers[0].Request);
        foreach (
            var statement in explanation.Layers.SelectMany(layer => layer.Policies)
                .Where(policy => ReferenceEquals(policy.Policy, policies.Policy.Policy))
                .SelectMany(policy => policy.Statements))
        {
            if (statement.Matches)
            {
                matched.Add(statement.Index);
            }
        }

        var near = explanation.NearMisses is [var nearest, ..] ? $"; {nearest.WouldMatch}" : string.Empty;
        return new TestResult(found, explanation.Decision.Verdict, explanation.Summary + near);
    }

    private static string NameOf(PolicyStatement statement, int index) => statement.Sid is { } sid ? $"`{sid}`" : $"statement {index + 1}";
}
