namespace Mrap.Policy.Syntax;

/// <summary>A JSON string.</summary>
public sealed class JsonTextSyntax : JsonSyntax
{
    internal JsonTextSyntax(TextSpan span, string value)
        : base(span) => Value = value;

    /// <summary>The string, unescaped.</summary>
    public string Value { get; }

    internal override string KindInWords => "a string";
}
