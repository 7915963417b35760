using Mrap.Policy.Matching.Conditions;
using Mrap.Policy.Matching.Context;
using Mrap.Policy.Matching.Patterns;
using Mrap.Policy.Matching.Principals;
using Mrap.Policy.Model;
using Mrap.Policy.Principals;

namespace Mrap.Policy.Evaluation;

/// <summary>A statement made ready for deciding.</summary>
internal sealed class CompiledStatement
{
    private readonly ActionPattern[] _actions;
    private readonly ResourcePattern[]? _resources;
    private readonly PrincipalPattern[]? _principals;
    private readonly CompiledCondition[] _conditions;
    private readonly bool _notAction;
    private readonly bool _notResource;
    private readonly bool _notPrincipal;

    /// <summary>Makes a statement.</summary>
    public CompiledStatement(PolicyStatement statement, int index, PolicyKind kind, bool withVariables)
    {
        Statement = statement;
        Index = index;
        _notAction = statement.Actions.IsNegated;
        _notResource = statement.Resources?.IsNegated ?? false;
        _notPrincipal = statement.Principals?.IsNegated ?? false;
        _actions = [.. statement.Actions.Items.Select(entry => ActionPattern.Compile(entry.Text))];
        _resources = statement.Resources is { } resources
            ? [.. resources.Items.Select(entry => ResourcePattern.Compile(entry.Text, kind, withVariables))]
            : null;
        _principals = statement.Principals is { } principals ? PatternsOf(principals) : null;
        _conditions = statement.Conditions.IsDefaultOrEmpty
            ? []
            : [
                .. statement.Conditions.SelectMany(
                    block => block.Clauses.Select(clause => new CompiledCondition(block, clause, statement.Effect, withVariables)))];
    }

    /// <summary>The statement in the document.</summary>
    public PolicyStatement Statement { get; }

    /// <summary>Its place among the document's statements, from 0.</summary>
    public int Index { get; }

    /// <summary>Its conditions, all of which must hold.</summary>
    public ReadOnlySpan<CompiledCondition> Conditions => _conditions;

    /// <summary>How directly the statement matches the request; an element that its policy cannot have counts as matching.</summary>
    public GrantStrength Match(AccessRequest request, bool hasBoundary)
    {
        if (!MatchesAction(request) || !MatchesResource(request))
        {
            return GrantStrength.None;
        }

        var strength = StrengthFor(request.Principal, hasBoundary);
        return strength == GrantStrength.None || !MatchesConditions(request.Context) ? GrantStrength.None : strength;
    }

    /// <summary>Whether the action is one that the statement is about.</summary>
    public bool MatchesAction(AccessRequest request)
    {
        foreach (var pattern in _actions)
        {
            if (pattern.Matches(request.FoldedAction))
            {
                return !_notAction;
            }
        }

        return _notAction;
    }

    /// <summary>Whether the resource is one that the statement is about.</summary>
    public bool MatchesResource(AccessRequest request)
    {
        if (_resources is null)
        {
            return true;
        }

        foreach (var pattern in _resources)
        {
            if (pattern.Matches(request))
            {
                return !_notResource;
            }
        }

        return _notResource;
    }

    /// <summary>
    /// How directly the statement names the caller. NotPrincipal with Deny denies every caller that has a boundary, whoever is named; with
    /// Allow it leaves out whoever is named in any way.
    /// </summary>
    public GrantStrength StrengthFor(Principal caller, bool hasBoundary)
    {
        if (_principals is null)
        {
            return GrantStrength.Direct;
        }

        if (_notPrincipal && Statement.Effect == PolicyEffect.Deny)
        {
            return !hasBoundary && PrincipalShield.Covers(_principals, caller)
                ? GrantStrength.None
                : PrincipalPattern.EveryoneFor(caller);
        }

        var best = GrantStrength.None;
        foreach (var pattern in _principals)
        {
            var strength = pattern.StrengthFor(caller);
            best = strength > best ? strength : best;
        }

        return !_notPrincipal ? best
            : best != GrantStrength.None ? GrantStrength.None
            : PrincipalPattern.EveryoneFor(caller);
    }

    private static PrincipalPattern[] PatternsOf(PolicyPrincipals principals) => principals.IsStar
        ? [PrincipalPattern.Everyone]
        : [.. principals.Groups.SelectMany(group => group.Entries.Items.Select(entry => PrincipalPattern.Compile(group.Type, entry.Text)))];

    private bool MatchesConditions(RequestContext context)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(context))
            {
                return false;
            }
        }

        return true;
    }
}
