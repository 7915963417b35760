using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.S3;
using Mrap.Sandbox.S3.Xml;

namespace Mrap.Sandbox.Hosting;

/// <summary>Writes error answers.</summary>
internal static class ErrorAnswer
{
    private const string StsNamespace = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static readonly XmlWriterSettings s_settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = false };

    /// <summary>Writes an error, unless the answer has begun: then the connection is cut, so that the client cannot take it for whole.</summary>
    public static async Task WriteAsync(HttpContext http, S3Error error, ErrorForm form, RequestIds ids, string? resource)
    {
        var response = http.Response;
        if (response.HasStarted)
        {
            http.Abort();
            return;
        }

        foreach (var name in (ReadOnlySpan<string>)["Content-Length", "Content-Range", "ETag", "Last-Modified"])
        {
            response.Headers.Remove(name);
        }

        if (http.Request.Headers.Expect.Count > 0)
        {
            // A client that waits for 100 Continue may keep its body to itself after this; then its next request would be taken for that body (RFC 9110 section 10.1.1).
            response.Headers.Connection = "close";
        }

        response.StatusCode = error.Status;
        foreach (var (name, value) in error.Headers)
        {
            response.Headers[name] = value;
        }

        // A 304 has no body, nor has the answer to HEAD: their clients read the status alone.
        if (HttpMethods.IsHead(http.Request.Method) || error.Status == StatusCodes.Status304NotModified)
        {
            response.ContentType = error.Status == StatusCodes.Status304NotModified ? null : "application/xml";
            return;
        }

        var body = Render(error, form, ids, resource);
        response.ContentType = form == ErrorForm.Query ? "text/xml" : "application/xml";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>The XML of an error.</summary>
    public static byte[] Render(S3Error error, ErrorForm form, RequestIds ids, string? resource)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, s_settings))
        {
            if (form == ErrorForm.Flat)
            {
                xml.WriteStartElement("Error");
                WriteCore(xml, error, resource);
                Write(xml, "RequestId", ids.RequestId);
                Write(xml, "HostId", ids.HostId);
            }
            else
            {
                var space = form == ErrorForm.Query ? StsNamespace : string.Empty;
                xml.WriteStartElement("ErrorResponse", space);
                xml.WriteStartElement("Error", space);
                if (form == ErrorForm.Query)
                {
                    xml.WriteElementString("Type", space, error.Status < 500 ? "Sender" : "Receiver");
                }

                WriteCore(xml, error, resource: null, space);
                xml.WriteEndElement();
                Write(xml, "RequestId", ids.RequestId, space);
                if (form == ErrorForm.Nested)
                {
                    Write(xml, "HostId", ids.HostId);
                }
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void WriteCore(XmlWriter xml, S3Error error, string? resource, string space = "")
    {
        Write(xml, "Code", error.Code, space);
        Write(xml, "Message", error.Message, space);
        foreach (var (name, value) in error.Details)
        {
            Write(xml, name, value, space);
        }

        if (resource is not null)
        {
            Write(xml, "Resource", resource, space);
        }
    }

    private static void Write(XmlWriter xml, string name, string value, string space = "")
    {
        xml.WriteStartElement(name, space);
        xml.WriteString(EncodedText.Legal(value));
        xml.WriteEndElement();
    }
}
