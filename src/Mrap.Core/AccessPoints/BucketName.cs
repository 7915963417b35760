using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using Mrap.Policy.Text;

namespace Mrap.Core.AccessPoints;

/// <summary>The name of a general purpose bucket (AWS page "General purpose bucket naming rules").</summary>
public readonly record struct BucketName : IComparable<BucketName>
{
    private static readonly ImmutableArray<string> s_reservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly ImmutableArray<string> s_reservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    private static readonly SearchValues<char> s_allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private readonly string? _value;

    private BucketName(string value) => _value = value;

    /// <summary>The name; empty for the default value.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The ARN of the bucket, without an account.</summary>
    public string Arn => $"arn:aws:s3:::{Value}";

    /// <summary>The rules in the order in which they are shown, each with whether <paramref name="text"/> keeps it.</summary>
    /// <param name="text">The text typed so far; empty text keeps no rule about characters.</param>
    /// <returns>Always the same rules, so that a form can tick them one by one.</returns>
    public static ImmutableArray<NameRule> Check(string? text)
    {
        text ??= string.Empty;
        var any = text.Length > 0;
        return
        [
            new("must have 3 to 63 characters", text.Length is >= 3 and <= 63),
            new("may hold only lower-case letters, digits, hyphens and dots", any && text.All(IsAllowed)),
            new("must start and end with a lower-case letter or a digit", any && IsEdge(text[0]) && IsEdge(text[^1])),
            new("must not hold two dots in a row", any && !text.Contains("..", StringComparison.Ordinal)),
            new("must not look like an IP address", any && !(text.Count(c => c == '.') == 3 && IPAddress.TryParse(text, out _))),
            new(
                $"must not start with a reserved prefix ({string.Join(", ", s_reservedPrefixes)})",
                any && !s_reservedPrefixes.Any(p => text.StartsWith(p, StringComparison.Ordinal))),
            new(
                $"must not end with a reserved suffix ({string.Join(", ", s_reservedSuffixes)})",
                any && !s_reservedSuffixes.Any(s => text.EndsWith(s, StringComparison.Ordinal))),
        ];
    }

    /// <summary>Reads a bucket name.</summary>
    /// <returns>The name, or a message for each broken rule.</returns>
    public static Parsed<BucketName> Parse(string? text)
    {
        // every request names a bucket: a valid name must not pay for the messages of the rules
        if (text is not null && IsPlainlyValid(text))
        {
            return Parsed.Ok<BucketName>(new BucketName(text));
        }

        var faults = Check(text).Where(rule => !rule.IsKept).Select(rule => rule.Text).ToImmutableArray();
        return faults.IsEmpty ? Parsed.Ok<BucketName>(new BucketName(text!)) : Parsed.Failed<BucketName>(faults);
    }

    /// <summary>Orders by name, ordinal: the order of a bucket listing.</summary>
    /// <param name="other">The other name.</param>
    /// <returns>As <see cref="string.CompareOrdinal(string, string)"/>.</returns>
    public int CompareTo(BucketName other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    // Keeps every rule for certain; a name that holds three dots or a reserved word is left to the full check.
    private static bool IsPlainlyValid(string text)
    {
        if (text.Length is < 3 or > 63 || text.AsSpan().ContainsAnyExcept(s_allowed) || !IsEdge(text[0]) || !IsEdge(text[^1]))
        {
            return false;
        }

        var span = text.AsSpan();
        if (span.Contains("..", StringComparison.Ordinal) || span.Count('.') == 3)
        {
            return false;
        }

        foreach (var prefix in s_reservedPrefixes)
        {
            if (span.StartsWith(prefix, StringComparison.Ordinal))
            {
                return false;
            }
        }

        foreach (var suffix in s_reservedSuffixes)
        {
            if (span.EndsWith(suffix, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAllowed(char c) => IsEdge(c) || c is '-' or '.';

    private static bool IsEdge(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
