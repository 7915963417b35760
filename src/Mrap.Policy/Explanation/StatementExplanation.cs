using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Matching.Principals;
using Mrap.Policy.Model;

namespace Mrap.Policy.Explanation;

/// <summary>One statement, element by element.</summary>
public sealed class StatementExplanation
{
    private readonly CompiledPolicy _policy;

    internal StatementExplanation(CompiledPolicy policy, CompiledStatement statement, AccessRequest request, bool hasBoundary)
    {
        _policy = policy;
        Index = statement.Index;
        Statement = statement.Statement;
        MatchesAction = statement.MatchesAction(request);
        MatchesResource = statement.MatchesResource(request);
        MatchesPrincipal = statement.StrengthFor(request.Principal, hasBoundary) != GrantStrength.None;
        MatchesConditions = true;
        var conditions = statement.Conditions;
        if (conditions.Length > 0)
        {
            var explained = new ConditionExplanation[conditions.Length];
            for (var i = 0; i < explained.Length; i++)
            {
                explained[i] = new ConditionExplanation(conditions[i], request.Context);
                MatchesConditions &= explained[i].Holds;
            }

            Conditions = ImmutableCollectionsMarshal.AsImmutableArray(explained);
        }
    }

    /// <summary>The statement's place in its policy, from 0.</summary>
    public int Index { get; }

    /// <summary>The statement as written.</summary>
    public PolicyStatement Statement { get; }

    /// <summary>Whether Action or NotAction matches.</summary>
    public bool MatchesAction { get; }

    /// <summary>Whether Resource or NotResource matches; so it counts where the policy has none.</summary>
    public bool MatchesResource { get; }

    /// <summary>Whether Principal or NotPrincipal matches; so it counts where the policy has none.</summary>
    public bool MatchesPrincipal { get; }

    /// <summary>Whether every condition holds.</summary>
    public bool MatchesConditions { get; }

    /// <summary>Every condition of the statement, in the order of the text.</summary>
    public ImmutableArray<ConditionExplanation> Conditions { get; } = [];

    /// <summary>Whether the whole statement matches.</summary>
    public bool Matches => MatchesAction && MatchesResource && MatchesPrincipal && MatchesConditions;

    /// <summary>How many of the four elements do not match: 0 to 4.</summary>
    public int Misses => (MatchesAction ? 0 : 1) + (MatchesResource ? 0 : 1) + (MatchesPrincipal ? 0 : 1) + (MatchesConditions ? 0 : 1);

    /// <summary>The statement's JSON pointer in its policy.</summary>
    public string Pointer => StatementPointer.Of(_policy.Document, Index);

    /// <summary>The first element that does not match, in the order action, resource, principal, condition; nothing when all do.</summary>
    public StatementElement? FirstMiss => !MatchesAction ? StatementElement.Action
        : !MatchesResource ? StatementElement.Resource
        : !MatchesPrincipal ? StatementElement.Principal
        : !MatchesConditions ? StatementElement.Condition
        : null;
}
