using System.Collections.Immutable;
using Mrap.Core.TestCases;

namespace Mrap.Web.Data.TestCases;

/// <summary>Test cases as the activity log keeps them: a line for each.</summary>
internal static class TestCaseText
{
    /// <returns>The lines; null without a case.</returns>
    public static string? Of(ImmutableArray<SavedCase> cases) =>
        cases.IsEmpty ? null : string.Join('\n', cases.Select(found => $"{found.Test.Name}: {found.Test.Verdict}"));
}
