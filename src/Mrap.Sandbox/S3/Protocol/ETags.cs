namespace Mrap.Sandbox.S3.Protocol;

/// <summary>Entity tags as they stand in headers and documents.</summary>
internal static class ETags
{
    /// <summary>The tag in double quotes.</summary>
    public static string Quote(string eTag) => string.Concat("\"", eTag, "\"");

    /// <summary>The tag without its quotes and without the mark of a weak tag.</summary>
    public static string Unquote(string text)
    {
        var tag = text.AsSpan().Trim();
        if (tag.StartsWith("W/", StringComparison.Ordinal))
        {
            tag = tag[2..];
        }

        return tag.Length >= 2 && tag[0] == '"' && tag[^1] == '"' ? tag[1..^1].ToString() : tag.ToString();
    }

    /// <summary>Whether a list of tags, as in <c>If-Match</c>, names this tag; <c>*</c> names any.</summary>
    public static bool Names(string list, string eTag)
    {
        foreach (var range in list.AsSpan().Split(','))
        {
            var tag = list.AsSpan(range).Trim();
            if (tag.StartsWith("W/", StringComparison.Ordinal))
            {
                tag = tag[2..];
            }

            if (tag is "*" || tag.Trim('"').SequenceEqual(eTag))
            {
                return true;
            }
        }

        return false;
    }
}
