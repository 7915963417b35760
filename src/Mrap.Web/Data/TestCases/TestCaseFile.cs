using System.Collections.Immutable;
using Mrap.Core.TestCases;
using Mrap.Policy.Cases;

namespace Mrap.Web.Data.TestCases;

/// <summary>Test cases as a file of JSON lines, which the command <c>policy test</c> runs too.</summary>
public static class TestCaseFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>The cases with the policies as they are edited, one a line.</summary>
    public static string Write(ImmutableArray<SavedCase> cases, EditedPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return string.Concat(
            cases.Select(found => PolicyCaseWriter.Write(policies.IsFaulty(found.Test) ? found.Test : policies.In(found.Test)) + "\n"));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="first">The place of the first case.</param>
    /// <returns>The cases, and the first fault with its line; with a fault there are no cases.</returns>
    public static (ImmutableArray<SavedCase> Cases, string? Fault) Read(string text, int first)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cases = ImmutableArray.CreateBuilder<SavedCase>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var outcome = PolicyCaseReader.Read(line);
            if (outcome.Case is not DecisionCase test)
            {
                return ([], $"Line {number}: {outcome.Fault ?? "this is not a test of a decision"}.");
            }

            var name = string.IsNullOrWhiteSpace(test.Name) ? test.Id : test.Name;
            name = string.IsNullOrWhiteSpace(name) ? $"Case {number}" : name;
            cases.Add(
                new SavedCase(
                    Guid.CreateVersion7(), first + cases.Count,
                    test with { Name = name.Length > TestCaseRow.MaxName ? name[..TestCaseRow.MaxName] : name }));
            if (cases.Count > TestCaseStore.MaxCases)
            {
                return ([], $"A file has at most {TestCaseStore.MaxCases} cases.");
            }
        }

        return cases.Count == 0 ? ([], "The file has no cases.") : (cases.ToImmutable(), null);
    }
}
