using System.Collections.Immutable;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.PublicAccess;

namespace Mrap.Policy.Checks.Principals;

/// <summary>Whether the policy is public by the rules of Block Public Access, and whether these would refuse it.</summary>
internal sealed class ExposureCheck : IPolicyCheck
{
    private static readonly CheckRule s_public = new(
        "PUBLIC_ACCESS", FindingLevel.SecurityWarning, "a statement lets the public in, by the rules of Block Public Access", IsOwn: true);
    private static readonly CheckRule s_blocked =
        new("PUBLIC_POLICY_BLOCKED", FindingLevel.Error, "the policy is public, and BlockPublicPolicy would refuse it", IsOwn: true);

    public ImmutableArray<CheckRule> Rules => [s_public, s_blocked];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        if (!policy.IsResourcePolicy)
        {
            return;
        }

        foreach (var statement in policy.Statements)
        {
            if (statement.Effect != PolicyEffect.Allow || findings.IsFull(s_public) || statement.Complete() is not { } complete)
            {
                continue;
            }

            var alone = new PolicyDocument(policy.Version, Id: null, [complete], IsList: true, policy.Outcome.Source);
            var exposure = PublicPolicy.Evaluate(alone, policy.Kind).Statements[0];
            if (exposure.IsPublic)
            {
                var span = complete.Principals?.Span ?? statement.Start;
                findings.Add(
                    s_public, $"the statement lets the public in: {exposure.Reason}",
                    "name principals, or add a condition on an account, an organization or a network", span);
                if (policy.Context.BlockPublicPolicy)
                {
                    findings.Add(
                        s_blocked, "BlockPublicPolicy is in effect: saving this public statement would be refused",
                        "limit the statement to fixed values, or turn BlockPublicPolicy off where that is possible", span);
                }
            }
        }
    }
}
