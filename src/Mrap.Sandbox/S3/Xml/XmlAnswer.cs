using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.S3.Xml;

/// <summary>Writes an answer document: UTF-8, with declaration, in the S3 namespace.</summary>
internal static class XmlAnswer
{
    private const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static readonly byte[] s_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8.ToArray();
    private static readonly XmlWriterSettings s_settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Answers 200 with a document.</summary>
    /// <param name="request">The request to answer.</param>
    /// <param name="root">The name of the root element.</param>
    /// <param name="content">Writes what is inside of it.</param>
    public static async Task WriteAsync(S3Request request, string root, Action<XmlWriter> content)
    {
        using var buffer = new MemoryStream();
        buffer.Write(s_declaration);
        using (var writer = XmlWriter.Create(buffer, s_settings))
        {
            writer.WriteStartElement(root, Namespace);
            content(writer);
            writer.WriteEndElement();
        }

        var response = request.Http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/xml";
        response.ContentLength = buffer.Length;
        await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), request.Aborted());
    }

    /// <summary>Writes an element with text; characters that XML cannot carry become U+FFFD.</summary>
    public static void Element(this XmlWriter writer, string name, string value)
    {
        writer.WriteStartElement(name, Namespace);
        writer.WriteString(EncodedText.Legal(value));
        writer.WriteEndElement();
    }

    /// <summary>Writes an element with a number.</summary>
    public static void Element(this XmlWriter writer, string name, long value) =>
        writer.Element(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes an element with <c>true</c> or <c>false</c>.</summary>
    public static void Element(this XmlWriter writer, string name, bool value) => writer.Element(name, value ? "true" : "false");

    /// <summary>Writes an element with an instant such as <c>2026-11-22T17:00:00.000Z</c>.</summary>
    public static void Element(this XmlWriter writer, string name, DateTimeOffset value) =>
        writer.Element(name, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>Writes an element unless the text is null.</summary>
    public static void OptionalElement(this XmlWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.Element(name, value);
        }
    }

    /// <summary>Starts an element that holds others.</summary>
    public static void Start(this XmlWriter writer, string name) => writer.WriteStartElement(name, Namespace);
}
