using Mrap.Core.AccessPoints;
using Mrap.Core.Permissions;
using Mrap.Policy.Editing;
using Mrap.Policy.Model;
using Mrap.Testing;

namespace Mrap.Core.Tests.Permissions;

public sealed class DelegationTests
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";

    [Theory]
    [InlineData("\"*\"", "\"s3:*\"", "\"StringEquals\": { \"s3:DataAccessPointArn\": \"" + Arn + "\" }", DelegationState.AccessPoint)]
    [InlineData(
        "{ \"AWS\": \"*\" }", "[\"s3:*\"]", "\"ArnLike\": { \"s3:dataaccesspointarn\": [\"x\", \"" + Arn + "\"] }",
        DelegationState.AccessPoint)]
    [InlineData(
        "\"*\"", "\"*\"", "\"StringLike\": { \"s3:DataAccessPointArn\": \"arn:aws:s3::111122223333:accesspoint/*\" }",
        DelegationState.AccessPoint)]
    [InlineData(
        "\"*\"", "\"s3:*\"", "\"StringEquals\": { \"s3:DataAccessPointArn\": \"arn:aws:s3::111122223333:accesspoint/other.mrap\" }",
        DelegationState.None)]
    [InlineData(
        "\"*\"", "\"s3:*\"", "\"StringEquals\": { \"s3:DataAccessPointArn\": \"arn:aws:s3::111122223333:accesspoint/*\" }",
        DelegationState.None)]
    [InlineData("\"*\"", "\"s3:*\"", "\"StringEquals\": { \"s3:DataAccessPointAccount\": \"111122223333\" }", DelegationState.Account)]
    [InlineData("\"*\"", "\"s3:*\"", "\"StringEquals\": { \"s3:DataAccessPointAccount\": \"444455556666\" }", DelegationState.None)]
    [InlineData("\"*\"", "\"s3:*\"", "\"StringEquals\": { \"s3:AccessPointNetworkOrigin\": \"Internet\" }", DelegationState.Origin)]
    [InlineData("\"*\"", "\"s3:*\"", "\"StringEquals\": { \"s3:AccessPointNetworkOrigin\": \"VPC\" }", DelegationState.None)]
    [InlineData("\"*\"", "\"s3:*\"", "", DelegationState.Open)]
    [InlineData("\"*\"", "\"s3:GetObject\"", "\"StringEquals\": { \"s3:DataAccessPointArn\": \"" + Arn + "\" }", DelegationState.Partly)]
    [InlineData(
        "{ \"AWS\": \"444455556666\" }", "\"s3:*\"", "\"StringEquals\": { \"s3:DataAccessPointArn\": \"" + Arn + "\" }",
        DelegationState.Partly)]
    [InlineData(
        "\"*\"", "\"s3:*\"",
        "\"StringEquals\": { \"s3:DataAccessPointArn\": \"" + Arn + "\" }, \"Bool\": { \"aws:SecureTransport\": \"true\" }",
        DelegationState.Partly)]
    [InlineData("{ \"AWS\": \"444455556666\" }", "\"s3:*\"", "", DelegationState.None)]
    [InlineData("\"*\"", "\"s3:*\"", "\"StringNotEquals\": { \"s3:DataAccessPointArn\": \"" + Arn + "\" }", DelegationState.None)]
    public void Statement_OfEachKind_DelegatesAsItSays(string principal, string action, string condition, DelegationState expected) =>
        Delegation.Of(Policy(principal, action, condition), Example.AccessPoint()).State.ShouldBe(expected);

    [Fact]
    public void Statements_Several_TheNarrowestWholeOneCounts()
    {
        var open = PolicyTextEdits.AddStatement(
            Policy("\"*\"", "\"s3:*\"", string.Empty),
            Delegation.StatementFor(Example.AccessPoint().Members[0].Bucket, Example.AccessPoint(), toAccount: false));

        Delegation.Of(open, Example.AccessPoint()).ShouldBe(new Delegation(DelegationState.AccessPoint, 1));
    }

    [Fact]
    public void Deny_OfEverything_DelegatesNothing() =>
        Delegation.Of(
            Policy("\"*\"", "\"s3:*\"", string.Empty).Replace("Allow", "Deny", StringComparison.Ordinal),
            Example.AccessPoint()).State.ShouldBe(DelegationState.None);

    [Theory]
    [InlineData(null)]
    [InlineData("not a policy")]
    public void Policy_MissingOrUnreadable_DelegatesNothing(string? text) =>
        Delegation.Of(text, Example.AccessPoint()).ShouldBe(new Delegation(DelegationState.None, null));

    [Theory]
    [InlineData(false, DelegationState.AccessPoint)]
    [InlineData(true, DelegationState.Account)]
    public void StatementFor_ABucket_DelegatesAndIsNotPublic(bool toAccount, DelegationState expected)
    {
        var text = PolicyTextEdits.Of(Delegation.StatementFor(BucketName.Parse("member-bucket").Value, Example.AccessPoint(), toAccount));

        Delegation.Of(text, Example.AccessPoint()).State.ShouldBe(expected);
        var document = PolicyDocument.Parse(text, PolicyKind.Bucket).Document;
        Mrap.Policy.PublicAccess.PublicPolicy.Evaluate(document, PolicyKind.Bucket).IsPublic.ShouldBeFalse();
        text.ShouldContain("arn:aws:s3:::member-bucket/*");
    }

    private static string Policy(string principal, string action, string condition) =>
        $$"""{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": {{principal}}, "Action": {{action}},"""
            + $$""" "Resource": ["arn:aws:s3:::b", "arn:aws:s3:::b/"""
            + $$"""*"]{{(condition.Length > 0 ? $", \"Condition\": {{ {condition} }}" : string.Empty)}} }] }""";
}
