using System.Collections.Immutable;
using System.Xml.Linq;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Xml;

/// <summary>Reads tags and checks their rules (AWS page "Categorizing your objects using tags").</summary>
internal static class TagSet
{
    private const int MaxObjectTags = 10;
    private const int MaxBucketTags = 50;
    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;
    private const string BadHeader =
        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.";

    /// <summary>Reads the <c>x-amz-tagging</c> header of a write; no header means no tags.</summary>
    /// <exception cref="ServiceException">A rule is broken.</exception>
    public static ImmutableSortedDictionary<string, string> ReadHeader(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return ImmutableSortedDictionary<string, string>.Empty;
        }

        var tags = Empty();
        foreach (var pair in header.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var key = Decode(equals < 0 ? pair : pair[..equals]);
            if (tags.ContainsKey(key))
            {
                throw S3Errors.InvalidArgument(BadHeader, "x-amz-tagging", header);
            }

            Add(tags, key, equals < 0 ? string.Empty : Decode(pair[(equals + 1)..]));
        }

        CheckCount(tags.Count, MaxObjectTags, "Object");
        return tags.ToImmutable();
    }

    /// <summary>Reads a <c>Tagging</c> document for an object.</summary>
    /// <exception cref="ServiceException">A rule is broken.</exception>
    public static ImmutableSortedDictionary<string, string> ReadObjectTags(XElement tagging) => Read(tagging, MaxObjectTags, "Object");

    /// <summary>Reads a <c>Tagging</c> document for a bucket.</summary>
    /// <exception cref="ServiceException">A rule is broken.</exception>
    public static ImmutableSortedDictionary<string, string> ReadBucketTags(XElement tagging) => Read(tagging, MaxBucketTags, "Bucket");

    /// <summary>Reads the <c>Tag</c> elements below an element.</summary>
    /// <exception cref="ServiceException">A rule is broken.</exception>
    public static ImmutableSortedDictionary<string, string> ReadTags(XElement set, int limit, string what)
    {
        var tags = Empty();
        foreach (var tag in set.Named("Tag"))
        {
            var key = tag.Text("Key") ?? throw ServiceErrors.MalformedXml();
            var value = tag.Text("Value") ?? throw ServiceErrors.MalformedXml();
            if (tags.ContainsKey(key))
            {
                throw S3Errors.InvalidTag("Cannot provide multiple Tags with the same key");
            }

            Add(tags, key, value);
        }

        CheckCount(tags.Count, limit, what);
        return tags.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> Read(XElement tagging, int limit, string what)
    {
        var sets = tagging.Named("TagSet").ToList();
        return sets.Count == 1 ? ReadTags(sets[0], limit, what) : throw ServiceErrors.MalformedXml();
    }

    private static ImmutableSortedDictionary<string, string>.Builder Empty() =>
        ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    private static void Add(ImmutableSortedDictionary<string, string>.Builder tags, string key, string value)
    {
        if (key.Length is 0 or > MaxKeyLength || !key.All(IsAllowed))
        {
            throw S3Errors.InvalidTag("The TagKey you have provided is invalid");
        }

        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            throw S3Errors.InvalidTag("System tags cannot be added/updated by requester");
        }

        if (value.Length > MaxValueLength || !value.All(IsAllowed))
        {
            throw S3Errors.InvalidTag("The TagValue you have provided is invalid");
        }

        tags.Add(key, value);
    }

    private static void CheckCount(int count, int limit, string what)
    {
        if (count > limit)
        {
            throw S3Errors.TooManyTags($"{what} tags cannot be greater than {limit}");
        }
    }

    private static bool IsAllowed(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is ' ' or '+' or '-' or '=' or '.' or '_' or ':' or '/' or '@';

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
