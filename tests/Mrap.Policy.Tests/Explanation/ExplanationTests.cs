using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Tests.Explanation;

public sealed class ExplanationTests
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap";
    private static readonly Principal s_alice = Principal.Parse("arn:aws:iam::111122223333:user/alice");
    private static readonly Principal s_bob = Principal.Parse("arn:aws:iam::444455556666:user/bob");

    [Fact]
    public void Explain_ExplicitDeny_NamesTheStatementAndItsText()
    {
        var policy = Bucket(
            """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"},"""
                + """{"Sid":"NoRead","Effect":"Deny","Principal":"*","Action":"s3:Get*","Resource":"*"}]}""");

        var explanation = AccessExplainer.Explain(new PolicySet { Resource = policy }, Request(s_alice));

        explanation.Summary.ShouldBe("denied: statement `NoRead` of the bucket policy denies it");
        explanation.Pointer.ShouldBe("/Statement/1");
        var range = explanation.Decision.DecidingStatement!.Span;
        policy.Document.Source.Slice(range).ToString().ShouldStartWith("{\"Sid\":\"NoRead\"");
        AccessDeniedMessage.Of(Request(s_alice), explanation.Decision).ShouldBe(
            "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::b/k\" with "
                + "an explicit deny in a resource-based policy");
    }

    [Fact]
    public void Explain_ImplicitDeny_RanksWhatFailsInOneElementOnly()
    {
        var policy = Identity(
            """
            {"Version":"2012-10-17","Statement":[
              {"Sid":"Far","Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::c/*"},
              {"Sid":"Condition","Effect":"Allow","Action":"s3:GetObject","Resource":"*",
                "Condition":{"StringEquals":{"aws:PrincipalTag/team":["blue","green"]}}},
              {"Sid":"Resource","Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::c/*"},
              {"Sid":"Action","Effect":"Allow","NotAction":"s3:Get*","Resource":"*"},
              {"Sid":"Deny","Effect":"Deny","Action":"s3:PutObject","Resource":"*"}]}
            """);

        var explanation = AccessExplainer.Explain(
            new PolicySet { Identity = [policy] }, Request(s_alice, RequestContext.Empty.With("aws:PrincipalTag/team", "red")));

        explanation.NearMisses.Select(miss => (miss.Statement.Statement.Sid, miss.Element, miss.Pointer, miss.WouldMatch)).ShouldBe(
        [
            ("Action", StatementElement.Action, "/Statement/3/NotAction", "the action would have to be anything but `s3:Get*`"),
            ("Resource", StatementElement.Resource, "/Statement/2/Resource", "the resource would have to be `arn:aws:s3:::c/*`"),
            ("Condition", StatementElement.Condition, "/Statement/1/Condition/StringEquals/aws:PrincipalTag~1team",
                "`StringEquals` of `aws:PrincipalTag/team` asks for one of `blue`, `green`; the request has `red`"),
        ]);
        policy.Document.Source.Slice(explanation.NearMisses[2].Span).ToString().ShouldBe("\"aws:PrincipalTag/team\":[\"blue\",\"green\"]");
    }

    [Fact]
    public void Explain_PrincipalThatIsNotNamed_IsANearMissOfTheResourcePolicy()
    {
        var policy = Bucket(
            """{"Statement":{"Effect":"Allow","Principal":"""
                + """{"AWS":"arn:aws:iam::444455556666:user/carol"},"Action":"s3:*","Resource":"*"}}""");

        var miss = AccessExplainer.Explain(new PolicySet { Resource = policy }, Request(s_bob)).NearMisses.ShouldHaveSingleItem();

        miss.Pointer.ShouldBe("/Statement/Principal");
        miss.WouldMatch.ShouldBe("the caller would have to be `arn:aws:iam::444455556666:user/carol`");
    }

    [Fact]
    public void Explain_DenialAtTheBucketBehindAnAccessPoint_NamesTheLayer()
    {
        var all = Identity("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
        var granted = CompiledPolicy.Compile(
            PolicyDocument.Parse(
                $$"""{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"s3:*","Resource":"{{Arn}}/object/*"} }""",
                PolicyKind.AccessPoint).Document,
            PolicyKind.AccessPoint);
        var context = RequestContext.Empty.Through(Arn, "111122223333");

        var explanation = AccessExplainer.Explain(
            new AccessLayer(
                new PolicySet { Identity = [all], Resource = granted },
                new AccessRequest(s_bob, "s3:GetObject", Arn + "/object/k", "111122223333", context)),
            new AccessLayer(new PolicySet { Identity = [all] }, Request(s_bob, context)));

        explanation.Summary.ShouldBe("denied: at the bucket, the resource's policy does not permit it, and this caller needs it to");
        explanation.DecidingLayer.Request.Resource.ShouldBe("arn:aws:s3:::b/k");
        explanation.Notes.ShouldContain(
            note => note.StartsWith("Across accounts the caller's own policies must cover the bucket too", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StringNotEquals", "x", ConditionOutcome.SeveralValues)]
    [InlineData("NumericNotEquals", "1", ConditionOutcome.SeveralValues)]
    [InlineData("ForAnyValue:NumericNotEquals", "1", ConditionOutcome.UnreadableValue)]
    [InlineData("StringIsLike", "x", ConditionOutcome.UnknownOperator)]
    public void Explain_ReadingThatAwsDoesNotDocument_IsNoted(string name, string value, ConditionOutcome reading)
    {
        var policy = Identity(
            "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\""
                + name
                + "\":{\"aws:TagKeys\":\""
                + value
                + "\"}}}}");

        var explanation = AccessExplainer.Explain(
            new PolicySet { Identity = [policy] }, Request(s_alice, RequestContext.Empty.With("aws:TagKeys", "a", "b")));

        explanation.Layers[0].Policies[0].Statements[0].Conditions[0].Outcome.ShouldBe(reading);
        explanation.Notes.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(DecisionReason.NoIdentityAllow, "because no identity-based policy allows the s3:GetObject action")]
    [InlineData(DecisionReason.NoResourceAllow, "because no resource-based policy allows the s3:GetObject action")]
    [InlineData(DecisionReason.NoBoundaryAllow, "because no permissions boundary allows the s3:GetObject action")]
    [InlineData(DecisionReason.NoSessionAllow, "because no session policy allows the s3:GetObject action")]
    [InlineData(DecisionReason.NoServiceControlAllow, "because no service control policy allows the s3:GetObject action")]
    [InlineData(DecisionReason.NoEndpointAllow, "because no VPC endpoint policy allows the s3:GetObject action")]
    public void Message_OfAMissingPermission_NamesTheKindOfPolicy(DecisionReason reason, string ending) =>
        AccessDeniedMessage.Of(
            Request(s_alice), new Decision(Verdict.ImplicitDeny, reason, Policy: null, Statement: -1, Layer: 0)).ShouldEndWith(ending);

    [Fact]
    public void Message_ForAnAnonymousCaller_SaysNoMore() =>
        AccessDeniedMessage.Of(
            Request(Principal.Anonymous), AccessDecider.Decide(PolicySet.Empty, Request(Principal.Anonymous))).ShouldBe("Access Denied");

    [Fact]
    public void Message_OfAPermission_IsAMistake() =>
        Should.Throw<ArgumentException>(
            () =>
                AccessDeniedMessage.Of(
                    Request(s_alice), new Decision(Verdict.Allow, DecisionReason.RootUser, Policy: null, Statement: -1, Layer: 0)));

    private static CompiledPolicy Bucket(string text) =>
        CompiledPolicy.Compile(PolicyDocument.Parse(text, PolicyKind.Bucket).Document, PolicyKind.Bucket);

    private static CompiledPolicy Identity(string text) =>
        CompiledPolicy.Compile(PolicyDocument.Parse(text, PolicyKind.Identity).Document, PolicyKind.Identity);

    private static AccessRequest Request(Principal caller, RequestContext? context = null) =>
        new(caller, "s3:GetObject", "arn:aws:s3:::b/k", "111122223333", context ?? RequestContext.Empty);
}
