using System.Collections.Immutable;

namespace Mrap.Policy.Matching.Context;

/// <summary>
/// Knows a request and gives the values of condition keys when a condition asks for them, so that nothing is made of a request that no
/// policy looks at.
/// </summary>
/// <remarks>It must give the same values every time, for as long as its context is used.</remarks>
public interface IContextSource
{
    /// <summary>Every key that is known, with its values.</summary>
    IEnumerable<KeyValuePair<string, ImmutableArray<string>>> Entries { get; }

    /// <summary>The values of a key.</summary>
    /// <param name="key">The key in any case.</param>
    /// <returns>The values; empty when the request does not have the key.</returns>
    ReadOnlySpan<string> Find(string key);
}
