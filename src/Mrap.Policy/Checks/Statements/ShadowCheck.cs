using System.Collections.Immutable;
using System.Globalization;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Statements;

/// <summary>Finds Allow statements that a Deny of the same policy takes back whole.</summary>
internal sealed class ShadowCheck : IPolicyCheck
{
    private const int MaxDenies = 32;
    private const int MaxEntries = 128;

    private static readonly CheckRule s_shadowed =
        new("STATEMENT_SHADOWED_BY_DENY", FindingLevel.Warning, "a Deny takes back all that an Allow gives", IsOwn: true);

    public ImmutableArray<CheckRule> Rules => [s_shadowed];

    public void Run(CheckedPolicy policy, FindingList findings)
    {
        var denies = policy.Statements
            .Where(
                statement =>
                    statement is { Effect: PolicyEffect.Deny, Actions.IsNegated: false }
                        && statement.Resources is not { IsNegated: true }
                        && IsSmall(statement))
            .Take(MaxDenies)
            .ToArray();
        if (denies.Length == 0)
        {
            return;
        }

        foreach (var allow in policy.Statements)
        {
            if (allow is { Effect: PolicyEffect.Allow, Actions.Items.IsEmpty: false } && IsSmall(allow) && !findings.IsFull(s_shadowed)
                && Array.Find(denies, deny => Covers(deny, allow, policy.Kind)) is { } shadow)
            {
                var name = shadow.Sid is { Length: > 0 } sid
                    ? DisplayText.Quote(sid)
                    : string.Create(CultureInfo.InvariantCulture, $"number {shadow.Index + 1}");
                findings.Add(
                    s_shadowed, $"statement {name} denies all that this one allows", "narrow the Deny, or remove this statement",
                    allow.Start, RemovalEdits.OfStatement(policy, allow));
            }
        }
    }

    private static bool Covers(CheckedStatement deny, CheckedStatement allow, PolicyKind kind) =>
        CoversPrincipals(deny.Principals, allow.Principals)
        && CoversEntries(deny.Actions, allow.Actions, Coverage.OfActions)
        && CoversEntries(deny.Resources, allow.Resources, (wide, narrow) => Coverage.OfResources(wide, narrow, kind))
        && (deny.Conditions.IsEmpty || StatementText.Of(deny.Conditions) == StatementText.Of(allow.Conditions));

    private static bool CoversEntries(PolicyEntries? wide, PolicyEntries? narrow, Func<string, string, bool> covers)
    {
        if (wide is null || narrow is null)
        {
            return wide is null && narrow is null;
        }

        return narrow.IsNegated
            ? wide.Items.Any(entry => entry.Text == "*")
            : !narrow.Items.IsEmpty && narrow.Items.All(entry => wide.Items.Any(pattern => covers(pattern.Text, entry.Text)));
    }

    private static bool CoversPrincipals(PolicyPrincipals? wide, PolicyPrincipals? narrow)
    {
        if (wide is null || narrow is null)
        {
            return wide is null && narrow is null;
        }

        if (wide.IsNegated)
        {
            return false;
        }

        if (wide.IsStar || Names(wide).Contains((PrincipalType.Aws, "*")))
        {
            return true;
        }

        var listed = Names(wide).ToHashSet();
        return narrow is { IsNegated: false, IsStar: false } && Names(narrow).Any() && Names(narrow).All(listed.Contains);
    }

    private static IEnumerable<(PrincipalType Type, string Name)> Names(PolicyPrincipals principals) =>
        principals.Groups.SelectMany(group => group.Entries.Items.Select(entry => (group.Type, entry.Text)));

    private static bool IsSmall(CheckedStatement statement) =>
        statement.Actions is not { Items.Length: > MaxEntries } && statement.Resources is not { Items.Length: > MaxEntries };
}
