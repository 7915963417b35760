using System.Collections.Immutable;
using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>One key of a condition operator with the values it lists.</summary>
/// <param name="Key">The condition key as written; keys are compared without case.</param>
/// <param name="Values">The values; may be empty when written as a list.</param>
/// <param name="IsList">Whether they are written as a list; otherwise there is exactly one.</param>
/// <param name="Span">From the key to the end of the values.</param>
public sealed record ConditionClause(string Key, ImmutableArray<ConditionValue> Values, bool IsList, TextSpan Span);
