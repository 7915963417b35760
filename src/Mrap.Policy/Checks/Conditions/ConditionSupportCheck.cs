using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether condition keys fit the statement that they limit: its actions, its effect, the kind of policy.</summary>
internal sealed class ConditionSupportCheck : IPolicyCheck
{
    private const int MaxShown = 4;

    // S3 has 180
    private const int MaxActions = 1000;

    private static readonly CheckRule s_unsupported = new(
        "UNSUPPORTED_ACTION_FOR_CONDITION_KEY", FindingLevel.Error,
        "requests for an action of the statement do not have the condition key");

    private static readonly CheckRule s_irrelevant =
        new("IRRELEVANT_CONDITION_KEY_IN_POLICY", FindingLevel.Suggestion, "a condition key says nothing in a policy of this kind");
    private static readonly CheckRule s_untrustworthy =
        new("UNTRUSTWORTHY_CONDITION_KEY", FindingLevel.SecurityWarning, "the caller can choose the value of the condition key");
    private static readonly CheckRule s_prefix =
        new("S3_PREFIX_IN_NEGATIVE_CONTEXT", FindingLevel.SecurityWarning, "a shorter prefix gets around the condition");
    private static readonly CheckRule s_pair =
        new("MISSING_PAIRED_CONDITION_KEYS", FindingLevel.SecurityWarning, "a condition key is safe only together with another");

    public ImmutableArray<CheckRule> Rules => [s_unsupported, s_irrelevant, s_untrustworthy, s_prefix, s_pair];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition.Key is { } key)
            {
                CheckSupport(condition, key, findings);
                CheckMeaning(policy, condition, key, findings);
            }
        }
    }

    private static void CheckSupport(CheckedCondition condition, ConditionKeyEntry key, FindingList findings)
    {
        // access points add these to every request that they pass on, so that bucket policies can delegate by them
        if (
            condition.Statement.Actions is not { IsNegated: false } actions
                || key.Name.StartsWith("s3:DataAccessPoint", StringComparison.Ordinal)
            || key.Name == "s3:AccessPointNetworkOrigin"
            || condition.Operator.Family == ConditionFamily.Null
            || findings.IsFull(s_unsupported))
        {
            return;
        }

        // as in Access Analyzer, entries with wildcards are not at fault
        var unsupporting = new List<string>();
        foreach (var entry in actions.Items.Take(MaxActions))
        {
            if (S3Actions.Find(entry.Text) is { } action && !action.Supports(key))
            {
                unsupporting.Add(action.Name);
            }
        }

        if (unsupporting.Count == 0)
        {
            return;
        }

        var names = string.Join(", ", unsupporting.Take(MaxShown).Select(name => $"`{name}`"))
            + (unsupporting.Count > MaxShown ? " and others" : "");
        var effect = condition.HoldsWithoutKey ? "so that the condition always holds for them" : "so that the statement never matches them";
        findings.Add(
            s_unsupported,
            $"requests for {names} do not have {DisplayText.Quote(condition.Clause.Key)}, {effect}",
            "put these actions into a statement of their own without this key",
            condition.KeyMember.NameSpan);
    }

    private static void CheckMeaning(CheckedPolicy policy, CheckedCondition condition, ConditionKeyEntry key, FindingList findings)
    {
        var span = condition.KeyMember.NameSpan;
        switch (key.Name)
        {
            case "s3:ResourceAccount" when policy.IsResourcePolicy:
                findings.Add(
                    s_irrelevant, "`s3:ResourceAccount` is always the account of this policy's own resource",
                    "use it in the policy of a user or role", span);
                break;
            case "aws:referer" or "aws:UserAgent":
                findings.Add(
                    s_untrustworthy, $"the caller chooses what {DisplayText.Quote(condition.Clause.Key)} is",
                    "limit by the principal, the address or the VPC", span);
                break;
            case "s3:prefix" when condition.Operator.Family == ConditionFamily.Text
                && condition.Statement.Effect is { } effect && condition.Operator.IsNegated == (effect == PolicyEffect.Allow):
                findings.Add(
                    s_prefix,
                    "a request with a shorter `s3:prefix` gets around this and lists the same objects",
                    "allow with `StringLike`, or deny with `StringNotLike`, what may be listed",
                    span);
                break;
            case "aws:VpcSourceIp" when !condition.IsCrowded && condition.Operators.Members
                .Select(member => member.Value).OfType<JsonObjectSyntax>().SelectMany(keys => keys.Members)
                .All(other => !other.Name.StartsWith("aws:SourceVpc", StringComparison.OrdinalIgnoreCase)):
                findings.Add(
                    s_pair, "addresses inside a VPC are not unique: another VPC can have the same",
                    "add `aws:SourceVpc` or `aws:SourceVpce`", span);
                break;
        }
    }
}
