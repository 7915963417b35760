using Mrap.Policy.Checks;
using Mrap.Policy.Model;

namespace Mrap.Web.Policies;

/// <summary>What can be written at a place of a policy.</summary>
public static class PolicyCompletions
{
    private static readonly string[] s_words =
        ["Version", "Id", "Statement", "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition", "Allow", "Deny", "2012-10-17", "AWS", "Service"];

    /// <summary>What can be written inside the string at an offset; nothing outside of strings.</summary>
    public static IReadOnlyList<EditorCompletion> At(string text, int offset, PolicyKind kind, CheckContext context)
    {
        if (offset < 0 || offset > text.Length || StringAt(text, offset) is not { } start)
        {
            return [];
        }

        var end = text.IndexOfAny(['"', '\n'], offset) is >= 0 and var close ? close : text.Length;
        return [.. s_words.Concat(Arns(kind, context)).Select(word => new EditorCompletion(word, word, word, start, end - start))];
    }

    private static IEnumerable<string> Arns(PolicyKind kind, CheckContext context) => kind switch
    {
        PolicyKind.AccessPoint when context.AccessPointArn is { } arn => [arn, $"{arn}/object/*"],
        PolicyKind.Bucket when context.Bucket is { } bucket => [$"arn:aws:s3:::{bucket}", $"arn:aws:s3:::{bucket}/*"],
        _ => [],
    };

    private static int? StringAt(string text, int offset)
    {
        int? start = null;
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '"')
            {
                start = start is null ? i + 1 : null;
            }
            else if (text[i] == '\\' && start is not null)
            {
                i++;
            }
            else if (text[i] == '\n')
            {
                start = null;
            }
        }

        return start;
    }
}
