namespace Mrap.Policy.Syntax;

/// <summary>Stands where the text should have a value and has none that can be read; a fault says so.</summary>
public sealed class JsonMissingSyntax : JsonSyntax
{
    internal JsonMissingSyntax(TextSpan span)
        : base(span)
    {
    }

    internal override string KindInWords => "nothing";
}
