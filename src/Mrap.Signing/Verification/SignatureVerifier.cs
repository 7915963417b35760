using System.Security.Cryptography;
using System.Text;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Faults;
using Mrap.Signing.Keys;
using Mrap.Signing.Reading;
using Mrap.Signing.Signatures;
using Mrap.Signing.Text;

namespace Mrap.Signing.Verification;

/// <summary>Decides whether a request was signed by the holder of a credential, now, and as it was received.</summary>
/// <param name="keys">The cache of derived keys, shared by all requests.</param>
/// <remarks>
/// Judges time, the scope's day, the session token, which headers are signed, and the signature. Whether the scope's Region and service are
/// those addressed is the server's to judge (<see cref="RequestSignature.HoldsIn"/>, <see cref="SignatureFaults"/>), as is what to do with
/// the caller.
/// </remarks>
public sealed class SignatureVerifier(SigningKeyCache keys)
{
    /// <summary>How far the signing time may be from now, either way: 15 minutes.</summary>
    public static readonly TimeSpan MaximumSkew = TimeSpan.FromMinutes(15);

    private const string PayloadHashHeader = "x-amz-content-sha256";
    private const string RegionSetHeader = "x-amz-region-set";

    /// <summary>Verifies a signature that was read from the request.</summary>
    /// <typeparam name="TRequest">The request's type.</typeparam>
    /// <param name="request">The request, as sent.</param>
    /// <param name="signature">What <see cref="SignatureReader"/> found in it.</param>
    /// <param name="credential">The credential of the access key id it names.</param>
    /// <param name="now">The instant of arrival.</param>
    /// <param name="payloadHash">
    /// For services other than S3, whose requests need not declare it: the SHA-256 of the body in hexadecimal, computed by the server. Null
    /// for S3.
    /// When null for another service, a declared hash is used, or else that of an empty body; either way the payload of the outcome says
    /// what the body must be.
    /// </param>
    /// <returns>Valid, or refused with AWS's fault.</returns>
    public SignatureVerification Verify<TRequest>(
        TRequest request, RequestSignature signature, AwsCredential credential, DateTimeOffset now, string? payloadHash = null)
        where TRequest : ISignableRequest, allows ref struct
    {
        var fault = JudgeTime(signature, now)
            ?? JudgeToken(signature, credential)
            ?? JudgeSignedHeaders(request, signature);
        var payload = PayloadDeclaration.Unsigned;
        fault ??= DeclarePayload(request, signature, payloadHash, out payload);
        if (fault is not null)
        {
            return new SignatureVerification.Refused(fault);
        }

        var key = keys.Get(signature.Algorithm, credential, signature.Scope);
        if (Matches(request, signature, payload.Text, key, CanonicalForm.Normalised)
            || Matches(request, signature, payload.Text, key, CanonicalForm.AsSent))
        {
            return new SignatureVerification.Valid(
                signature,
                payload,
                payload.HasSignedChunks ? new ChunkSignatureChain(key, signature.Timestamp, signature.Scope, signature.Signature) : null);
        }

        return new SignatureVerification.Refused(Explain(request, signature, payload.Text));
    }

    private static SignatureFault? JudgeTime(RequestSignature signature, DateTimeOffset now)
    {
        if (!AwsTime.IsDay(signature.Timestamp, signature.Scope.Date))
        {
            return SignatureFaults.ScopeDateDiffers(signature);
        }

        var age = now - signature.Timestamp;
        if (signature.Expires is not { } expires)
        {
            return age.Duration() > MaximumSkew ? SignatureFaults.TimeTooSkewed(signature.Timestamp, now, MaximumSkew) : null;
        }

        if (age > expires)
        {
            return SignatureFaults.Expired(expires, signature.Timestamp + expires, now);
        }

        return age < -MaximumSkew ? SignatureFaults.NotYetValid(signature.Timestamp, now) : null;
    }

