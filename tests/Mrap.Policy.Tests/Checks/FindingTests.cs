using Mrap.Policy.Checks;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Statements;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Checks;

public sealed class FindingTests
{
    [Fact]
    public void Finding_OfAWrongAction_HasPlaceHintAndEdit()
    {
        var text = "{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [\n    {\"Effect\": \"Allow\", \"Action\": [\"s3:ListBucket\", "
            + "\"s3:GetObjet\"], \"Resource\": \"*\"}\n  ]\n}";

        var finding = PolicyChecks.Check(text, PolicyKind.Identity).ShouldHaveSingleItem();

        finding.Code.ShouldBe("INVALID_ACTION");
        finding.Level.ShouldBe(FindingLevel.Error);
        finding.Message.ShouldBe("the action `s3:GetObjet` does not exist");
        finding.Hint.ShouldBe("did you mean `s3:GetObject`?");
        (finding.Start.Line, finding.Start.Column, finding.End.Line, finding.End.Column).ShouldBe((4, 53, 4, 66));
        finding.Pointer.ShouldBe("/Statement/0/Action/1");
        finding.Path.ShouldBe("Statement[0].Action[1]");
        finding.Edit!.ApplyTo(text).ShouldContain("[\"s3:ListBucket\", \"s3:GetObject\"]");
    }

    [Fact]
    public void Findings_OfEveryCase_AreInOrderWithWordsAndPlacesInsideTheText()
    {
        foreach (var found in CheckCorpus.Cases)
        {
            var findings = found.Check();

            findings.Select(finding => finding.Span.Start).ShouldBeInOrder();
            foreach (var finding in findings)
            {
                finding.Message.ShouldNotBeNullOrWhiteSpace();
                finding.Hint.ShouldNotBeNullOrWhiteSpace();
                finding.Span.End.ShouldBeLessThanOrEqualTo(found.Text.Length);
                finding.Start.Offset.ShouldBe(finding.Span.Start);
                finding.End.Offset.ShouldBe(finding.Span.End);
                char.IsLower(finding.Message[0]).ShouldBe(
                    char.IsLetter(finding.Message[0]) && finding.Message[0] is not ('B' or 'I' or 'J' or 'A'), finding.Message);
            }
        }
    }

    [Fact]
    public void Findings_OfOneRule_StopAtTheBound()
    {
        var statement = """{"Effect":"Allow","Action":"s3:Nothing","Resource":"*"}""";

        var findings = PolicyChecks.Check(
            "{\"Version\":\"2012-10-17\",\"Statement\":[" + string.Join(',', Enumerable.Repeat(statement, 300)) + "]}",
            PolicyKind.Identity);

        findings.Count(finding => finding.Code == "INVALID_ACTION").ShouldBe(100);
        findings.ShouldContain(finding => finding.Code == "REDUNDANT_STATEMENT");
    }

    [Fact]
    public void DelegationKeys_OnABucket_AreNoFaultOfTheBucketsPolicy()
    {
        var policy = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:*",
              "Resource":["arn:aws:s3:::b","arn:aws:s3:::b/*"],
            "Condition":{"StringEquals":{"s3:DataAccessPointArn":"arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap"}}}]}
            """;

        PolicyChecks.Check(policy, PolicyKind.Bucket).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PolicyKind.Identity, " {\"a\": \"ä\"} ", 9, 6_144)]
    [InlineData(PolicyKind.Bucket, " {\"a\": \"ä\"} ", 13, 20_480)]
    [InlineData(PolicyKind.AccessPoint, "", 0, 20_480)]
    public void Size_ByKind_CountsWhatAwsCounts(PolicyKind kind, string text, int used, int limit)
    {
        var size = PolicySize.Of(text, kind);

        size.Used.ShouldBe(used);
        size.Quota.Limit.ShouldBe(limit);
        size.IsExceeded.ShouldBeFalse();
    }
}
