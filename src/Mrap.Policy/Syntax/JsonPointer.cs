using System.Globalization;
using System.Text;

namespace Mrap.Policy.Syntax;

/// <summary>Finds the JSON pointer (RFC 6901) of a place in the text.</summary>
public static class JsonPointer
{
    /// <summary>The pointer of the innermost value or member at an offset.</summary>
    /// <param name="root">The tree of the text.</param>
    /// <param name="offset">An offset in the text.</param>
    /// <returns>The pointer; empty for the root, also when the offset lies outside it.</returns>
    public static string At(JsonSyntax root, int offset)
    {
        ArgumentNullException.ThrowIfNull(root);
        var pointer = new StringBuilder();
        var node = root;
        while (node is not null && node.Span.Contains(offset))
        {
            node = node switch
            {
                JsonObjectSyntax found => StepInto(found, offset, pointer),
                JsonArraySyntax found => StepInto(found, offset, pointer),
                _ => null,
            };
        }

        return pointer.ToString();
    }

    private static JsonSyntax? StepInto(JsonObjectSyntax node, int offset, StringBuilder pointer)
    {
        foreach (var member in node.Members)
        {
            if (member.Span.Contains(offset) || member.Value.Span.Contains(offset))
            {
                pointer.Append('/').Append(member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
                return member.Value;
            }
        }

        return null;
    }

    private static JsonSyntax? StepInto(JsonArraySyntax node, int offset, StringBuilder pointer)
    {
        for (var i = 0; i < node.Items.Length; i++)
        {
            if (node.Items[i].Span.Contains(offset))
            {
                pointer.Append(CultureInfo.InvariantCulture, $"/{i}");
                return node.Items[i];
            }
        }

        return null;
    }
}
