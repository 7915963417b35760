using Mrap.Policy.Cases;
using Mrap.Policy.Checks;
using Mrap.Policy.Model;
using Mrap.Policy.Tests.Evaluation;

namespace Mrap.Policy.Tests.Checks;

public sealed class EditTests
{
    public static TheoryData<string, string> Cases => CorpusTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Edit_OfAnyFindingOfTheCorpus_RemovesItAndLeavesAPolicyThatParsesAsWell(string file, string line)
    {
        if (PolicyCaseReader.Read(line).Case is not CheckCase checkCase)
        {
            return;
        }

        var findings = checkCase.Check();
        foreach (var finding in findings.Where(finding => finding.Edit is not null))
        {
            var changed = finding.Edit!.ApplyTo(checkCase.Text);
            var left = PolicyChecks.Check(changed, checkCase.Kind, checkCase.Context);

            left.Count(other => other.Code == finding.Code).ShouldBeLessThan(findings.Count(other => other.Code == finding.Code), $"{file}: {finding.Code} in {changed}");
            PolicyDocument.Parse(changed, checkCase.Kind).Faults.Length.ShouldBeLessThanOrEqualTo(
                PolicyDocument.Parse(checkCase.Text, checkCase.Kind).Faults.Length, $"{file}: {finding.Code} in {changed}");
        }
    }
}
