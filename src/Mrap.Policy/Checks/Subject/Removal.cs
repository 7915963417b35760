using Mrap.Policy.Syntax;

namespace Mrap.Policy.Checks.Subject;

/// <summary>Finds the characters to take away so that what is left is still JSON: an entry with one of the commas beside it.</summary>
internal static class Removal
{
    /// <summary>The stretch of a member with its comma.</summary>
    public static TextSpan Of(JsonObjectSyntax owner, JsonMemberSyntax member)
    {
        var at = owner.Members.IndexOf(member);
        return Between(
            member.Span,
            at > 0 ? owner.Members[at - 1].Span.End : null,
            at + 1 < owner.Members.Length ? owner.Members[at + 1].Span.Start : null);
    }

    /// <summary>The stretch of an item with its comma.</summary>
    public static TextSpan Of(JsonArraySyntax owner, int at) => Between(
        owner.Items[at].Span,
        at > 0 ? owner.Items[at - 1].Span.End : null,
        at + 1 < owner.Items.Length ? owner.Items[at + 1].Span.Start : null);

    private static TextSpan Between(TextSpan entry, int? previousEnd, int? nextStart) =>
        previousEnd is { } end ? new TextSpan(end, entry.End - end)
        : nextStart is { } start ? new TextSpan(entry.Start, start - entry.Start)
        : entry;
}
