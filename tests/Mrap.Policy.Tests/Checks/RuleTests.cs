using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;

namespace Mrap.Policy.Tests.Checks;

public sealed class RuleTests
{
    public static TheoryData<string> Codes => [.. PolicyChecks.Rules.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_OfEveryCode_HasACaseThatFiresAndOneThatDoesNot(string code)
    {
        var level = PolicyChecks.Rules.Single(rule => rule.Code == code).Level;

        CheckCorpus.Cases.ShouldContain(
            found => found.Findings.Any(expected => expected.Code == code && expected.Level == level), $"a case that expects {code}");
        CheckCorpus.Cases.ShouldContain(found => found.Absent.Contains(code), $"a case with {code} in `absent`");
    }

    [Fact]
    public void Cases_Codes_AreThoseOfRules()
    {
        var known = PolicyChecks.Rules.Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal);

        CheckCorpus.Cases.SelectMany(found => found.Findings.Select(expected => expected.Code).Concat(found.Absent))
            .Where(code => !known.Contains(code))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Rules_Codes_AreUnique() => PolicyChecks.Rules.Select(rule => rule.Code).ShouldBeUnique();

    [Fact]
    public void Rules_OfAccessAnalyzer_AloneMayBeErrorsThatNeedNoContext()
    {
        var alone = CheckCorpus.Cases.Where(found => found.Context with { IsMultiRegion = false } == CheckContext.None)
            .SelectMany(found => found.Check())
            .Select(finding => finding.Code)
            .ToHashSet(StringComparer.Ordinal);

        PolicyChecks.Rules.Where(rule => rule is { IsOwn: true, Level: FindingLevel.Error } && alone.Contains(rule.Code))
            .Select(rule => rule.Code)
            .ShouldBeEmpty();
    }
}
