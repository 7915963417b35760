using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>A policy as written, free of faults of grammar (IAM User Guide, "Grammar of the IAM JSON policy language").</summary>
/// <remarks>Whether its actions, ARNs and keys exist is not a matter of grammar: a document may hold statements that never match.</remarks>
/// <param name="Version">The version of the language it asks for.</param>
/// <param name="Id">Its identifier, when it has one.</param>
/// <param name="Statements">The statements in the order of the text; may be empty when written as a list.</param>
/// <param name="IsList">Whether the statements are written as a list; otherwise there is exactly one.</param>
/// <param name="Source">The text it was read from, for which all its spans count.</param>
public sealed record PolicyDocument(
    PolicyVersion Version, string? Id, ImmutableArray<PolicyStatement> Statements, bool IsList, SourceText Source)
{
    /// <summary>Reads a policy by the rules that hold wherever it is attached: a principal is neither required nor forbidden.</summary>
    /// <param name="text">The JSON text.</param>
    /// <returns>The document, or what is wrong with the text; several faults are found in one pass.</returns>
    public static PolicyOutcome Parse(string text) => PolicyReader.Read(text, kind: null);

    /// <summary>Reads a policy that is attached in a given way.</summary>
    /// <param name="text">The JSON text.</param>
    /// <param name="kind">Where it is attached: decides whether a principal and a resource are required, optional or forbidden.</param>
    /// <returns>The document, or what is wrong with the text; several faults are found in one pass.</returns>
    public static PolicyOutcome Parse(string text, PolicyKind kind) => PolicyReader.Read(text, kind);

    /// <summary>
    /// Writes the policy as JSON that reads back to an equal policy: scalars stay scalars, lists stay lists, elements come in the order of
    /// the grammar.
    /// </summary>
    /// <param name="indented">Whether to write one element a line, indented by two spaces.</param>
    /// <returns>The text.</returns>
    public string Print(bool indented = true) => PolicyPrinter.Print(this, indented);
}
