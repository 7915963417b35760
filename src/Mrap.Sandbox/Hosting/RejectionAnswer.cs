using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Hosting;

/// <summary>Says in S3's words why the server refused a request before it came to be one (AWS page "Error responses").</summary>
internal static class RejectionAnswer
{
    private static readonly ServiceError s_tooLarge =
        new(400, "RequestHeaderSectionTooLarge", "Your request header section exceeds the maximum allowed size.")
        {
            Details = [new("MaxSizeAllowed", SandboxHost.MaxHeaderSection.ToString(CultureInfo.InvariantCulture))],
        };

    private static readonly ServiceError s_timeout = new(
        400,
        "RequestTimeout",
        "Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.");

    private static readonly ServiceError s_target = new(400, "InvalidURI", "Couldn't parse the specified URI.");
    private static readonly ServiceError s_version = new(505, "HttpVersionNotSupported", "The HTTP version specified is not supported.");
    private static readonly ServiceError s_unreadable = new(400, "BadRequest", "An error occurred when parsing the HTTP request.");

    /// <summary>Whether the client may still be sending the head that was refused.</summary>
    public static bool IsTooLarge(BadHttpRequestException refusal) => Of(refusal) == s_tooLarge;

    /// <summary>The error that stands for a refusal of the server.</summary>
    public static ServiceError Of(BadHttpRequestException refusal) => refusal.StatusCode switch
    {
        StatusCodes.Status431RequestHeaderFieldsTooLarge or StatusCodes.Status414UriTooLong => s_tooLarge,
        StatusCodes.Status408RequestTimeout => s_timeout,
        StatusCodes.Status505HttpVersionNotsupported => s_version,
        _ when refusal.Message.StartsWith("Invalid request target", StringComparison.Ordinal) => s_target,
        _ => s_unreadable,
    };

    /// <summary>The whole answer as it goes over the wire; the connection ends behind it.</summary>
    public static byte[] Render(BadHttpRequestException refusal, DateTimeOffset now)
    {
        var error = Of(refusal);
        var ids = RequestIds.Create();
        var body = ErrorForm.Flat.Render(error, ids, resource: null);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {error.Status} {Reason(error.Status)}\r\nContent-Length: {body.Length}\r\nContent-Type: "
                + $"application/xml\r\nConnection: close\r\nDate: {now:R}\r\nServer: AmazonS3\r\nx-amz-request-id: "
                + $"{ids.RequestId}\r\nx-amz-id-2: {ids.HostId}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body.Span];
    }

    private static string Reason(int status) => status == 505 ? "HTTP Version Not Supported" : "Bad Request";
}
