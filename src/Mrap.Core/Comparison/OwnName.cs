using Mrap.Core.AccessPoints;

namespace Mrap.Core.Comparison;

/// <summary>
/// Takes a bucket's own name out of the ARNs of a text, so that the texts of two buckets can be compared, and puts another in its place.
/// </summary>
public static class OwnName
{
    /// <summary>What stands in the place of the name.</summary>
    public const string Placeholder = "${bucket}";

    private const string Arn = "arn:aws:s3:::";

    /// <summary>The text without the name.</summary>
    /// <param name="text">A text with ARNs, such as a policy.</param>
    /// <param name="bucket">The bucket whose text it is.</param>
    public static string Remove(string text, BucketName bucket) => Replace(text, $"{Arn}{bucket}", $"{Arn}{Placeholder}");

    /// <summary>The text for a bucket.</summary>
    /// <param name="text">What <see cref="Remove"/> gave.</param>
    /// <param name="bucket">The bucket whose text it shall be.</param>
    public static string Insert(string text, BucketName bucket) =>
        text.Replace($"{Arn}{Placeholder}", $"{Arn}{bucket}", StringComparison.Ordinal);

    // A name that merely begins like the own one is another bucket's.
    private static string Replace(string text, string own, string other)
    {
        var from = 0;
        while ((from = text.IndexOf(own, from, StringComparison.Ordinal)) >= 0)
        {
            var end = from + own.Length;
            if (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
            {
                text = string.Concat(text.AsSpan(0, from), other, text.AsSpan(end));
                end = from + other.Length;
            }

            from = end;
        }

        return text;
    }
}
