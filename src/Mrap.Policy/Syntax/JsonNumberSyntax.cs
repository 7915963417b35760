namespace Mrap.Policy.Syntax;

/// <summary>A JSON number, kept as it is spelled.</summary>
public sealed class JsonNumberSyntax : JsonSyntax
{
    internal JsonNumberSyntax(TextSpan span, string text)
        : base(span) => Text = text;

    /// <summary>The number as spelled in the text.</summary>
    public string Text { get; }

    internal override string KindInWords => "a number";
}
