using Mrap.Policy.Matching.Context;

namespace Mrap.Policy.Matching.Patterns;

/// <summary>A run of plain pattern characters, or a policy variable to be replaced.</summary>
/// <param name="Text">The plain characters, or the variable's default when it has one.</param>
/// <param name="Marks">What the plain characters stand for; nothing for a variable.</param>
/// <param name="Key">The variable's context key; nothing for plain characters.</param>
internal sealed record TextPart(string? Text, GlobMark[]? Marks, ContextKey? Key);
