namespace Mrap.Policy.Syntax;

/// <summary>A JSON value as it stands in the text, with its place.</summary>
/// <remarks>Immutable. The tree keeps everything that can be read, also of a text with faults.</remarks>
public abstract class JsonSyntax
{
    private protected JsonSyntax(TextSpan span) => Span = span;

    /// <summary>From the first to the last character of the value, quotes and brackets included.</summary>
    public TextSpan Span { get; }

    /// <summary>What the value is, in words for messages: `an object`, `a list`, `a string` and so on.</summary>
    internal abstract string KindInWords { get; }
}
