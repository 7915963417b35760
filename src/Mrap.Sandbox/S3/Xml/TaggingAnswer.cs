using System.Collections.Immutable;
using Mrap.Sandbox.S3.Protocol;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.S3.Xml;

/// <summary>Writes a <c>Tagging</c> document.</summary>
internal static class TaggingAnswer
{
    /// <summary>Answers with tags.</summary>
    public static Task WriteAsync(S3Request request, ImmutableSortedDictionary<string, string> tags) =>
        S3XmlAnswer.WriteAsync(request, "Tagging", writer =>
    {
        writer.Start("TagSet");
        foreach (var (key, value) in tags)
        {
            writer.Start("Tag");
            writer.Element("Key", key);
            writer.Element("Value", value);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });
}
