using System.Buffers;
using Mrap.Policy.Checks.Findings;
using Mrap.Policy.Model;
using Mrap.Policy.Text;

namespace Mrap.Policy.Checks.Arns;

/// <summary>Changes of an entry of Resource.</summary>
internal static class ArnEdits
{
    private const int MaxPath = 1_024;

    private static readonly SearchValues<char> s_bucketPath =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._/*");

    /// <summary>Writes another ARN in an entry's place.</summary>
    public static FindingEdit Replace(PolicyEntry entry, WrittenArn arn) => Replace(entry, arn.ToString());

    /// <summary>Writes another text in an entry's place.</summary>
    public static FindingEdit Replace(PolicyEntry entry, string text) =>
        new($"Change to {DisplayText.Quote(text)}", entry.Span, JsonText.Quote(text));

    /// <summary>Whether a text can be a bucket's name, with or without a key behind it.</summary>
    public static bool IsBucketPath(string text) =>
        text.Length is >= 3 and <= MaxPath && char.IsAsciiLetterOrDigit(text[0]) && !text.AsSpan().ContainsAnyExcept(s_bucketPath)
        && !text.Split('/', 2)[0].Contains('*', StringComparison.Ordinal);
}
