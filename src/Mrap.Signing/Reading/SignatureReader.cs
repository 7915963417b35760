using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Mrap.Signing.Canonical;
using Mrap.Signing.Faults;
using Mrap.Signing.Keys;
using Mrap.Signing.Signatures;
using Mrap.Signing.Text;

namespace Mrap.Signing.Reading;

/// <summary>Finds and reads the signature of a request. Never throws on what a client can send.</summary>
/// <remarks>Source: AWS pages "Authenticating Requests: Using the Authorization Header" and "... Using Query Parameters".</remarks>
public static class SignatureReader
{
    private static readonly SearchValues<char> s_notInNames = SearchValues.Create(" \t\r\n:,");

    private static readonly TextCache<ImmutableArray<string>> s_signedHeaders = new(512);

    private const int MaxSignatureDigits = 256;
    private const int MaxExpiresSeconds = 604_800;

    /// <summary>Reads the signature from the Authorization header or the query.</summary>
    /// <typeparam name="TRequest">The request's type.</typeparam>
    /// <returns>
    /// The signature, or why there is none. The signature itself, the clock and the scope's Region and service are not judged here.
    /// </returns>
    public static SignatureReadResult Read<TRequest>(TRequest request)
        where TRequest : ISignableRequest, allows ref struct
    {
        var header = request.GetHeader("Authorization");
        var query = QueryParameters.Read(request.RawQuery);
        if (!string.IsNullOrWhiteSpace(header))
        {
            return query.HasAlgorithm || query.IsLegacy
                ? new SignatureReadResult.Malformed(SignatureFaults.TwoMechanisms)
                : ReadHeader(header.AsSpan().Trim(), request);
        }

        return query switch
        {
            { IsRepeated: true } => new SignatureReadResult.Malformed(SignatureFaults.MissingQueryParameters),
            { HasAlgorithm: true } => ReadQuery(query),
            { IsLegacy: true } =>
                new SignatureReadResult.Legacy(query.LegacyAccessKeyId ?? "", SignatureLocation.Query, SignatureFaults.Legacy),
            { HasAny: true } => new SignatureReadResult.Malformed(SignatureFaults.MissingQueryParameters),
            _ => new SignatureReadResult.Anonymous(),
        };
    }

    private static SignatureReadResult ReadHeader<TRequest>(ReadOnlySpan<char> header, TRequest request)
        where TRequest : ISignableRequest, allows ref struct
    {
        var space = header.IndexOfAny(' ', '\t');
        var label = space < 0 ? header : header[..space];
        if (label is "AWS")
        {
            var rest = space < 0 ? default : header[space..].Trim();
            var colon = rest.IndexOf(':');
            return new SignatureReadResult.Legacy(
                (colon < 0 ? rest : rest[..colon]).ToString(), SignatureLocation.Header, SignatureFaults.Legacy);
        }

        if (!TryAlgorithm(label, out var algorithm))
        {
            return new SignatureReadResult.Malformed(SignatureFaults.UnsupportedAuthorization);
        }

        var fault = AuthorizationComponents.Read(space < 0 ? default : header[space..], out var components);
        if (fault is not null)
        {
            return new SignatureReadResult.Malformed(fault);
        }

        if (!TryTimestamp(request, out var timestamp))
        {
            return new SignatureReadResult.Malformed(SignatureFaults.MissingDate);
        }

        return Assemble(
            components,
            new Circumstances(
                algorithm,
                SignatureLocation.Header,
                timestamp,
                Expires: null,
                algorithm == SigningAlgorithm.V4A ? request.GetHeader("x-amz-region-set")?.Trim() : null,
                request.GetHeader("x-amz-security-token")?.Trim(),
                QueryPayloadHash: null));
    }

