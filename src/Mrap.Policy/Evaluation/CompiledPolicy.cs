using System.Collections.Immutable;
using Mrap.Policy.Matching.Principals;
using Mrap.Policy.Model;
using Mrap.Policy.PublicAccess;

namespace Mrap.Policy.Evaluation;

/// <summary>A policy made ready for deciding. Safe for use by several threads.</summary>
public sealed class CompiledPolicy
{
    private readonly CompiledStatement[] _allows;
    private readonly CompiledStatement[] _denies;
    private readonly Lazy<bool> _isPublic;

    private CompiledPolicy(PolicyDocument document, PolicyKind kind)
    {
        Document = document;
        Kind = kind;
        var withVariables = document.Version == PolicyVersion.V20121017;
        Statements = [.. document.Statements.Select((statement, i) => new CompiledStatement(statement, i, kind, withVariables))];
        _allows = [.. Statements.Where(statement => statement.Statement.Effect == PolicyEffect.Allow)];
        _denies = [.. Statements.Where(statement => statement.Statement.Effect == PolicyEffect.Deny)];
        _isPublic = new Lazy<bool>(() => PublicPolicy.Evaluate(Document, Kind).IsPublic);
    }

    /// <summary>The document.</summary>
    public PolicyDocument Document { get; }

    /// <summary>Where the policy is attached.</summary>
    public PolicyKind Kind { get; }

    /// <summary>Whether Block Public Access counts the policy as public; found on first use.</summary>
    public bool IsPublic => _isPublic.Value;

    /// <summary>All statements in the order of the document.</summary>
    internal ImmutableArray<CompiledStatement> Statements { get; }

    /// <summary>Makes a policy ready for deciding.</summary>
    /// <param name="kind">Where it is attached.</param>
    /// <returns>The compiled policy.</returns>
    public static CompiledPolicy Compile(PolicyDocument document, PolicyKind kind)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new CompiledPolicy(document, kind);
    }

    /// <summary>The first Deny that matches, or nothing.</summary>
    internal CompiledStatement? FindDeny(AccessRequest request, bool hasBoundary)
    {
        foreach (var statement in _denies)
        {
            if (statement.Match(request, hasBoundary) != GrantStrength.None)
            {
                return statement;
            }
        }

        return null;
    }

    /// <summary>The Allow that matches most directly, the first of equals, or nothing.</summary>
    internal CompiledStatement? FindAllow(AccessRequest request, out GrantStrength strength)
    {
        strength = GrantStrength.None;
        CompiledStatement? best = null;
        foreach (var statement in _allows)
        {
            var found = statement.Match(request, hasBoundary: false);
            if (found > strength)
            {
                strength = found;
                best = statement;
                if (found == GrantStrength.Direct)
                {
                    break;
                }
            }
        }

        return best;
    }
}
