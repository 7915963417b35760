using Mrap.Policy.Syntax;

namespace Mrap.Policy.Model;

/// <summary>One value that a condition lists.</summary>
/// <param name="Text">The value as text: numbers as spelled, booleans as `true` and `false`.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Span">Its place, quotes included.</param>
public sealed record ConditionValue(string Text, ConditionValueKind Kind, TextSpan Span);