    private static SignatureFault? JudgeToken(RequestSignature signature, AwsCredential credential)
    {
        if (string.IsNullOrEmpty(signature.SecurityToken) && credential.SessionToken is null)
        {
            return null;
        }

        var given = SHA256.HashData(Encoding.UTF8.GetBytes(signature.SecurityToken ?? ""));
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(credential.SessionToken ?? ""));
        return CryptographicOperations.FixedTimeEquals(given, expected) ? null : SignatureFaults.InvalidToken;
    }

    private static SignatureFault? JudgeSignedHeaders<TRequest>(TRequest request, RequestSignature signature)
        where TRequest : ISignableRequest, allows ref struct
    {
        List<string>? unsigned = null;
        if (!signature.Covers("host"))
        {
            (unsigned ??= []).Add("host");
        }

        // The region set decides where a V4A signature holds, so one outside the signature could be widened on the way.
        if (signature is { Algorithm: SigningAlgorithm.V4A, Location: SignatureLocation.Header } && !signature.Covers(RegionSetHeader))
        {
            (unsigned ??= []).Add(RegionSetHeader);
        }

        if (signature.Scope.UsesS3Rules)
        {
            foreach (var name in request.HeaderNames)
            {
                if (
                    name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)
                        && !signature.Covers(name)
                        && !IsRepeatedInQuery(name, signature)
                    && unsigned?.Contains(name, StringComparer.OrdinalIgnoreCase) != true)
                {
                    (unsigned ??= []).Add(name.ToLowerInvariant());
                }
            }
        }

        return unsigned is null ? null : SignatureFaults.HeadersNotSigned(unsigned);
    }

    // A presigned URL fixes these two itself, so the headers say nothing that is not under the signature.
    private static bool IsRepeatedInQuery(string name, RequestSignature signature) =>
        signature.Location == SignatureLocation.Query
        && (
            name.Equals(PayloadHashHeader, StringComparison.OrdinalIgnoreCase)
                || name.Equals("x-amz-date", StringComparison.OrdinalIgnoreCase));

    private static SignatureFault? DeclarePayload<TRequest>(
        TRequest request, RequestSignature signature, string? payloadHash, out PayloadDeclaration payload)
        where TRequest : ISignableRequest, allows ref struct
    {
        var s3Rules = signature.Scope.UsesS3Rules;
        if (!s3Rules && payloadHash is not null)
        {
            payload = new PayloadDeclaration(PayloadKind.Hashed, payloadHash);
            return null;
        }

        var declared = signature.QueryPayloadHash ?? request.GetHeader(PayloadHashHeader)?.Trim();
        if (!string.IsNullOrEmpty(declared))
        {
            return PayloadDeclaration.TryParse(declared, signature.Algorithm, out payload)
                ? null
                : SignatureFaults.InvalidPayloadHash(declared);
        }

        payload = s3Rules ? PayloadDeclaration.Unsigned : new PayloadDeclaration(PayloadKind.Hashed, PayloadDeclaration.EmptyHash);
        return s3Rules && signature.Location == SignatureLocation.Header ? SignatureFaults.MissingPayloadHash : null;
    }

    private static bool Matches<TRequest>(
        TRequest request, RequestSignature signature, string payloadHash, SigningKey key, CanonicalForm form)
        where TRequest : ISignableRequest, allows ref struct
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var text = new PooledBytes(1024);
        try
        {
            CanonicalRequest.Write(ref text, request, signature.SignedHeaders, payloadHash, signature.Scope.UsesS3Rules, form);
            SHA256.HashData(text.Span, hash);
            text.Clear();
            StringToSign.Write(ref text, signature.Algorithm, signature.Timestamp, signature.Scope, hash);
            return key.Verify(text.Span, signature.Signature);
        }
        finally
        {
            text.Dispose();
        }
    }

    private static SignatureFault Explain<TRequest>(TRequest request, RequestSignature signature, string payloadHash)
        where TRequest : ISignableRequest, allows ref struct
    {
        var canonical = CanonicalRequest.Build(request, signature.SignedHeaders, payloadHash, signature.Scope.UsesS3Rules);
        var toSign = StringToSign.Build(
            signature.Algorithm, signature.Timestamp, signature.Scope, SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        return SignatureFaults.DoesNotMatch(signature, toSign, canonical);
    }
}
