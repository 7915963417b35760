using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;

namespace Mrap.Policy.Tests.Checks;

/// <summary>The table of rules in the documentation is the list of rules in the code.</summary>
public sealed class RuleTableTests
{
    [Fact]
    public async Task Documentation_TableOfRules_IsTheListOfTheCode()
    {
        var lines =
            await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "policy.md"), TestContext.Current.CancellationToken);

        var rows = lines.Where(
            line =>
                line.StartsWith("| `", StringComparison.Ordinal)
                    && line.Contains("` | ", StringComparison.Ordinal)
                    && line.Count(c => c == '|') == 4
            && line.Split('`')[1].All(c => c is '_' or (>= 'A' and <= 'Z') or (>= '0' and <= '9')));

        rows.ShouldBe(PolicyChecks.Rules.Select(Row));
    }

    private static string Row(CheckRule rule) => $"| `{rule.Code}` | {rule.Level.ToWire()}{(rule.IsOwn ? ", own" : "")} | {rule.Meaning} |";
}
