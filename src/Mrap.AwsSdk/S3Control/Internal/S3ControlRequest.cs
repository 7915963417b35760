using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.S3Control.Internal;

/// <summary>What every request to the service carries.</summary>
internal static class S3ControlRequest
{
    public const string AccountHeader = "x-amz-account-id";

    private const string ServiceName = "Amazon.S3Control";
    private const int MaxLabelLength = 63;

    public static readonly XNamespace Namespace = "http://awss3control.amazonaws.com/doc/2018-08-20/";

    public static DefaultRequest Create(AmazonWebServiceRequest input, string? account, string method, string path, XElement? body = null)
    {
        var request = new DefaultRequest(input, ServiceName)
        {
            HttpMethod = method,
            ResourcePath = path,
            UseDoubleEncoding = false,
        };
        request.Headers["x-amz-api-version"] = "2018-08-20";
        request.Headers[AccountHeader] = HostLabel(account);
        if (body is not null)
        {
            request.Content = Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting));
            request.Headers["Content-Type"] = "application/xml";
            request.Headers["Content-MD5"] = ContentMd5(request.Content);
        }

        return request;
    }

    public static string Required(string? value, string name) =>
        string.IsNullOrEmpty(value) ? throw new AmazonS3ControlException($"Request object does not have required field {name} set") : value;

    private static string HostLabel(string? account) =>
        Required(account, "AccountId") is { Length: <= MaxLabelLength } label && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? label
            : throw new AmazonS3ControlException(
                "AccountId can only contain alphanumeric characters and dashes and must be between 1 and 63 characters long.");

#pragma warning disable CA5351 // The header of the protocol is MD5: it guards against accidents on the way, not against people.
    private static string ContentMd5(byte[] content) => Convert.ToBase64String(MD5.HashData(content));
#pragma warning restore CA5351
}
