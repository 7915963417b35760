using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Mrap.Signing.Text;

/// <summary>Keeps what texts mean that come again with every request, so that they are taken apart once.</summary>
/// <typeparam name="T">The meaning; immutable.</typeparam>
/// <param name="capacity">How many texts are kept; when there are as many, all are forgotten.</param>
/// <remarks>Safe for use by several threads. Texts of more than 256 characters are not kept, so that a stranger cannot fill it.</remarks>
internal sealed class TextCache<T>(int capacity)
{
    private const int MaxLength = 256;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Gives the meaning of a text, when it is kept.</summary>
    public bool TryGet(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T meaning) =>
        _known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out meaning);

    /// <summary>Keeps the meaning of a text.</summary>
    public void Keep(ReadOnlySpan<char> text, T meaning)
    {
        if (text.Length > MaxLength)
        {
            return;
        }

        if (Interlocked.Increment(ref _count) > capacity)
        {
            _known.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _known[text.ToString()] = meaning;
    }
}
