using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Wire;

/// <summary>Writes an answer document: UTF-8, with declaration.</summary>
internal static class XmlAnswer
{
    private static readonly byte[] s_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8.ToArray();

    private static readonly XmlWriterSettings s_settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Answers 200 with a document.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="root">The name of the root element.</param>
    /// <param name="xmlNamespace">The namespace of the document; empty for none.</param>
    /// <param name="content">Writes what is inside of the root.</param>
    public static Task WriteAsync(HttpContext http, string root, string xmlNamespace, Action<XmlWriter> content)
    {
        var document = Render(root, xmlNamespace, content);
        var response = http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/xml";
        AnswerBody.Write(response, document.Span);
        return Task.CompletedTask;
    }

    /// <summary>The bytes of a document.</summary>
    /// <param name="root">The name of the root element.</param>
    /// <param name="xmlNamespace">The namespace of the document; empty for none.</param>
    /// <param name="content">Writes what is inside of the root.</param>
    public static ReadOnlyMemory<byte> Render(string root, string xmlNamespace, Action<XmlWriter> content)
    {
        using var buffer = new MemoryStream();
        buffer.Write(s_declaration);
        using (var writer = XmlWriter.Create(buffer, s_settings))
        {
            writer.WriteStartElement(root, xmlNamespace);
            content(writer);
            writer.WriteEndElement();
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
