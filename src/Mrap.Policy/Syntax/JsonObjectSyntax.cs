using System.Collections.Immutable;

namespace Mrap.Policy.Syntax;

/// <summary>A JSON object; its members in the order of the text, repeated names included.</summary>
public sealed class JsonObjectSyntax : JsonSyntax
{
    internal JsonObjectSyntax(TextSpan span, ImmutableArray<JsonMemberSyntax> members)
        : base(span) => Members = members;

    /// <summary>The members in the order of the text.</summary>
    public ImmutableArray<JsonMemberSyntax> Members { get; }

    internal override string KindInWords => "an object";

    /// <summary>Finds the first member of a name; names are case-sensitive.</summary>
    /// <param name="name">The name, unescaped.</param>
    /// <returns>The member, or nothing.</returns>
    public JsonMemberSyntax? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }
}
