using Mrap.Policy.Evaluation;
using Mrap.Policy.Explanation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Tests.Evaluation;

/// <summary>Whom NotPrincipal with Deny leaves alone: each principal that a request carries must be listed.</summary>
public sealed class NotPrincipalTests
{
    private const string Account = "111122223333";
    private const string Root = "arn:aws:iam::111122223333:root";
    private const string Alice = "arn:aws:iam::111122223333:user/alice";
    private const string Role = "arn:aws:iam::111122223333:role/Reader";
    private const string Session = "arn:aws:sts::111122223333:assumed-role/Reader/s1";

    [Theory]
    [InlineData(Session, Role)]
    [InlineData(Session, Session)]
    [InlineData(Session, Account, Role)]
    [InlineData(Session, Root, Session)]
    [InlineData(Session, Role, "arn:aws:sts::111122223333:assumed-role/Reader/s2")]
    [InlineData(Session, "arn:aws:iam::111122223333:role/Writer", Session)]
    [InlineData(Role, Role)]
    [InlineData(Role, Account, Role, Session)]
    [InlineData(Alice, Account, "arn:aws:iam::111122223333:user/bob")]
    [InlineData(Alice, "444455556666")]
    public void DenyWithNotPrincipal_OfLessThanTheCallerCarries_Denies(string caller, params string[] named) =>
        Decide(caller, named).Verdict.ShouldBe(Verdict.ExplicitDeny);

    [Theory]
    [InlineData(Session, Role, Session)]
    [InlineData(Session, Account, Role, Session)]
    [InlineData(Session, "arn:aws:iam::111122223333:role/path/Reader", Session)]
    [InlineData(Session, Account)]
    [InlineData(Session, Root)]
    [InlineData(Session, "*")]
    [InlineData(Role, Account)]
    [InlineData(Role, "*")]
    [InlineData(Alice, Alice)]
    [InlineData(Alice, Account, Alice)]
    [InlineData(Alice, Account)]
    [InlineData(Alice, Account, "arn:aws:iam::444455556666:user/bob")]
    [InlineData(Root, Account, Alice)]
    public void DenyWithNotPrincipal_OfAllThatTheCallerCarries_LeavesItAlone(string caller, params string[] named) =>
        Decide(caller, named).Verdict.ShouldBe(Verdict.Allow);

    [Theory]
    [InlineData(Session, Role)]
    [InlineData(Session, Session)]
    [InlineData(Alice, Account, "arn:aws:iam::111122223333:user/bob")]
    public void AllowWithNotPrincipal_LeavesOutWhomAnyEntryNames(string caller, params string[] named) =>
        AccessDecider.Decide(new PolicySet { Resource = Policy("Allow", named) }, Request(caller)).IsAllowed.ShouldBeFalse();

    [Fact]
    public void Explanation_OfARoleNamedWithoutItsSession_SaysWhatShields()
    {
        var explained = AccessExplainer.Explain(PoliciesWith(Role), Request(Session));

        explained.Notes.ShouldContain(
            "`NotPrincipal` with Deny leaves a session alone only when its role's ARN and its own are both listed, and a user when its ARN "
                + "is; AWS asks for the account's ARN beside them and says that it might deny without.");
    }

    [Fact]
    public void Explanation_OfAnAccountAlone_SaysThatAwsDoesNotPromiseIt() =>
        AccessExplainer.Explain(PoliciesWith(Account), Request(Session)).Notes.ShouldContain(
            "A `NotPrincipal` that lists nothing of an account but the account itself leaves the whole account alone; AWS says that it "
                + "might deny users and roles that are not listed.");

    private static Decision Decide(string caller, string[] named) => AccessDecider.Decide(PoliciesWith(named), Request(caller));

    private static PolicySet PoliciesWith(params string[] named) => new()
    {
        Identity = [CompiledPolicy.Compile(
            PolicyDocument.Parse("""{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""").Document, PolicyKind.Identity)],
        Resource = Policy("Deny", named),
    };

    private static CompiledPolicy Policy(string effect, string[] named) => CompiledPolicy.Compile(
        PolicyDocument.Parse(
            $$$"""{"Version":"2012-10-17","Statement":{"Effect":"{{{effect}}}","NotPrincipal":{"AWS":"""
                + $$$"""["{{{string.Join("\",\"", named)}}}"]},"""
                + """ "Action":"s3:*","Resource":"*"}}""",
            PolicyKind.Bucket).Document,
        PolicyKind.Bucket);

    private static AccessRequest Request(string caller) =>
        new(Principal.Parse(caller), "s3:GetObject", "arn:aws:s3:::b/k", Account, RequestContext.Empty);
}
