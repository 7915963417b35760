using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>One statement of a policy.</summary>
/// <param name="Sid">The statement's name, when it has one.</param>
/// <param name="Effect">What it does when it matches.</param>
/// <param name="Principals">Principal or NotPrincipal; nothing in policies attached to their principal.</param>
/// <param name="Actions">Action or NotAction.</param>
/// <param name="Resources">Resource or NotResource; nothing in trust policies.</param>
/// <param name="Conditions">The operators of the Condition element, all of which must hold; the default array when there is no such
/// element.</param>
/// <param name="Span">The place of the statement, brackets included.</param>
public sealed record PolicyStatement(
    string? Sid,
    PolicyEffect Effect,
    PolicyPrincipals? Principals,
    PolicyEntries Actions,
    PolicyEntries? Resources,
    ImmutableArray<ConditionBlock> Conditions,
    TextSpan Span);
