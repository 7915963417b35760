using System.Collections.Immutable;
using Mrap.Policy.Actions;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Conditions;

/// <summary>Whether the actions of a statement work on resources with tags, when it is limited by them.</summary>
internal sealed class TagSupportCheck : IPolicyCheck
{
    private const int MaxActions = 1000;

    private static readonly CheckRule s_allow = new(
        "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", FindingLevel.Suggestion,
        "a statement that allows by a resource's tag names actions on resources without tags");

    private static readonly CheckRule s_deny = new(
        "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", FindingLevel.SecurityWarning,
        "a statement that denies by a resource's tag names actions on resources without tags");

    private static readonly CheckRule s_allowNot = new(
        "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", FindingLevel.Suggestion,
        "a statement allows all but some actions by a resource's tag");

    private static readonly CheckRule s_denyNot = new(
        "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", FindingLevel.SecurityWarning,
        "a statement denies all but some actions by a resource's tag");

    public ImmutableArray<CheckRule> Rules => [s_allow, s_deny, s_allowNot, s_denyNot];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        foreach (var condition in policy.Conditions)
        {
            if (condition is { Key: { Stem: "aws:ResourceTag", IsTag: true } key, Statement: { Actions: { } actions, Effect: { } effect } })
            {
                Check(condition, key, actions, effect == PolicyEffect.Allow, findings);
            }
        }
    }

    private static void Check(CheckedCondition condition, ConditionKeyEntry key, PolicyEntries actions, bool isAllow, FindingList findings)
    {
        var span = condition.KeyMember.NameSpan;
        var shown = DisplayText.Quote(condition.Clause.Key);
        var outcome = isAllow ? "allowed" : "denied";
        if (actions.IsNegated)
        {
            findings.Add(
                isAllow ? s_allowNot : s_denyNot,
                $"actions whose resources have no tags are not {outcome} here: requests for them do not have {shown}",
                "list the actions in `Action`",
                span);
            return;
        }

        var rule = isAllow ? s_allow : s_deny;
        if (!findings.IsFull(rule)
            && actions.Items.Take(MaxActions)
                .Select(entry => S3Actions.Find(entry.Text))
                .FirstOrDefault(action => action is not null && !SupportsTags(action, key)) is { } unsupporting)
        {
            findings.Add(
                rule, $"`{unsupporting.Name}` is not {outcome} here: its requests do not have {shown}",
                "put the action into a statement without the tag", span);
        }
    }

    // the key is global, and yet only there where a resource can have tags
    private static bool SupportsTags(ActionEntry action, ConditionKeyEntry key) =>
        action.ConditionKeys.Contains(key.Name) || action.Resources.Any(resource => resource.ConditionKeys.Contains(key.Name));
}
