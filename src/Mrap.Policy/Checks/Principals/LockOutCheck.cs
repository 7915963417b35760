using System.Collections.Immutable;
using Mrap.Policy.Checks.Arns;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Checks.Principals;

/// <summary>
/// Whether the policy denies its author the right to change it again. Decided as requests are, with what can be known of the author's next
/// request.
/// </summary>
internal sealed class LockOutCheck : IPolicyCheck
{
    private const string ChangeBucket = "s3:PutBucketPolicy";

    private static readonly CheckRule s_lockedOut =
        new("AUTHOR_LOCKED_OUT", FindingLevel.Warning, "a Deny keeps whoever saves the policy from changing it again", IsOwn: true);

    // the author's next request has these, or has them certainly not
    private static readonly string[] s_known =
        [
            "aws:PrincipalArn", "aws:PrincipalAccount", "aws:ResourceAccount", "s3:ResourceAccount", "s3:DataAccessPointArn",
            "s3:DataAccessPointAccount", "s3:AccessPointNetworkOrigin"];

    public ImmutableArray<CheckRule> Rules => [s_lockedOut];

    // the root user can always delete a bucket's policy
    public void Run(CheckedPolicy policy, FindingList findings)
    {
        if (
            policy.Context.Author is not { } author
                || Principal.Parse(author) is not { Account: { } account, Kind: not PrincipalKind.Root } caller
                || TargetOf(policy) is not var (action, resource))
        {
            return;
        }

        var denies = policy.Statements.Where(statement => statement.Effect == PolicyEffect.Deny && IsCertain(statement)).ToArray();
        var document = new PolicyDocument(
            policy.Version, Id: null, [.. denies.Select(statement => statement.Complete()).OfType<PolicyStatement>()], IsList: true,
            policy.Outcome.Source);
        if (document.Statements.Length != denies.Length || denies.Length == 0)
        {
            return;
        }

        var context = RequestContext.Create(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["aws:PrincipalArn"] = PrincipalOf(caller, account),
            ["aws:PrincipalAccount"] = account,
            ["aws:ResourceAccount"] = policy.Context.OwnerAccount ?? account,
            ["s3:ResourceAccount"] = policy.Context.OwnerAccount ?? account,
        });
        var request = new AccessRequest(caller, action, resource, policy.Context.OwnerAccount, context);
        var decision = AccessDecider.Decide(new PolicySet { Resource = CompiledPolicy.Compile(document, policy.Kind) }, request);
        if (decision.Verdict == Verdict.ExplicitDeny)
        {
            findings.Add(
                s_lockedOut,
                $"this statement denies `{action}` to you: once saved, you cannot change the policy again",
                "except your role with the condition `ArnNotEquals` on `aws:PrincipalArn`, or leave the action out",
                denies[decision.Statement].Start);
        }
    }

    private static (string Action, string Resource)? TargetOf(CheckedPolicy policy) => policy switch
    {
        { Kind: PolicyKind.Bucket, Context.Bucket: { Length: > 0 } bucket } => (ChangeBucket, "arn:aws:s3:::" + bucket),
        { Kind: PolicyKind.AccessPoint, Context.AccessPointArn: { } arn } when WrittenArn.Read(arn) is { IsAccessPoint: true } read =>
            (read.IsMultiRegion ? "s3:PutMultiRegionAccessPointPolicy" : "s3:PutAccessPointPolicy", arn),
        _ => null,
    };

    // a session's requests carry its role; the path is not known
    private static string PrincipalOf(Principal caller, string account) =>
        caller is { Kind: PrincipalKind.RoleSession, RoleName: { } role }
            ? $"arn:{caller.Partition}:iam::{account}:role/{role}"
            : caller.Text;

    private static bool IsCertain(CheckedStatement statement) =>
        statement.Conditions.All(block => block.Clauses.All(clause => s_known.Contains(clause.Key, StringComparer.OrdinalIgnoreCase)));
}
