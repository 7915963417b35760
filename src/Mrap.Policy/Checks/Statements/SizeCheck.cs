using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Checks.Statements;

/// <summary>Whether AWS would find the policy too large.</summary>
internal sealed class SizeCheck : IPolicyCheck
{
    private static readonly CheckRule s_identity =
        new("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", FindingLevel.Warning, "an identity policy is larger than a managed policy can be");
    private static readonly CheckRule s_resource = new(
        "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", FindingLevel.Warning,
        "the policy of a bucket or an access point is larger than 20 KB");

    public ImmutableArray<CheckRule> Rules => [s_identity, s_resource];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        var size = PolicySize.Of(policy.Outcome.Source.Text, policy.Kind);
        if (size.IsExceeded && RuleOf(policy.Kind) is { } rule)
        {
            findings.Add(
                rule,
                string.Create(CultureInfo.InvariantCulture, $"the policy is too large for a {size.Quota.Name}: {size}"),
                "join statements that differ in one element, shorten lists with wildcards, or split the policy",
                new TextSpan(0, Math.Min(1, policy.Outcome.Source.Text.Length)));
        }
    }

    private static CheckRule? RuleOf(PolicyKind kind) => kind switch
    {
        PolicyKind.Identity or PolicyKind.Boundary or PolicyKind.Session => s_identity,
        PolicyKind.Bucket or PolicyKind.AccessPoint => s_resource,
        PolicyKind.ServiceControl or PolicyKind.ResourceControl or PolicyKind.Endpoint or PolicyKind.Trust => null,
    };
}
