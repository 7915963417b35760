using System.Collections.Immutable;
using System.Xml.Linq;

namespace Mrap.Sandbox.S3.Xml;

/// <summary>The kinds of configuration that are stored with a bucket, and how tags are stored.</summary>
internal static class BucketConfiguration
{
    /// <summary>The bucket policy: its JSON as it was put.</summary>
    public const string Policy = "policy";

    /// <summary>Block Public Access of the bucket: a <c>PublicAccessBlockConfiguration</c> document.</summary>
    public const string PublicAccessBlock = "publicAccessBlock";

    /// <summary>The tags of the bucket: a <c>TagSet</c> document.</summary>
    public const string Tagging = "tagging";

    /// <summary>The stored form of tags.</summary>
    public static string WriteTags(ImmutableSortedDictionary<string, string> tags) =>
        new XElement(
            "TagSet",
            tags.Select(
                tag =>
                    new XElement(
                        "Tag", new XElement("Key", tag.Key), new XElement("Value", tag.Value)))).ToString(SaveOptions.DisableFormatting);

    /// <summary>Reads the stored form of tags.</summary>
    public static ImmutableSortedDictionary<string, string> ReadTags(string document) =>
        XElement.Parse(document, LoadOptions.PreserveWhitespace).Elements()
            .ToImmutableSortedDictionary(tag => tag.Element("Key")!.Value, tag => tag.Element("Value")!.Value, StringComparer.Ordinal);
}
