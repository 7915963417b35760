using System.Collections.Immutable;

namespace Mrap.Policy.Syntax;

/// <summary>A policy's text, which can say at which line and column an offset lies.</summary>
/// <remarks>Safe for use by several threads. The line table is made on first use, so that parsing does not pay for it.</remarks>
public sealed class SourceText
{
    private int[]? _lineStarts;

    /// <summary>Wraps a text.</summary>
    /// <param name="text">Any text, also empty.</param>
    public SourceText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The text itself.</summary>
    public string Text { get; }

    /// <summary>The characters of a stretch.</summary>
    /// <param name="span">A stretch inside this text.</param>
    /// <returns>Its characters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The stretch reaches beyond the text.</exception>
    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The line and column of an offset.</summary>
    /// <param name="offset">From 0 to the length of the text, both included.</param>
    /// <returns>The position.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public TextPosition PositionOf(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        var starts = _lineStarts ??= FindLineStarts(Text);
        var found = Array.BinarySearch(starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return new TextPosition(offset, line + 1, offset - starts[line] + 1);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
