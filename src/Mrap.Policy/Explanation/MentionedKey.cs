using System.Collections.Immutable;

namespace Mrap.Policy.Explanation;

/// <summary>A context key that policies ask for, in a condition or as a policy variable.</summary>
/// <param name="Name">The key as first written.</param>
/// <param name="Type">What its values are; text where only variables or `Null` mention it.</param>
/// <param name="IsMultivalued">Whether an operator with `ForAllValues:` or `ForAnyValue:` compares it.</param>
/// <param name="Listed">The values that the policies list for it, each once, in the order of the text.</param>
public sealed record MentionedKey(string Name, MentionedKeyType Type, bool IsMultivalued, ImmutableArray<string> Listed);
