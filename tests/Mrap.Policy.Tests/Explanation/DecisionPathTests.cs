using CsCheck;
using Mrap.Policy.Cases;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Tests.Cases;
using Mrap.Policy.Tests.Evaluation;

namespace Mrap.Policy.Tests.Explanation;

public sealed class DecisionPathTests
{
    [Fact]
    public void Path_OfAnyRequest_FailsSomewhereExactlyWhenItIsDenied() =>
        Gen.Select(Scenarios.Policies, Scenarios.Request, Gen.Bool).Sample(
        (policies, request, restrict) =>
            Agrees(new AccessLayer(policies with { RestrictPublicBuckets = restrict }, request)), iter: Runs.Of(5_000));

    [Fact]
    public void Path_OfEveryCaseOfTheCorpus_FailsSomewhereExactlyWhenItIsDenied()
    {
        foreach (var found in CorpusTests.Cases.Select(row => PolicyCaseReader.Read(row.Data.Item2).Case).OfType<DecisionCase>())
        {
            found.Layers.ShouldAllBe(layer => Agrees(layer), found.Id);
        }
    }

    [Fact]
    public void Path_AcrossAccountsWithoutIdentityPolicy_SaysThatOneIsMissing()
    {
        var test = Case("""{"policies":{"resource":{"Version":"2012-10-17","Statement":[{"Sid":"Partners","Effect":"Allow","Principal":"""
            + """{"AWS":"444455556666"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}},"request":"""
            + """{"principal":"arn:aws:iam::444455556666:user/bob","action":"s3:GetObject","resource":"arn:aws:s3:::b/"""
            + """k","resourceAccount":"111122223333"},"expected":"implicitDeny"}""");

        var path = DecisionPath.Of(test.Layers[0]);

        path.Single(step => step.Stage == PathStage.Resource).Text.ShouldBe(
            "Statement `Partners` of the bucket policy permits it. Across accounts the caller's own policies must permit it too.");
        var missing = path.Single(step => step.IsDeciding);
        (missing.Stage, missing.Outcome, missing.Text).ShouldBe(
            (PathStage.Identity, PathOutcome.Missing, "The caller has no policy of its own, and across accounts one has to."));
    }

    [Fact]
    public void Keys_OfPolicies_AreEachFoundOnceWithTheirTypeAndValues()
    {
        var document = PolicyDocument.Parse(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/${aws:username}/${aws:"""
                + """PrincipalTag/team, 'none'}/${*}","Condition":{"IpAddress":{"aws:SourceIp":"""
                + """["10.0.0.0/8","203.0.113.0/24"]},"ForAnyValue:StringLike":{"aws:TagKeys":"a*"},"NumericLessThan":"""
                + """{"S3:Max-Keys":100},"Null":{"s3:max-keys":false}}}]}""",
            PolicyKind.Identity).Document;

        var keys = MentionedKeys.Of([CompiledPolicy.Compile(document, PolicyKind.Identity)]);

        keys.Select(key => (key.Name, key.Type, key.IsMultivalued, string.Join(' ', key.Listed))).ShouldBe(
        [
            ("aws:SourceIp", MentionedKeyType.IpAddress, false, "10.0.0.0/8 203.0.113.0/24"),
            ("aws:TagKeys", MentionedKeyType.Text, true, "a*"),
            ("S3:Max-Keys", MentionedKeyType.Number, false, "100"),
            ("aws:username", MentionedKeyType.Text, false, ""),
            ("aws:PrincipalTag/team", MentionedKeyType.Text, false, ""),
        ]);
    }

    [Fact]
    public void Keys_NotMentioned_NeverChangeTheDecision() =>
        Gen.Select(Scenarios.Policies, Scenarios.Request).Sample((policies, request) =>
    {
        var all = policies.Identity.Concat(policies.Boundary).Concat(policies.Session).Concat(policies.Endpoint)
            .Concat(policies.ServiceControl.SelectMany(level => level)).Concat(policies.ResourceControl.SelectMany(level => level));
        var keys = MentionedKeys.Of(policies.Resource is null ? all : all.Append(policies.Resource))
            .Select(key => key.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var needed = RequestContext.Create(request.Context.Entries.Where(entry => keys.Contains(entry.Key)));
        return AccessDecider.Decide(
            policies,
            new AccessRequest(
                request.Principal, request.Action, request.Resource, request.ResourceAccount, needed)) == AccessDecider.Decide(policies,
            request);
    }, iter: Runs.Of(3_000));

    [Fact]
    public void Writer_OfEveryDecisionOfTheCorpus_WritesACaseThatReadsBackTheSame()
    {
        foreach (var found in CorpusTests.Cases.Select(row => PolicyCaseReader.Read(row.Data.Item2).Case).OfType<DecisionCase>())
        {
            var line = PolicyCaseWriter.Write(found);
            var read = PolicyCaseReader.Read(line).Case.ShouldBeOfType<DecisionCase>(found.Id);

            line.ShouldNotContain('\n');
            (read.Id, read.Name, read.Expected).ShouldBe((found.Id, found.Name, found.Expected));
            PolicyCaseWriter.Write(read).ShouldBe(line);
            read.Answer().ShouldBe(found.Answer(), found.Id);
        }
    }

    private static bool Agrees(AccessLayer layer)
    {
        var decision = AccessDecider.Decide(layer.Policies, layer.Request);
        var path = DecisionPath.Of(layer);
        var deciding = path.SingleOrDefault(step => step.IsDeciding);
        return path.Any(step => step.IsFailing) != decision.IsAllowed
            && (decision.Reason == DecisionReason.DenyStatement) == (path[0].Outcome == PathOutcome.Denies)
            && (deciding is null
                ? decision.Reason == DecisionReason.RootUser
                : deciding.Stage == StageOf(decision.Reason)
                    && (decision.Policy is null || ReferenceEquals(deciding.Policy, decision.Policy)))
            && path.All(step => step.Text.EndsWith('.') && step.Policy is null == step.Statement < 0);
    }

    private static PathStage StageOf(DecisionReason reason) => reason switch
    {
        DecisionReason.DenyStatement => PathStage.ExplicitDeny,
        DecisionReason.NoResourceControlAllow or DecisionReason.NoServiceControlAllow => PathStage.Organisation,
        DecisionReason.NoEndpointAllow => PathStage.Endpoint,
        DecisionReason.NoResourceAllow or DecisionReason.PublicAccessBlocked or DecisionReason.SignatureRequired
            or DecisionReason.ResourceAllow or DecisionReason.IdentityAndResourceAllow => PathStage.Resource,
        DecisionReason.IdentityAllow or DecisionReason.NoIdentityAllow => PathStage.Identity,
        DecisionReason.NoBoundaryAllow => PathStage.Boundary,
        DecisionReason.NoSessionAllow => PathStage.Session,
        _ => throw new ArgumentException("no step decides", nameof(reason)),
    };

    private static DecisionCase Case(string line) => PolicyCaseReader.Read(line).Case.ShouldBeOfType<DecisionCase>();
}
