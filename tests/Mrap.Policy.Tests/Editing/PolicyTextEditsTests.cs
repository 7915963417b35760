using Mrap.Policy.Editing;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Editing;

public sealed class PolicyTextEditsTests
{
    private const string Statement =
        """{ "Sid": "New", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*" }""";

    private const string Written =
        """
        {
            "Version": "2012-10-17",
            "Statement": [
                { "Sid": "Mine",   "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" }
            ]
        }
        """;

    [Fact]
    public void AddStatement_ToALaidOutPolicy_LeavesEveryOtherLineAsItIs()
    {
        var text = PolicyTextEdits.AddStatement(Written, Statement).ShouldNotBeNull();

        var lines = TextDiff.Compare(Written, text);
        lines.Count(line => line.Kind == DiffKind.Removed).ShouldBe(1, "the comma behind the last statement");
        text.ShouldContain(
            """{ "Sid": "Mine",   "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" },""");
        text.ShouldContain("\n        {\n          \"Sid\": \"New\",");
        Sids(text).ShouldBe(["Mine", "New"]);
    }

    [Theory]
    [InlineData(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Mine","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:"""
            + """aws:s3:::b/*"}]}""")]
    [InlineData(
        """{"Version":"2012-10-17","Statement":{"Sid":"Mine","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:"""
            + """aws:s3:::b/*"}}""")]
    [InlineData(
        "{\n\"Version\":\"2012-10-17\",\n\"Statement\":{\"Sid\":\"Mine\",\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/*\"}\n}")]
    public void AddStatement_ToAnyForm_KeepsTheStatementsAndAddsOne(string policy) =>
        Sids(PolicyTextEdits.AddStatement(policy, Statement).ShouldNotBeNull()).ShouldBe(["Mine", "New"]);

    [Fact]
    public void AddStatement_ToAPolicyOnOneLine_StaysOnOneLine() =>
        PolicyTextEdits.AddStatement(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::"""
                + """b/*"}]}""",
            Statement)
            .ShouldNotBeNull()
            .ShouldNotContain("\n");

    [Theory]
    [InlineData(null)]
    [InlineData("  \n")]
    public void AddStatement_ToNothing_IsAPolicyOfItsOwn(string? policy) =>
        Sids(PolicyTextEdits.AddStatement(policy, Statement).ShouldNotBeNull()).ShouldBe(["New"]);

    [Fact]
    public void AddStatement_ToAnEmptyList_Works() =>
        Sids(PolicyTextEdits.AddStatement("""{"Version":"2012-10-17","Statement":[]}""", Statement).ShouldNotBeNull()).ShouldBe(["New"]);

    [Theory]
    [InlineData("{")]
    [InlineData("<Error/>")]
    [InlineData("[]")]
    public void AddStatement_ToNoPolicy_IsNothing(string policy) => PolicyTextEdits.AddStatement(policy, Statement).ShouldBeNull();

    private static IEnumerable<string?> Sids(string text) =>
        PolicyDocument.Parse(text).Document.Statements.Select(statement => statement.Sid);
}
