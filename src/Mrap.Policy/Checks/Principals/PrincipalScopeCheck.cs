using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Principals;

/// <summary>Principals that let in more, or shield fewer, than it seems.</summary>
internal sealed class PrincipalScopeCheck : IPolicyCheck
{
    private static readonly CheckRule s_allow = new(
        "ALLOW_WITH_NOT_PRINCIPAL", FindingLevel.SecurityWarning,
        "NotPrincipal with Allow lets in everyone else, unsigned requests included");
    private static readonly CheckRule s_service =
        new("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", FindingLevel.SecurityWarning, "an AWS service is let in whoever it works for");
    private static readonly CheckRule s_deny = new(
        "DENY_WITH_NOT_PRINCIPAL", FindingLevel.Suggestion,
        "NotPrincipal with Deny, which leaves a session alone only when its role and the session itself are listed", IsOwn: true);
    private static readonly CheckRule s_federated = new(
        "FEDERATED_PRINCIPAL_NOT_SUPPORTED", FindingLevel.Error,
        "the policy of a bucket or an access point names an identity provider, which no S3 request comes from");

    private static readonly string[] s_sources = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    public ImmutableArray<CheckRule> Rules => [s_allow, s_service, s_deny, s_federated];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var statement in policy.Statements)
        {
            if (statement.Principals is not { } principals)
            {
                continue;
            }

            if (principals.IsNegated)
            {
                CheckNegated(statement, principals, findings);
            }
            else if (policy.IsResourcePolicy)
            {
                CheckNamed(statement, principals, findings);
            }
        }
    }

    private static void CheckNegated(CheckedStatement statement, PolicyPrincipals principals, FindingList findings)
    {
        switch (statement.Effect)
        {
            case PolicyEffect.Allow:
                findings.Add(
                    s_allow,
                    "`NotPrincipal` with Allow lets in everyone who is not named, unsigned requests included",
                    "name who may with `Principal`, and deny others in a statement of its own",
                    principals.Span);
                break;
            case PolicyEffect.Deny:
                var names = principals.Groups.SelectMany(group => group.Entries.Items).ToArray();
                var isAccountOnly = names.Length > 0
                    && names.All(
                        entry => PrincipalArn.IsAccount(entry.Text) || PrincipalArn.Parse(entry.Text) is { Kind: PrincipalKind.Root });
                findings.Add(
                    s_deny,
                    isAccountOnly
                        ? "`NotPrincipal` names only accounts: AWS asks to name their users and roles as well, and might deny them "
                            + "otherwise"
                        : "`NotPrincipal` with Deny leaves a session alone only when its role and the session itself are named, and nobody "
                            + "who has a permissions boundary",
                    "deny `\"Principal\": \"*\"` with the condition `ArnNotEquals` on `aws:PrincipalArn`",
                    principals.Span);
                break;
            case null:
                break;
        }
    }

    private static void CheckNamed(CheckedStatement statement, PolicyPrincipals principals, FindingList findings)
    {
        foreach (var group in principals.Groups)
        {
            if (group.Type == PrincipalType.Federated && group.Entries.Items.Length > 0)
            {
                findings.Add(
                    s_federated,
                    "requests to S3 never come from an identity provider: who signs in with one acts as a role",
                    "name the role that its users take",
                    group.Entries.Span);
            }

            if (
                group.Type == PrincipalType.Service
                    && statement.Effect == PolicyEffect.Allow
                    && !group.Entries.Items.IsEmpty
                    && !HasSource(statement))
            {
                findings.Add(
                    s_service,
                    $"{DisplayText.Quote(group.Entries.Items[0].Text)} is let in whoever it works for",
                    "add a condition on `aws:SourceAccount` or `aws:SourceArn`",
                    group.Entries.Span);
            }
        }
    }

    private static bool HasSource(CheckedStatement statement) =>
        statement.Conditions.Any(block => block.Clauses.Any(clause => s_sources.Contains(clause.Key, StringComparer.OrdinalIgnoreCase)));
}
