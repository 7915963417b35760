using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>
/// Whether statements for AWS services ask for keys of accounts' principals, which requests of services lack (IAM User Guide, "AWS global
/// condition context keys").
/// </summary>
internal sealed class ServicePrincipalKeyCheck : IPolicyCheck
{
    private static readonly CheckRule s_key = new(
        "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", FindingLevel.Error,
        "a statement for an AWS service asks for a key that requests of services do not have");

    public ImmutableArray<CheckRule> Rules => [s_key];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition.Key is { Name: "aws:PrincipalOrgID" or "aws:PrincipalOrgPaths" } or { Stem: "aws:PrincipalTag" }
                && !condition.HoldsWithoutKey
                && condition.Operator.Family is not (ConditionFamily.Null or ConditionFamily.Unknown)
                && ServiceOf(condition.Statement) is { } service)
            {
                findings.Add(
                    s_key,
                    $"requests of {DisplayText.Quote(service.Text)} do not have {DisplayText.Quote(condition.Clause.Key)}, so that the "
                        + "statement never matches them",
                    "limit a service by `aws:SourceArn`, `aws:SourceAccount` or `aws:SourceOrgID`",
                    condition.KeyMember.NameSpan);
            }
        }
    }

    private static PolicyEntry? ServiceOf(CheckedStatement statement) => statement.Principals is { IsNegated: false } principals
        ? principals.Groups.Where(group => group.Type == PrincipalType.Service).SelectMany(group => group.Entries.Items).FirstOrDefault()
        : null;
}
