using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Checks;

/// <summary>Every edit that is offered anywhere in the corpus does what it is for.</summary>
public sealed class EditTests
{
    public static TheoryData<string, int> Edits
    {
        get
        {
            var edits = new TheoryData<string, int>();
            foreach (var found in CheckCorpus.Cases)
            {
                var findings = found.Check();
                for (var i = 0; i < findings.Length; i++)
                {
                    if (findings[i].Edit is not null)
                    {
                        edits.Add(found.Id, i);
                    }
                }
            }

            return edits;
        }
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_Applied_SettlesItsFindingAndBreaksNothing(string id, int index)
    {
        var found = CheckCorpus.Cases.Single(candidate => candidate.Id == id);
        var before = found.Check();
        var finding = before[index];

        var text = finding.Edit!.ApplyTo(found.Text);

        var after = PolicyChecks.Check(text, found.Kind, found.Context);
        after.Count(other => other.Code == finding.Code).ShouldBeLessThan(
            before.Count(other => other.Code == finding.Code), $"{finding.Code}: {text}");

        // an operator of the right type may show that the value under it was none all along
        after.Count(other => other.Level == FindingLevel.Error
            && !other.Code.StartsWith("TYPE_MISMATCH",
            StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(before.Count(other => other.Level == FindingLevel.Error),
        text);
        if (PolicyDocument.Parse(found.Text, found.Kind).IsValid)
        {
            PolicyDocument.Parse(text, found.Kind).Faults.ShouldBeEmpty(text);
        }
    }

    [Fact]
    public void Edits_OfTheCorpus_AreMany() => Edits.Count.ShouldBeGreaterThan(60);
}
