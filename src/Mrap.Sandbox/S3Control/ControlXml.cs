using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.S3;
using Mrap.Sandbox.S3.Xml;

namespace Mrap.Sandbox.S3Control;

/// <summary>Reads and writes the documents of S3 Control: by name, never by order (facts: wire.md section 1.5).</summary>
internal static class ControlXml
{
    /// <summary>The most bytes of a request document.</summary>
    public const int MaxDocument = 256 * 1024;

    private static readonly XmlWriterSettings s_writing = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The one child of a name; null when there is none.</summary>
    /// <exception cref="S3Exception">There are several.</exception>
    public static XElement? One(this XElement parent, string name)
    {
        XElement? found = null;
        foreach (var child in parent.Elements())
        {
            if (child.Name.LocalName == name)
            {
                found = found is null ? child : throw S3Errors.MalformedXml();
            }
        }

        return found;
    }

    /// <summary>The one child of a name.</summary>
    /// <exception cref="S3Exception">There is none, or there are several.</exception>
    public static XElement Require(this XElement parent, string name) => parent.One(name) ?? throw S3Errors.MalformedXml();

    /// <summary>Block Public Access; a switch that is missing is off.</summary>
    /// <exception cref="S3Exception">A switch is neither true nor false.</exception>
    public static BlockPublicAccess ReadBlock(XElement element) => new(
        Switch(element, "BlockPublicAcls"),
        Switch(element, "IgnorePublicAcls"),
        Switch(element, "BlockPublicPolicy"),
        Switch(element, "RestrictPublicBuckets"));

    /// <summary>Answers with a document.</summary>
    /// <param name="call">The call to answer.</param>
    /// <param name="root">The name of the root element.</param>
    /// <param name="content">Writes what is in it.</param>
    public static async Task AnswerAsync(ControlCall call, string root, Action<XmlWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, s_writing))
        {
            xml.WriteStartElement(root);
            content(xml);
            xml.WriteEndElement();
        }

        var response = call.Exchange.Http.Response;
        response.ContentType = "application/xml";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), call.Exchange.Http.RequestAborted);
    }

    /// <summary>Writes an element with text.</summary>
    public static void Text(this XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name);
        xml.WriteString(EncodedText.Legal(value));
        xml.WriteEndElement();
    }

    /// <summary>Writes an element with <c>true</c> or <c>false</c>.</summary>
    public static void Text(this XmlWriter xml, string name, bool value) => xml.Text(name, value ? "true" : "false");

    /// <summary>Writes an element with an instant, to the millisecond.</summary>
    public static void Text(this XmlWriter xml, string name, DateTimeOffset value) =>
        xml.Text(name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Writes an element with others inside.</summary>
    public static void Group(this XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name);
        content();
        xml.WriteEndElement();
    }

    /// <summary>Writes the four switches.</summary>
    public static void Switches(this XmlWriter xml, BlockPublicAccess block)
    {
        xml.Text("BlockPublicAcls", block.BlockPublicAcls);
        xml.Text("IgnorePublicAcls", block.IgnorePublicAcls);
        xml.Text("BlockPublicPolicy", block.BlockPublicPolicy);
        xml.Text("RestrictPublicBuckets", block.RestrictPublicBuckets);
    }

    private static bool Switch(XElement parent, string name) => parent.One(name)?.Value.Trim().ToLowerInvariant() switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw S3Errors.MalformedXml(),
    };
}
