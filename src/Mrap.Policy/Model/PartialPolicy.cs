using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>What could be read of a policy's text.</summary>
/// <param name="Version">The version; unstated also when it is at fault.</param>
/// <param name="Id">Its identifier, when it has one.</param>
/// <param name="Statements">The statements that are objects, in the order of the text.</param>
/// <param name="IsList">Whether the statements are written as a list.</param>
internal sealed record PartialPolicy(PolicyVersion Version, string? Id, ImmutableArray<PartialStatement> Statements, bool IsList)
{
    /// <summary>Nothing could be read.</summary>
    public static PartialPolicy Nothing { get; } = new(PolicyVersion.Unstated, Id: null, [], IsList: false);

    /// <summary>The policy of the statements that have all that a statement needs.</summary>
    public PolicyDocument Complete(SourceText source)
    {
        var statements = ImmutableArray.CreateBuilder<PolicyStatement>(Statements.Length);
        foreach (var statement in Statements)
        {
            if (statement.Complete() is { } complete)
            {
                statements.Add(complete);
            }
        }

        return new PolicyDocument(Version, Id, statements.DrainToImmutable(), IsList, source);
    }
}
