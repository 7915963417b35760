using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Wire;
using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;
using Mrap.Signing.Reading;
using Mrap.Signing.Signatures;
using Mrap.Signing.Verification;

namespace Mrap.Sandbox.Identity;

/// <summary>Finds out who sent a request, or refuses it as AWS does.</summary>
internal sealed class Authenticator(PrincipalDirectory principals, AccessKeyUsage uses, TimeProvider time)
{
    private static readonly Caller.Anonymous s_anonymous = new();
    private readonly SignatureVerifier _verifier = new(new SigningKeyCache());

    /// <summary>Reads the signature; nothing of it is verified.</summary>
    /// <returns>The signature, or null when the request carries none.</returns>
    /// <exception cref="ServiceException">There is something meant as a signature that cannot be read.</exception>
    public static RequestSignature? Read(HttpRequest request, WireTarget target) =>
        SignatureReader.Read(new SignableHttpRequest(request, target)) switch
        {
            SignatureReadResult.Anonymous => null,
            SignatureReadResult.Found found => found.Signature,
            SignatureReadResult.Legacy legacy => throw ServiceException.Of(legacy.Fault),
            SignatureReadResult.Malformed malformed => throw ServiceException.Of(malformed.Fault),
            var other => throw new InvalidOperationException($"unknown reading {other.GetType().Name}"),
        };

    /// <summary>The authentication of a request that carries no signature.</summary>
    /// <exception cref="ServiceException">The declared payload is none that an unsigned request may have.</exception>
    public static Authentication Anonymous(HttpRequest request)
    {
        var declared = request.Headers["x-amz-content-sha256"].ToString();
        return PayloadDeclaration.TryParse(declared, SigningAlgorithm.V4, out var payload) && !payload.HasSignedChunks
            ? new Authentication(s_anonymous, payload, null)
            : new Authentication(s_anonymous, PayloadDeclaration.Unsigned, null);
    }

    /// <summary>Verifies a signature that was read from the request.</summary>
    /// <param name="target">Its raw target.</param>
    /// <param name="signature">What <see cref="Read"/> found.</param>
    /// <param name="service">The service addressed.</param>
    /// <param name="payloadHash">For services other than S3: the SHA-256 of the body in hexadecimal.</param>
    /// <param name="skew">How far the clock of the Region that verifies it is ahead.</param>
    /// <exception cref="ServiceException">The key is unknown, its session has ended, or the signature is not good.</exception>
    public Authentication Verify(
        HttpRequest request, WireTarget target, RequestSignature signature, AwsService service, string? payloadHash = null,
        TimeSpan skew = default)
    {
        var now = time.GetUtcNow() + skew;
        // A temporary key alone, without its token, is nobody's.
        if (
            principals.Find(signature.AccessKeyId) is not { } principal
                || (principal.Session is not null && string.IsNullOrEmpty(signature.SecurityToken)))
        {
            throw UnknownKey(signature, service);
        }

        var credential = new AwsCredential(principal.Caller.AccessKeyId, principal.SecretAccessKey, principal.Session?.Token);
        return _verifier.Verify(new SignableHttpRequest(request, target), signature, credential, now, payloadHash) switch
        {
            SignatureVerification.Valid when principal.Session?.ExpiresAt <= now => throw Expired(service),
            SignatureVerification.Valid valid => Accept(principal, valid),
            SignatureVerification.Refused { Fault.Code: "InvalidToken" } when !service.IsS3 => throw UnknownKey(signature, service),
            SignatureVerification.Refused refused => throw ServiceException.Of(refused.Fault),
            var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
        };
    }

    private Authentication Accept(SigningIdentity principal, SignatureVerification.Valid valid)
    {
        if (principal is { Session: null, Caller: Caller.User user })
        {
            uses.Record(
                user.AccessKeyId, valid.Signature.Scope.Service, valid.Signature.Scope.Region ?? valid.Signature.RegionSet ?? string.Empty);
        }

        return new Authentication(principal.Caller, valid.Payload, valid.Chunks);
    }

    private static ServiceException Expired(AwsService service) => service.IsS3
        ? ServiceException.Of(400, "ExpiredToken", "The provided token has expired.")
        : ServiceException.Of(403, "ExpiredToken", "The security token included in the request is expired");

    private static ServiceException UnknownKey(RequestSignature signature, AwsService service) => service.IsS3
        ? ServiceException.Of(
            403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.",
            ("AWSAccessKeyId", signature.AccessKeyId))
        : ServiceException.Of(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
}
