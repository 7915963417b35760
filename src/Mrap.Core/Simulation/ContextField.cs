using System.Collections.Immutable;
using Mrap.Policy.Explanation;

namespace Mrap.Core.Simulation;

/// <summary>A context key that the policies of a simulation ask for.</summary>
/// <param name="Key">The key and how the policies ask for it.</param>
/// <param name="Values">The values that the request has; none when it does not have the key.</param>
/// <param name="IsGiven">Whether they follow from the rest of the request.</param>
public sealed record ContextField(MentionedKey Key, ImmutableArray<string> Values, bool IsGiven)
{
    /// <summary>The values as one line: commas between them where there can be several.</summary>
    public string Line => string.Join(", ", Values);

    /// <summary>Reads a line as the values of a key; an empty one says that the request does not have it.</summary>
    public static ImmutableArray<string> ValuesOf(MentionedKey key, string line) =>
        string.IsNullOrWhiteSpace(line)
            ? []
            : key.IsMultivalued
            ? [.. line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
            : [line.Trim()];
}
