using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Policy.ExternalAccess;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Core.Permissions;

/// <summary>One thing that a policy lets somebody do, or forbids.</summary>
/// <param name="Who">Whom it is about, as the subject of a sentence; names stand in backticks.</param>
/// <param name="Effect">Whether it allows or denies.</param>
/// <param name="What">Actions, resources and conditions, as the rest of the sentence.</param>
/// <param name="IsOutside">Whether somebody outside the owner's account gets in by it.</param>
public sealed record AccessLine(string Who, PolicyEffect Effect, string What, bool IsOutside)
{
    private const int MaxNamed = 3;

    /// <summary>Everything that a policy of an access point allows and denies; nothing when the text is no policy.</summary>
    public static ImmutableArray<AccessLine> Of(string? text, string ownerAccount)
    {
        if (text is null || !PolicyDocument.Parse(text, PolicyKind.AccessPoint).TryGet(out var document))
        {
            return [];
        }

        var outside = AccessPreview.Of(document, PolicyKind.AccessPoint, ownerAccount).ToLookup(grant => grant.Statement);
        return [.. document.Statements.SelectMany((statement, index) => Of(statement, outside[index], ownerAccount))];
    }

    /// <summary>Who gets in from outside, as the subject of a sentence.</summary>
    public static string Name(ExternalAccessGrant grant) => grant.Group switch
    {
        ExternalAccessGroup.Public => "Everyone",
        ExternalAccessGroup.Organisation => $"The organization `{grant.Name}`",
        ExternalAccessGroup.Account => AccountId.Parse(grant.Name).IsValid ? $"The account `{grant.Name}`" : $"`{grant.Name}`",
        ExternalAccessGroup.Service => $"The service `{grant.Name}`",
        ExternalAccessGroup.Federated => $"Users of `{grant.Name}`",
        ExternalAccessGroup.Limited => "Everyone within the limits of a condition",
    };

    /// <summary>Actions, resources and conditions, as the end of a sentence.</summary>
    public static string Words(PolicyEntries actions, PolicyEntries? resources, ImmutableArray<ConditionBlock> conditions)
    {
        var on = resources is null ? string.Empty : $" on {List(resources, "everything but ")}";
        var when = conditions.IsDefaultOrEmpty
            ? string.Empty
            : $", if {string.Join(" and ", conditions.SelectMany(block => block.Clauses.Select(clause => Words(block, clause))))}";
        return List(actions, "everything but ") + on + when;
    }

    private static IEnumerable<AccessLine> Of(PolicyStatement statement, IEnumerable<ExternalAccessGrant> outside, string ownerAccount)
    {
        var what = Words(statement.Actions, statement.Resources, statement.Conditions);
        if (statement.Effect == PolicyEffect.Deny)
        {
            return Names(statement.Principals).Select(who => new AccessLine(who, PolicyEffect.Deny, what, IsOutside: false));
        }

        var inside = statement.Principals is { IsStar: false, IsNegated: false } named
            ? named.Groups.Where(group => group.Type == PrincipalType.Aws)
                .SelectMany(group => group.Entries.Items)
                .Select(entry => entry.Text)
                .Where(name => IsOf(name, ownerAccount))
                .Select(Name)
            : [];
        return
        [
            .. inside.Select(who => new AccessLine(who, PolicyEffect.Allow, what, IsOutside: false)),
            .. outside.Select(grant => new AccessLine(Name(grant), PolicyEffect.Allow, what, IsOutside: true)),
        ];
    }

    private static IEnumerable<string> Names(PolicyPrincipals? principals) => principals switch
    {
        null or { IsStar: true } => ["Everyone"],
        { IsNegated: true } =>
            [
                $"Everyone whom `NotPrincipal` does not leave alone: it "
                    + $"lists {List(principals.Groups.SelectMany(group => group.Entries.Items))}"],
        _ => principals.Groups.SelectMany(group => group.Entries.Items).Select(entry => entry.Text == "*" ? "Everyone" : Name(entry.Text)),
    };

    private static string Name(string principal) => AccountId.Parse(principal).IsValid ? $"The account `{principal}`" : $"`{principal}`";

    private static bool IsOf(string principal, string account) => Principal.Parse(principal).Account == account;

    private static string List(IEnumerable<PolicyEntry> entries) => string.Join(", ", entries.Select(entry => $"`{entry.Text}`"));

    private static string List(PolicyEntries entries, string negation)
    {
        var names = List(entries.Items.Take(MaxNamed));
        var all = entries.Items.Length > MaxNamed ? $"{names} and {entries.Items.Length - MaxNamed} more" : names;
        return entries.IsNegated ? negation + all : all;
    }

    private static string Words(ConditionBlock block, ConditionClause clause)
    {
        var values = string.Join(", ", clause.Values.Take(MaxNamed).Select(value => $"`{value.Text}`"))
            + (clause.Values.Length > MaxNamed ? " ..." : string.Empty);
        return $"`{clause.Key}` {block.Operator} {values}";
    }
}
