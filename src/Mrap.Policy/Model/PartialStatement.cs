using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>What could be read of a statement.</summary>
/// <param name="Syntax">The statement in the tree.</param>
/// <param name="Index">Its place in the list of statements, from 0, counting also what is no statement.</param>
/// <param name="Sid">Its name, when it has one.</param>
/// <param name="Effect">Its effect; nothing when it is missing or at fault.</param>
/// <param name="Principals">Principal or NotPrincipal; nothing when it has none.</param>
/// <param name="Actions">Action or NotAction; nothing when it has none.</param>
/// <param name="Resources">Resource or NotResource; nothing when it has none.</param>
/// <param name="Conditions">The operators of its Condition; the default array when it has none.</param>
internal sealed record PartialStatement(
    JsonObjectSyntax Syntax,
    int Index,
    string? Sid,
    PolicyEffect? Effect,
    PolicyPrincipals? Principals,
    PolicyEntries? Actions,
    PolicyEntries? Resources,
    ImmutableArray<ConditionBlock> Conditions)
{
    /// <summary>The statement; nothing when it lacks what a statement needs.</summary>
    public PolicyStatement? Complete() => Effect is { } effect && Actions is not null
        ? new PolicyStatement(Sid, effect, Principals, Actions, Resources, Conditions, Syntax.Span)
        : null;
}
