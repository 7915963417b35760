using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.ExternalAccess;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Tests.Evaluation;

/// <summary>ARNs in Resource that leave fields out: IAM lets a wildcard at the end of a field go on behind its colon.</summary>
public sealed class ShortArnTests
{
    private const string Object = "arn:aws:s3:::photos/key";

    private static readonly CompiledPolicy s_everything = Compile(
        PolicyKind.Identity, """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");

    [Theory]
    [InlineData(PolicyKind.Identity, "arn:aws:s3:*", true)]
    [InlineData(PolicyKind.Identity, "arn:aws:s3", true)]
    [InlineData(PolicyKind.Identity, "arn:aws", true)]
    [InlineData(PolicyKind.Identity, "arn:*", true)]
    [InlineData(PolicyKind.Identity, "arn:aws:s3::", true)]
    [InlineData(PolicyKind.Identity, "arn:aws:s?:", true)]
    [InlineData(PolicyKind.Identity, "arn:aws:sns:*", false)]
    [InlineData(PolicyKind.Identity, "arn:aws:s3::photos/key", false)]
    [InlineData(PolicyKind.Identity, "arn", false)]
    [InlineData(PolicyKind.Boundary, "arn:aws:s3", true)]
    [InlineData(PolicyKind.Session, "arn:aws:s3", true)]
    [InlineData(PolicyKind.Bucket, "arn:aws:s3:*", true)]
    [InlineData(PolicyKind.Bucket, "arn:aws:*", true)]
    [InlineData(PolicyKind.Bucket, "arn:aws:s?", true)]
    [InlineData(PolicyKind.Bucket, "arn:aws:s3", false)]
    [InlineData(PolicyKind.Endpoint, "arn:aws:s3:*", true)]
    [InlineData(PolicyKind.Endpoint, "arn:aws:s3", false)]
    [InlineData(PolicyKind.ServiceControl, "arn:aws:s3:*", true)]
    [InlineData(PolicyKind.ServiceControl, "arn:aws:*:", false)]
    [InlineData(PolicyKind.ServiceControl, "arn:aws:s3", false)]
    [InlineData(PolicyKind.ResourceControl, "arn:aws:s3:*", false)]
    public void DenyOnAShortArn_TakesEffectWhereAwsCompletesIt(PolicyKind kind, string resource, bool isDenied) =>
        Decide(kind, "Deny", "Resource", resource).Verdict.ShouldBe(isDenied ? Verdict.ExplicitDeny : Verdict.Allow);

    [Theory]
    [InlineData(PolicyKind.Identity, "arn:aws:s3:*", false)]
    [InlineData(PolicyKind.Bucket, "arn:aws:s3:*", false)]
    [InlineData(PolicyKind.Bucket, "arn:aws:s3", true)]
    [InlineData(PolicyKind.ResourceControl, "arn:aws:s3:*", true)]
    public void DenyOnAllButAShortArn_LeavesOutWhatTheArnStandsFor(PolicyKind kind, string resource, bool isDenied) =>
        Decide(kind, "Deny", "NotResource", resource).Verdict.ShouldBe(isDenied ? Verdict.ExplicitDeny : Verdict.Allow);

    [Fact]
    public void AStarInTheSixthField_RunsOverColons()
    {
        var deny = Compile(PolicyKind.Identity, Statement("Deny", "Resource", "arn:aws:s3:::b*", principal: ""));

        AccessDecider.Decide(new PolicySet { Identity = [s_everything, deny] }, Request("arn:aws:s3:::b/a:b"))
            .Verdict.ShouldBe(Verdict.ExplicitDeny);
    }

    [Theory]
    [InlineData(PolicyKind.Bucket, "arn:aws:s3:*", "the fields that an ARN leaves out count as `*`")]
    [InlineData(PolicyKind.Bucket, "arn:aws:s3", "an ARN that leaves fields out matches nothing in a policy of this kind")]
    public void Explanation_OfAShortArn_SaysHowItIsRead(PolicyKind kind, string resource, string note) =>
        Explain(kind, resource).Notes.ShouldContain(found => found.Contains(note, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Preview_OfAnAllowOnAShortArn_LetsIn()
    {
        var policy = PolicyDocument.Parse(Statement("Allow", "Resource", "arn:aws:s3:*", "\"Principal\":\"*\",")).Document;
        var side = new PreviewSide("arn:aws:s3:::photos", "111122223333", policy, RestrictPublicBuckets: false);
        var front =
            new PreviewSide("arn:aws:s3::111122223333:accesspoint/m.mrap", "111122223333", Policy: null, RestrictPublicBuckets: false);

        var reach = AccessPointPreview.Of(front, [side])[0].Direct.ShouldHaveSingleItem();

        reach.Allowed.ShouldBe(["s3:GetObject"]);
        reach.Refused.ShouldBeEmpty();
    }

    [Fact]
    public void Preview_OfAnAllowOnAShortArnThatMatchesNothing_GrantsNothing()
    {
        var policy = PolicyDocument.Parse(
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:ListBucket","Resource":"arn:aws:s3"}}""")
            .Document;
        var side = new PreviewSide("arn:aws:s3:::photos", "111122223333", policy, RestrictPublicBuckets: false);
        var front =
            new PreviewSide("arn:aws:s3::111122223333:accesspoint/m.mrap", "111122223333", Policy: null, RestrictPublicBuckets: false);

        var reach = AccessPointPreview.Of(front, [side])[0].Direct.ShouldHaveSingleItem();

        reach.Allowed.ShouldBeEmpty();
        reach.Refused.ShouldBeEmpty();
    }

    private static Decision Decide(PolicyKind kind, string effect, string element, string resource) =>
        AccessDecider.Decide(PoliciesWith(kind, effect, element, resource), Request(Object));

    private static DecisionExplanation Explain(PolicyKind kind, string resource) =>
        AccessExplainer.Explain(PoliciesWith(kind, "Deny", "Resource", resource), Request(Object));

    private static PolicySet PoliciesWith(PolicyKind kind, string effect, string element, string resource)
    {
        var principal = kind is PolicyKind.Bucket or PolicyKind.Endpoint or PolicyKind.ResourceControl ? "\"Principal\":\"*\"," : "";
        var policy = Compile(kind, Statement(effect, element, resource, principal));
        var set = new PolicySet { Identity = [s_everything] };
        return kind switch
        {
            PolicyKind.Identity => set with { Identity = [s_everything, policy] },
            PolicyKind.Boundary => set with { Boundary = [s_everything, policy] },
            PolicyKind.Session => set with { Session = [s_everything, policy] },
            PolicyKind.Endpoint => set with { Endpoint = [s_everything, policy] },
            PolicyKind.ServiceControl => set with { ServiceControl = [[s_everything, policy]] },
            PolicyKind.ResourceControl => set with { ResourceControl = [[s_everything, policy]] },
            PolicyKind.Bucket => set with { Resource = policy },
            PolicyKind.AccessPoint or PolicyKind.Trust => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static CompiledPolicy Compile(PolicyKind kind, string text) =>
        CompiledPolicy.Compile(PolicyDocument.Parse(text, kind).Document, kind);

    private static string Statement(string effect, string element, string resource, string principal) =>
        $$$"""{"Version":"2012-10-17","Statement":"""
            + $$$"""{"Effect":"{{{effect}}}",{{{principal}}}"Action":"s3:GetObject","{{{element}}}":"{{{resource}}}"}}""";

    private static AccessRequest Request(string resource) => new(
        Principal.Parse("arn:aws:iam::111122223333:user/alice"), "s3:GetObject", resource, "111122223333", RequestContext.Empty);
}
