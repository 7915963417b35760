using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Signatures;
using Mrap.Signing.Text;

namespace Mrap.Signing.Requests;

/// <summary>Signs requests as an AWS client does, in the header or in the query.</summary>
/// <param name="keys">The cache of derived keys.</param>
/// <remarks>A V4A signature contains randomness by the nature of ECDSA: signing twice gives two signatures, both valid.</remarks>
public sealed class RequestSigner(SigningKeyCache keys)
{
    /// <summary>The longest time a presigned URL can hold: seven days.</summary>
    public static readonly TimeSpan MaximumExpiry = TimeSpan.FromDays(7);

    // Hops on the way change or drop these, or they carry the signature itself.
    private static readonly HashSet<string> s_neverSigned = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Expect", "Transfer-Encoding", "User-Agent", "X-Amzn-Trace-Id", "amz-sdk-invocation-id",
        "amz-sdk-request",
    };

    /// <summary>Adds the signing headers and Authorization to a request.</summary>
    /// <param name="request">The request; must have a Host header.</param>
    /// <param name="parameters">With what and for where.</param>
    /// <param name="now">The instant of signing.</param>
    /// <param name="payload">How the body is bound to the signature. For services other than S3 it must be a hash.</param>
    /// <returns>What was signed, and the chain for the chunks.</returns>
    /// <exception cref="ArgumentException">The request has no Host header.</exception>
    public SignedRequest Sign(SignableRequest request, SigningParameters parameters, DateTimeOffset now, PayloadDeclaration payload)
    {
        RequireHost(request);
        var scope = parameters.ScopeAt(now);
        request.Headers["X-Amz-Date"] = AwsTime.Basic(now);
        if (scope.UsesS3Rules)
        {
            request.Headers["X-Amz-Content-SHA256"] = payload.Text;
        }

        if (parameters.Credential.SessionToken is { } token)
        {
            request.Headers["X-Amz-Security-Token"] = token;
        }

        if (parameters.Algorithm == SigningAlgorithm.V4A)
        {
            request.Headers["X-Amz-Region-Set"] = parameters.Region;
        }

        var signed = Make(request, parameters, scope, now, payload, SignatureLocation.Header, expires: null);
        request.Headers["Authorization"] = signed.Authorization;
        return signed;
    }

    /// <summary>Adds the signing parameters to a request's query; the body stays outside the signature.</summary>
    /// <param name="request">The request; must have a Host header. Every other header it has must be sent with the same value by whoever
    /// uses the URL.</param>
    /// <param name="parameters">With what and for where.</param>
    /// <param name="now">The instant of signing.</param>
    /// <param name="expires">How long the URL holds, 1 second to 7 days; a fraction of a second is dropped.</param>
    /// <returns>What was signed; the request's <see cref="SignableRequest.Target"/> is the presigned target.</returns>
    /// <exception cref="ArgumentException">The request has no Host header.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is below 1 second or above 7 days.</exception>
    public SignedRequest Presign(SignableRequest request, SigningParameters parameters, DateTimeOffset now, TimeSpan expires)
    {
        RequireHost(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(expires, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expires, MaximumExpiry);
        var scope = parameters.ScopeAt(now);
        var query = new StringBuilder(request.Query);
        Add(query, "X-Amz-Algorithm", parameters.Algorithm.Label());
        Add(query, "X-Amz-Credential", $"{parameters.Credential.AccessKeyId}/{scope}");
        Add(query, "X-Amz-Date", AwsTime.Basic(now));
        Add(query, "X-Amz-Expires", ((long)expires.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        if (parameters.Algorithm == SigningAlgorithm.V4A)
        {
            Add(query, "X-Amz-Region-Set", parameters.Region);
        }

        if (parameters.Credential.SessionToken is { } token)
        {
            Add(query, "X-Amz-Security-Token", token);
        }

        Add(query, "X-Amz-SignedHeaders", string.Join(';', SignedHeaders(request)));
        request.Query = query.ToString();
        var payload = scope.UsesS3Rules
            ? PayloadDeclaration.Unsigned
            : new PayloadDeclaration(PayloadKind.Hashed, PayloadDeclaration.EmptyHash);
        var signed = Make(request, parameters, scope, now, payload, SignatureLocation.Query, expires);
        Add(query, "X-Amz-Signature", signed.Signature.Signature);
        request.Query = query.ToString();
        return signed;
    }

    private static void RequireHost(SignableRequest request)
    {
        if (!request.Headers.ContainsKey("Host"))
        {
            throw new ArgumentException("the request has no Host header", nameof(request));
        }
    }

    private static void Add(StringBuilder query, string name, string value) =>
        query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(AwsUri.EncodeComponent(value));

    private static ImmutableArray<string> SignedHeaders(SignableRequest request) =>
        [.. request.Headers.Keys.Where(n => !s_neverSigned.Contains(n)).Select(n => n.ToLowerInvariant()).Order(StringComparer.Ordinal)];

    private SignedRequest Make(
        SignableRequest request, SigningParameters parameters, CredentialScope scope, DateTimeOffset now, PayloadDeclaration payload,
        SignatureLocation location, TimeSpan? expires)
    {
        var headers = SignedHeaders(request);
        var canonical = CanonicalRequest.Build(request, headers, payload.Text, scope.UsesS3Rules);
        var toSign = StringToSign.Build(parameters.Algorithm, now, scope, SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var key = keys.Get(parameters.Algorithm, parameters.Credential, scope);
        var signature = new RequestSignature
        {
            Algorithm = parameters.Algorithm,
            Location = location,
            AccessKeyId = parameters.Credential.AccessKeyId,
            Scope = scope,
            SignedHeaders = headers,
            Signature = key.Sign(Encoding.UTF8.GetBytes(toSign)),
            RegionSet = parameters.Algorithm == SigningAlgorithm.V4A ? parameters.Region : null,
            Timestamp = now.ToUniversalTime().AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)),
            Expires = expires,
            SecurityToken = parameters.Credential.SessionToken,
        };
        return new SignedRequest(
            signature,
            canonical,
            toSign,
            payload.HasSignedChunks ? new ChunkSignatureChain(key, now, scope, signature.Signature) : null);
    }
}
