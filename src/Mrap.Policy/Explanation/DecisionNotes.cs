using System.Collections.Immutable;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;
using Mrap.Policy.Text;

namespace Mrap.Policy.Explanation;

/// <summary>Finds where a decision rests on a reading of what AWS does not say.</summary>
internal static class DecisionNotes
{
    /// <summary>The notes, each once.</summary>
    public static ImmutableArray<string> Of(DecisionExplanation explanation)
    {
        var notes = new List<string>();
        foreach (var layer in explanation.Layers)
        {
            foreach (var policy in layer.Policies)
            {
                foreach (var statement in policy.Statements)
                {
                    if (statement.MatchesAction)
                    {
                        AddNotesOnResources(statement, policy.Policy.Kind, notes);
                    }

                    if (statement is { MatchesAction: true, MatchesResource: true })
                    {
                        AddNotesOf(statement, notes);
                    }
                }
            }
        }

        if (explanation.Decision.Reason == DecisionReason.PublicAccessBlocked)
        {
            notes.Add(
                "A policy with a public Allow counts as public even when a Deny narrows it: AWS does not say that a Deny rescues it.");
        }

        if (explanation.Layers is [_, { Request.IsSameAccount: false, Request.Principal.HasIdentity: true }])
        {
            notes.Add(
                "Across accounts the caller's own policies must cover the bucket too, also when the bucket delegates to the access point: "
                    + "AWS does not say, the strict reading is taken.");
        }

        if (explanation.Layers[^1] is { Policies: var policies, Request.Resource: var resource }
            && policies.Any(policy => policy.Policy.Kind == PolicyKind.Bucket)
            && resource.Contains('/', StringComparison.Ordinal))
        {
            notes.Add(
                "A bucket policy does not govern objects that another account wrote and still owns; object ownership is not looked at "
                    + "here.");
        }

        return [.. notes.Distinct()];
    }

    private static void AddNotesOnResources(StatementExplanation statement, PolicyKind kind, List<string> notes)
    {
        foreach (var entry in statement.Statement.Resources?.Items ?? [])
        {
            if (ShortArn.IsShort(entry.Text))
            {
                notes.Add(ShortArn.IsShort(ShortArn.Complete(entry.Text, kind))
                    ? $"{DisplayText.Quote(entry.Text)}: an ARN that leaves fields out matches nothing in a policy of this kind."
                    : $"{DisplayText.Quote(entry.Text)}: the fields that an ARN leaves out count as `*`.");
            }
        }
    }

    private static string NoteOnNotPrincipal(PolicyPrincipals principals, PolicyEffect effect)
    {
        var isOfAccounts = principals.Groups.All(
            group => group.Type is PrincipalType.Aws or PrincipalType.CanonicalUser
                && group.Entries.Items.All(entry => Principal.Parse(entry.Text).Kind is PrincipalKind.Root));
        return effect == PolicyEffect.Allow ? "`NotPrincipal` with Allow leaves out a caller when it names it, its role or its account."
            : isOfAccounts
                ? "A `NotPrincipal` that lists nothing of an account but the account itself leaves the whole account alone; AWS says that "
                    + "it "
                    + "might deny users and roles that are not listed."
                : "`NotPrincipal` with Deny leaves a session alone only when its role's ARN and its own are both listed, and a user when "
                    + "its "
                    + "ARN is; AWS asks for the account's ARN beside them and says that it might deny without.";
    }

    private static void AddNotesOf(StatementExplanation statement, List<string> notes)
    {
        if (statement.Statement.Principals is { IsNegated: true } principals)
        {
            notes.Add(NoteOnNotPrincipal(principals, statement.Statement.Effect));
        }

        foreach (var condition in statement.Conditions)
        {
            switch (condition.Outcome)
            {
                case ConditionOutcome.SeveralValues:
                    notes.Add(
                        "A key with several values does not match an operator without `ForAnyValue:` or `ForAllValues:`; AWS does not say "
                            + "what happens.");
                    break;
                case ConditionOutcome.UnreadableValue:
                    notes.Add(
                        "A value that is not of its operator's type does not match; under a negated operator it lets a Deny match and an "
                            + "Allow not. AWS does not say what happens.");
                    break;
                case ConditionOutcome.UnknownOperator:
                    notes.Add("A statement with an operator that the language does not have never matches, also when it denies.");
                    break;
                case ConditionOutcome.Compared or ConditionOutcome.MissingKey:
                    break;
            }
        }
    }
}
