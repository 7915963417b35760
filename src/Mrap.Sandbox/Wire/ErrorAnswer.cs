using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Wire;

/// <summary>Writes error answers.</summary>
internal static class ErrorAnswer
{
    /// <summary>
    /// Writes an error, unless the answer has begun: then the connection is cut, so that the client cannot take it for whole.
    /// </summary>
    public static void Write(HttpContext http, ServiceError error, ErrorForm form, RequestIds ids, string? resource)
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

        var body = form.Render(error, ids, resource);
        response.ContentType = form.ContentType;
        form.AddHeaders(response.Headers, error, ids);
        AnswerBody.Write(response, body.Span);
    }
}
