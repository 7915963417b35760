using System.Collections.Immutable;
using System.Globalization;
using Mrap.Signing.Signatures;
using Mrap.Signing.Text;

namespace Mrap.Signing.Faults;

/// <summary>AWS's refusals, word for word as the S3 service answers them.</summary>
public static class SignatureFaults
{
    private const string BadHeader = "The authorization header is malformed; ";
    private const string BadCredential = "Error parsing the X-Amz-Credential parameter; ";

    /// <summary>The scope names another Region than the one that serves the request. AWS discloses the expected Region.</summary>
    /// <param name="expected">The Region that serves.</param>
    /// <returns>The refusal, with a <c>Region</c> element.</returns>
    public static SignatureFault WrongRegion(RequestSignature signature, string expected) =>
        Scope(
            signature.Location,
            $"the region '{signature.Scope.Region ?? signature.RegionSet}' is wrong; expecting "
                + $"'{expected}'") with
        {
            Details = [new("Region",
            expected)]
        };

    /// <summary>The scope names another service than the one addressed.</summary>
    /// <param name="expected">The signing name of the service addressed.</param>
    /// <returns>The refusal.</returns>
    public static SignatureFault WrongService(RequestSignature signature, string expected) =>
        Scope(signature.Location, $"incorrect service \"{signature.Scope.Service}\". This endpoint belongs to \"{expected}\".");

    /// <summary>The request has x-amz- headers, or a host, outside its signature.</summary>
    /// <param name="names">The names, in lower case.</param>
    /// <returns>The refusal, with a <c>HeadersNotSigned</c> element.</returns>
    public static SignatureFault HeadersNotSigned(IEnumerable<string> names) =>
        new(SignatureFaultKind.HeadersNotSigned, "There were headers present in the request which were not signed")
        {
            Details = [new("HeadersNotSigned", string.Join(", ", names))],
        };

    internal static SignatureFault MissingDate { get; } =
        new(SignatureFaultKind.MissingDate, "AWS authentication requires a valid Date or x-amz-date header");

    internal static SignatureFault MissingQueryParameters { get; } = Query(
        "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, "
            + "X-Amz-SignedHeaders, and X-Amz-Expires parameters.");

    internal static SignatureFault TwoMechanisms { get; } = new(
        SignatureFaultKind.UnsupportedAuthorization,
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization "
            + "header should be specified");

    internal static SignatureFault UnsupportedAuthorization { get; } =
        new(
            SignatureFaultKind.UnsupportedAuthorization,
            "Unsupported Authorization Type")
        { Details = [new("ArgumentName", "Authorization")] };

    internal static SignatureFault Legacy { get; } = new(
        SignatureFaultKind.LegacySignature,
        "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");

    internal static SignatureFault MissingPayloadHash { get; } =
        new(SignatureFaultKind.MissingPayloadHash, "Missing required header for this request: x-amz-content-sha256");

    internal static SignatureFault InvalidToken { get; } =
        new(SignatureFaultKind.InvalidToken, "The provided token is malformed or otherwise invalid.");

    internal static SignatureFault Header(string what) => new(SignatureFaultKind.AuthorizationHeaderMalformed, BadHeader + what);

    internal static SignatureFault Query(string message) => new(SignatureFaultKind.AuthorizationQueryParametersError, message);

    internal static SignatureFault Scope(SignatureLocation location, string what) =>
        location == SignatureLocation.Header ? Header(what) : Query(BadCredential + what);

    internal static SignatureFault InvalidPayloadHash(string value) =>
        new(
            SignatureFaultKind.InvalidPayloadHash,
            "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
                + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD, "
                + "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.")
        {
            Details = [new("ArgumentName", "x-amz-content-sha256"), new("ArgumentValue", value)],
        };

    internal static SignatureFault ScopeDateDiffers(RequestSignature signature) => Scope(
        signature.Location,
        $"Invalid credential date \"{signature.Scope.Date}\". This date is not the same as X-Amz-Date: "
            + $"\"{AwsTime.Day(signature.Timestamp)}\".");

    internal static SignatureFault TimeTooSkewed(DateTimeOffset requested, DateTimeOffset now, TimeSpan allowed) =>
        new(SignatureFaultKind.RequestTimeTooSkewed, "The difference between the request time and the current time is too large.")
        {
            Details =
            [
                new("RequestTime", AwsTime.Basic(requested)),
                new("ServerTime", AwsTime.Extended(now)),
                new("MaxAllowedSkewMilliseconds", allowed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)),
            ],
        };

    internal static SignatureFault Expired(TimeSpan expires, DateTimeOffset end, DateTimeOffset now) =>
        new(SignatureFaultKind.Expired, "Request has expired")
        {
            Details =
            [
                new("X-Amz-Expires", expires.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
                new("Expires", AwsTime.Extended(end)),
                new("ServerTime", AwsTime.Extended(now)),
            ],
        };

    internal static SignatureFault NotYetValid(DateTimeOffset start, DateTimeOffset now) =>
        new(SignatureFaultKind.NotYetValid, "Request is not valid yet")
        {
            Details = [new("X-Amz-Date", AwsTime.Basic(start)), new("ServerTime", AwsTime.Extended(now))],
        };

    internal static SignatureFault DoesNotMatch(RequestSignature signature, string stringToSign, string canonicalRequest) =>
        new(
            SignatureFaultKind.SignatureDoesNotMatch,
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.")
        {
            Details = ImmutableArray.Create<KeyValuePair<string, string>>(
                new("AWSAccessKeyId", signature.AccessKeyId),
                new("StringToSign", stringToSign),
                new("SignatureProvided", signature.Signature),
                new("StringToSignBytes", SpacedHex(stringToSign)),
                new("CanonicalRequest", canonicalRequest),
                new("CanonicalRequestBytes", SpacedHex(canonicalRequest))),
        };

    /// <summary>Cuts a client's text to what an answer repeats.</summary>
    internal static string Shorten(string text) => text.Length <= 128 ? text : string.Concat(text.AsSpan(0, 128), "...");

    private static string SpacedHex(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return string.Create(Math.Max(0, (bytes.Length * 3) - 1), bytes, static (span, source) =>
        {
            span.Fill(' ');
            for (var i = 0; i < source.Length; i++)
            {
                source[i].TryFormat(span[(i * 3)..], out _, "x2", CultureInfo.InvariantCulture);
            }
        });
    }
}
