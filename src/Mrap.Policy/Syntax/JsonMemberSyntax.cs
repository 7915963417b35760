namespace Mrap.Policy.Syntax;

/// <summary>One name and value of a JSON object.</summary>
public sealed class JsonMemberSyntax
{
    internal JsonMemberSyntax(string name, TextSpan nameSpan, JsonSyntax value)
    {
        Name = name;
        NameSpan = nameSpan;
        Value = value;
    }

    /// <summary>The name, unescaped.</summary>
    public string Name { get; }

    /// <summary>The name's place, quotes included.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>The value; a <see cref="JsonMissingSyntax"/> where the text has none.</summary>
    public JsonSyntax Value { get; }

    /// <summary>From the name to the end of the value.</summary>
    public TextSpan Span => new(NameSpan.Start, Math.Max(NameSpan.End, Value.Span.End) - NameSpan.Start);
}
