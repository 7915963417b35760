using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Mrap.Policy.Syntax;

/// <summary>Finds the way from the root of a tree to a place in the text.</summary>
internal static class SyntaxPath
{
    /// <summary>
    /// The names and indexes down to the innermost value or member at an offset; empty for the root, also when the offset lies outside it.
    /// </summary>
    public static ImmutableArray<SyntaxStep> At(JsonSyntax root, int offset)
    {
        var steps = ImmutableArray.CreateBuilder<SyntaxStep>();
        var node = root;
        while (node is not null && node.Span.Contains(offset))
        {
            node = node switch
            {
                JsonObjectSyntax found => StepInto(found, offset, steps),
                JsonArraySyntax found => StepInto(found, offset, steps),
                _ => null,
            };
        }

        return steps.DrainToImmutable();
    }

    /// <summary>A way as a JSON pointer (RFC 6901).</summary>
    public static string ToPointer(ImmutableArray<SyntaxStep> steps)
    {
        var pointer = new StringBuilder();
        foreach (var step in steps)
        {
            pointer.Append('/');
            if (step.Name is { } name)
            {
                pointer.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            }
            else
            {
                pointer.Append(CultureInfo.InvariantCulture, $"{step.Index}");
            }
        }

        return pointer.ToString();
    }

    /// <summary>A way as `Statement[0].Principal.AWS[1]`; a statement that is not written in a list counts as the first of one.</summary>
    public static string ToPath(ImmutableArray<SyntaxStep> steps)
    {
        var path = new StringBuilder();
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Name is { } name)
            {
                path.Append(i > 0 ? "." : "").Append(name);
            }
            else
            {
                path.Append(CultureInfo.InvariantCulture, $"[{steps[i].Index}]");
            }

            if (i == 0 && steps[0] is { Name: "Statement", Value: JsonObjectSyntax })
            {
                path.Append("[0]");
            }
        }

        return path.ToString();
    }

    private static JsonSyntax? StepInto(JsonObjectSyntax node, int offset, ImmutableArray<SyntaxStep>.Builder steps)
    {
        var (low, high) = (0, node.Members.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var member = node.Members[middle];
            if (member.Span.Contains(offset) || member.Value.Span.Contains(offset))
            {
                steps.Add(new SyntaxStep(member.Name, 0, member.Value));
                return member.Value;
            }

            (low, high) = offset < member.NameSpan.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }

    private static JsonSyntax? StepInto(JsonArraySyntax node, int offset, ImmutableArray<SyntaxStep>.Builder steps)
    {
        var (low, high) = (0, node.Items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var item = node.Items[middle];
            if (item.Span.Contains(offset))
            {
                steps.Add(new SyntaxStep(Name: null, middle, item));
                return item;
            }

            (low, high) = offset < item.Span.Start ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }
}
