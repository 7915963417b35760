using Mrap.Policy.Syntax;

namespace Mrap.Policy.Checks.Findings;

/// <summary>A change of the text that settles a finding.</summary>
/// <param name="Title">What it does, as an imperative for a button.</param>
/// <param name="Span">The characters that go; empty where something is only added.</param>
/// <param name="Replacement">What stands in their place; empty where something is only taken away.</param>
public sealed record FindingEdit(string Title, TextSpan Span, string Replacement)
{
    /// <summary>Makes the change.</summary>
    /// <param name="text">The text that was checked.</param>
    /// <returns>The changed text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The text is shorter than the one that was checked.</exception>
    public string ApplyTo(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.AsSpan(0, Span.Start), Replacement, text.AsSpan(Span.End));
    }
}