    private static SignatureReadResult ReadQuery(in QueryParameters query)
    {
        if (!TryAlgorithm(query.Algorithm, out var algorithm))
        {
            return new SignatureReadResult.Malformed(
                SignatureFaults.Query($"X-Amz-Algorithm only supports \"{SigningAlgorithmLabels.V4} and {SigningAlgorithmLabels.V4A}\""));
        }

        if (string.IsNullOrEmpty(query.Credential) || string.IsNullOrEmpty(query.Signature) || string.IsNullOrEmpty(query.Date)
            || string.IsNullOrEmpty(query.SignedHeaders) || string.IsNullOrEmpty(query.Expires))
        {
            return new SignatureReadResult.Malformed(SignatureFaults.MissingQueryParameters);
        }

        if (!AwsTime.TryBasic(query.Date, out var timestamp))
        {
            return new SignatureReadResult.Malformed(
                SignatureFaults.Query("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""));
        }

        if (!long.TryParse(query.Expires, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            return new SignatureReadResult.Malformed(SignatureFaults.Query("X-Amz-Expires should be a number"));
        }

        if (seconds < 0)
        {
            return new SignatureReadResult.Malformed(SignatureFaults.Query("X-Amz-Expires must be non-negative"));
        }

        if (seconds > MaxExpiresSeconds)
        {
            return new SignatureReadResult.Malformed(SignatureFaults.Query(
                "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds"));
        }

        return Assemble(
            new AuthorizationComponents(query.Credential, query.SignedHeaders, query.Signature),
            new Circumstances(
                algorithm,
                SignatureLocation.Query,
                timestamp,
                TimeSpan.FromSeconds(seconds),
                algorithm == SigningAlgorithm.V4A ? query.RegionSet : null,
                query.SecurityToken,
                query.PayloadHash));
    }

    private static SignatureReadResult Assemble(in AuthorizationComponents components, in Circumstances at)
    {
        var fault = CredentialReader.Read(components.Credential, at.Algorithm, at.Location, out var accessKeyId, out var scope);
        if (fault is not null)
        {
            return new SignatureReadResult.Malformed(fault);
        }

        var signedHeaders = ReadSignedHeaders(components.SignedHeaders);
        if (signedHeaders.IsDefault)
        {
            return new SignatureReadResult.Malformed(at.Location == SignatureLocation.Header
                ? SignatureFaults.Header(
                    $"the authorization component \"SignedHeaders={SignatureFaults.Shorten(components.SignedHeaders.ToString())}\" is "
                        + "malformed.")
                : SignatureFaults.Query("X-Amz-SignedHeaders is malformed"));
        }

        if (components.Signature.Length > MaxSignatureDigits || components.Signature.ContainsAnyExcept(Hex.Digits))
        {
            return new SignatureReadResult.Malformed(at.Location == SignatureLocation.Header
                ? SignatureFaults.Header(
                    $"the authorization component \"Signature={SignatureFaults.Shorten(components.Signature.ToString())}\" is malformed.")
                : SignatureFaults.Query("X-Amz-Signature is malformed"));
        }

        if (at.Algorithm == SigningAlgorithm.V4A && string.IsNullOrEmpty(at.RegionSet))
        {
            return new SignatureReadResult.Malformed(at.Location == SignatureLocation.Header
                ? SignatureFaults.Header("the X-Amz-Region-Set header is required for AWS4-ECDSA-P256-SHA256.")
                : SignatureFaults.Query(
                    "Query-string authentication with AWS4-ECDSA-P256-SHA256 requires the X-Amz-Region-Set parameter."));
        }

        return new SignatureReadResult.Found(new RequestSignature
        {
            Algorithm = at.Algorithm,
            Location = at.Location,
            AccessKeyId = accessKeyId,
            Scope = scope!,
            SignedHeaders = signedHeaders,
            Signature = components.Signature.ToString(),
            RegionSet = at.RegionSet,
            Timestamp = at.Timestamp,
            Expires = at.Expires,
            SecurityToken = at.SecurityToken,
            QueryPayloadHash = at.QueryPayloadHash,
        });
    }

    private static ImmutableArray<string> ReadSignedHeaders(ReadOnlySpan<char> text)
    {
        if (s_signedHeaders.TryGet(text, out var known))
        {
            return known;
        }

        var names = text.ToString().Split(';');
        foreach (var name in names)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAny(s_notInNames) || name.AsSpan().ContainsAnyInRange('A', 'Z'))
            {
                return default;
            }
        }

        var read = ImmutableArray.Create(names);
        s_signedHeaders.Keep(text, read);
        return read;
    }

    private static bool TryAlgorithm(ReadOnlySpan<char> label, out SigningAlgorithm algorithm)
    {
        algorithm = label is SigningAlgorithmLabels.V4A ? SigningAlgorithm.V4A : SigningAlgorithm.V4;
        return label is SigningAlgorithmLabels.V4A or SigningAlgorithmLabels.V4;
    }

    private static bool TryTimestamp<TRequest>(TRequest request, out DateTimeOffset timestamp)
        where TRequest : ISignableRequest, allows ref struct
    {
        var amzDate = request.GetHeader("x-amz-date");
        return string.IsNullOrWhiteSpace(amzDate)
            ? AwsTime.TryHeader(request.GetHeader("Date"), out timestamp)
            : AwsTime.TryBasic(amzDate.AsSpan().Trim(), out timestamp) || AwsTime.TryHeader(amzDate, out timestamp);
    }

    private readonly record struct Circumstances(
        SigningAlgorithm Algorithm, SignatureLocation Location, DateTimeOffset Timestamp, TimeSpan? Expires, string? RegionSet,
        string? SecurityToken, string? QueryPayloadHash);
}
