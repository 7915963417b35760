using System.Globalization;

namespace Mrap.Sandbox.Wire;

/// <summary>The errors that several services answer, with AWS's codes, statuses and messages (AWS page "Error responses").</summary>
internal static class ServiceErrors
{
    /// <summary>The answer to a fault of ours.</summary>
    public static ServiceError Internal { get; } = new(500, "InternalError", "We encountered an internal error. Please try again.");

    public static ServiceException ServiceUnavailable() =>
        ServiceException.Of(503, "ServiceUnavailable", "Service is unable to handle request.");

    public static ServiceException SlowDown() => ServiceException.Of(503, "SlowDown", "Please reduce your request rate.");

    public static ServiceException InvalidUri() => ServiceException.Of(400, "InvalidURI", "Couldn't parse the specified URI.");

    public static ServiceException AccessDenied() => ServiceException.Of(403, "AccessDenied", "Access Denied");

    public static ServiceException InvalidRequest(string message) => ServiceException.Of(400, "InvalidRequest", message);

    public static ServiceException MalformedXml() =>
        ServiceException.Of(
            400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static ServiceException MissingContentLength() =>
        ServiceException.Of(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    public static ServiceException BadChecksum(string algorithm) =>
        ServiceException.Of(400, "BadDigest", $"The {algorithm} you specified did not match the calculated checksum.");

    public static ServiceException MessageTooLong(long limit) =>
        ServiceException.Of(
            400, "MaxMessageLengthExceeded", "Your request was too big.",
            ("MaxMessageLengthBytes", limit.ToString(CultureInfo.InvariantCulture)));

    public static ServiceException EntityTooLarge(long size, long limit) =>
        ServiceException.Of(
            400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size",
            ("ProposedSize", size.ToString(CultureInfo.InvariantCulture)),
            ("MaxSizeAllowed", limit.ToString(CultureInfo.InvariantCulture)));
}
