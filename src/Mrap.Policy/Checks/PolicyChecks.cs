using System.Collections.Immutable;
using Mrap.Policy.Checks.Conditions;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Principals;
using Mrap.Policy.Checks.Resources;
using Mrap.Policy.Checks.Statements;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;

namespace Mrap.Policy.Checks;

/// <summary>Checks policies as Access Analyzer does, and for what goes wrong with access points.</summary>
public static class PolicyChecks
{
    private static readonly ImmutableArray<IPolicyCheck> s_checks =
    [
        new GrammarCheck(),
        new VersionCheck(),
        new SidCheck(),
        new EmptyCheck(),
        new SizeCheck(),
        new PrincipalNameCheck(),
        new PrincipalScopeCheck(),
        new ArnCheck(),
        new ActionCheck(),
        new ReachCheck(),
        new PolicyResourceCheck(),
        new AccessPointNameCheck(),
        new DelegationCheck(),
        new ConditionOperatorCheck(),
        new ConditionKeyCheck(),
        new ConditionQualifierCheck(),
        new ConditionSupportCheck(),
        new ServicePrincipalKeyCheck(),
        new TagSupportCheck(),
        new ConditionTypeCheck(),
        new ConditionListCheck(),
        new ConditionValueCheck(),
        new DateValueCheck(),
        new IpValueCheck(),
        new IdentifierValueCheck(),
        new VariableCheck(),
        new ExposureCheck(),
        new ContradictionCheck(),
        new RedundancyCheck(),
        new ShadowCheck(),
        new LockOutCheck(),
    ];

    /// <summary>Every rule, in the order of their codes.</summary>
    public static ImmutableArray<CheckRule> Rules { get; } =
        [.. s_checks.SelectMany(check => check.Rules).OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    /// <summary>Checks a policy. Faults of its grammar are findings too, and do not hide those of what could be read.</summary>
    /// <param name="text">The JSON text; any text at all.</param>
    /// <param name="kind">Where the policy is attached.</param>
    /// <param name="context">What is known of its context; nothing when left out.</param>
    /// <returns>The findings in the order of the text, at most 100 of each rule; empty when there is nothing to say.</returns>
    public static ImmutableArray<Finding> Check(string text, PolicyKind kind, CheckContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var outcome = PolicyDocument.Parse(text, kind);
        var policy = new CheckedPolicy(outcome, kind, context ?? CheckContext.None);
        var findings = new FindingList(outcome.Source, outcome.Syntax);
        foreach (var check in s_checks)
        {
            // of a text whose structure is in doubt only the faults that put it there can be told for certain
            if (outcome.DoubtfulFrom is null || check is GrammarCheck or SizeCheck)
            {
                check.Run(policy, findings);
            }
        }

        return findings.ToFindings();
    }
}
