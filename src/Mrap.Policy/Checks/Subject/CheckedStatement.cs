using System.Collections.Immutable;
using Mrap.Policy.Model;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Checks.Subject;

/// <summary>A statement as the checks see it: any part may be missing.</summary>
internal sealed class CheckedStatement(PartialStatement statement)
{
    /// <summary>Its place in the list of statements, from 0.</summary>
    public int Index => statement.Index;

    /// <summary>Its object in the text.</summary>
    public JsonObjectSyntax Syntax => statement.Syntax;

    /// <summary>Its name, when it has one.</summary>
    public string? Sid => statement.Sid;

    /// <summary>Its effect; nothing when it is missing or at fault.</summary>
    public PolicyEffect? Effect => statement.Effect;

    /// <summary>Principal or NotPrincipal; nothing when it has none.</summary>
    public PolicyPrincipals? Principals => statement.Principals;

    /// <summary>Action or NotAction; nothing when it has none.</summary>
    public PolicyEntries? Actions => statement.Actions;

    /// <summary>Resource or NotResource; nothing when it has none.</summary>
    public PolicyEntries? Resources => statement.Resources;

    /// <summary>The operators of its Condition; empty when it has none.</summary>
    public ImmutableArray<ConditionBlock> Conditions => statement.Conditions.IsDefault ? [] : statement.Conditions;

    /// <summary>Its opening bracket, which stands for the whole statement.</summary>
    public TextSpan Start => new(Syntax.Span.Start, 1);

    /// <summary>The statement as deciding knows it; nothing when it lacks what a statement needs.</summary>
    public PolicyStatement? Complete() => statement.Complete();
}
