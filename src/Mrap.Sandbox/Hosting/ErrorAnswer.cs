using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Iam;
using Mrap.Sandbox.S3;
using Mrap.Sandbox.S3.Xml;
using Mrap.Sandbox.Sts;

namespace Mrap.Sandbox.Hosting;

/// <summary>Writes error answers.</summary>
internal static class ErrorAnswer
{
    /// <summary>
    /// Writes an error, unless the answer has begun: then the connection is cut, so that the client cannot take it for whole.
    /// </summary>
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
            // A client that waits for 100 Continue may keep its body to itself after this; then its next request would be taken for that
            // body (RFC 9110 section 10.1.1).
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
        response.ContentType = form switch
        {
            ErrorForm.Query or ErrorForm.IamQuery => "text/xml",
            ErrorForm.Json => "application/json",
            _ => "application/xml",
        };
        if (form is ErrorForm.Query or ErrorForm.IamQuery or ErrorForm.Json)
        {
            response.Headers["x-amzn-RequestId"] = ids.RequestId;
        }

        if (form == ErrorForm.Json)
        {
            response.Headers["x-amzn-ErrorType"] = JsonErrors.CodeOf(error);
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>The document of an error.</summary>
    public static ReadOnlyMemory<byte> Render(S3Error error, ErrorForm form, RequestIds ids, string? resource) => form switch
    {
        ErrorForm.Flat => XmlAnswer.Render("Error", string.Empty, xml =>
        {
            WriteError(xml, error);
            xml.OptionalElement("Resource", resource);
            xml.Element("RequestId", ids.RequestId);
            xml.Element("HostId", ids.HostId);
        }),
        ErrorForm.Nested => XmlAnswer.Render("ErrorResponse", string.Empty, xml =>
        {
            xml.Group("Error", () => WriteError(xml, error));
            xml.Element("RequestId", ids.RequestId);
            xml.Element("HostId", ids.HostId);
        }),
        ErrorForm.Query => RenderQuery(error, StsService.Namespace, ids),
        ErrorForm.IamQuery => RenderQuery(error, IamService.Namespace, ids),
        ErrorForm.Json => JsonSerializer.SerializeToUtf8Bytes(new { message = error.Message }),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    private static ReadOnlyMemory<byte> RenderQuery(S3Error error, string space, RequestIds ids) =>
        XmlAnswer.Render("ErrorResponse", space, xml =>
    {
        xml.Group("Error", () =>
        {
            xml.Element("Type", error.Status < 500 ? "Sender" : "Receiver");
            WriteError(xml, error);
        });
        xml.Element("RequestId", ids.RequestId);
    });

    private static void WriteError(XmlWriter xml, S3Error error)
    {
        xml.Element("Code", error.Code);
        xml.Element("Message", error.Message);
        foreach (var (name, value) in error.Details)
        {
            xml.Element(name, value);
        }
    }
}
