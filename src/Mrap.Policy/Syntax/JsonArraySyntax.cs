using System.Collections.Immutable;

namespace Mrap.Policy.Syntax;

/// <summary>A JSON array.</summary>
public sealed class JsonArraySyntax : JsonSyntax
{
    internal JsonArraySyntax(TextSpan span, ImmutableArray<JsonSyntax> items)
        : base(span) => Items = items;

    /// <summary>The items in the order of the text.</summary>
    public ImmutableArray<JsonSyntax> Items { get; }

    internal override string KindInWords => "a list";
}
