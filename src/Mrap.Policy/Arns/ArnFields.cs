namespace Mrap.Policy.Arns;

/// <summary>Where the six fields of an ARN begin: it is split at its first five colons, the sixth is what is behind.</summary>
internal static class ArnFields
{
    /// <summary>How every ARN begins: its first field and the colon behind it.</summary>
    public const string Prefix = "arn:";

    /// <summary>How many fields an ARN has.</summary>
    public const int Count = 6;

    /// <summary>Whether a text has the six fields of an ARN.</summary>
    public static bool IsArn(ReadOnlySpan<char> text) => text.StartsWith(Prefix, StringComparison.Ordinal) && HeadLength(text) >= 0;

    /// <summary>How many fields a text has, at most six.</summary>
    public static int CountIn(ReadOnlySpan<char> text) => Math.Min(text.Count(':') + 1, Count);

    /// <summary>The length of the first five fields with their colons, or -1 when there are fewer.</summary>
    public static int HeadLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        for (var field = 1; field < Count && at >= 0; field++)
        {
            at = Next(text, at);
        }

        return at;
    }

    /// <summary>Where the field behind the one that holds a place begins; -1 when there is none, or the place itself is -1.</summary>
    public static int Next(ReadOnlySpan<char> text, int at)
    {
        var colon = at < 0 ? -1 : text[at..].IndexOf(':');
        return colon < 0 ? -1 : at + colon + 1;
    }
}
