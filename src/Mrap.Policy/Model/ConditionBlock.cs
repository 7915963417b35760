using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>One operator of a Condition element with its keys, all of which must hold.</summary>
/// <param name="Operator">The operator as written, with its prefix and suffix.</param>
/// <param name="Clauses">The keys in the order of the text.</param>
/// <param name="Span">From the operator to the end of its block.</param>
public sealed record ConditionBlock(string Operator, ImmutableArray<ConditionClause> Clauses, TextSpan Span);
