namespace Mrap.Policy.Syntax;

/// <summary>The JSON word `null`.</summary>
public sealed class JsonNullSyntax : JsonSyntax
{
    internal JsonNullSyntax(TextSpan span)
        : base(span)
    {
    }

    internal override string KindInWords => "null";
}
