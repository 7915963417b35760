namespace Mrap.Policy.Syntax;

/// <summary>The JSON word `true` or `false`.</summary>
public sealed class JsonBooleanSyntax : JsonSyntax
{
    internal JsonBooleanSyntax(TextSpan span, bool value)
        : base(span) => Value = value;

    /// <summary>Which of the two.</summary>
    public bool Value { get; }

    internal override string KindInWords => "a boolean";
}
