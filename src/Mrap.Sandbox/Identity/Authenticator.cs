using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Network;
using Mrap.Sandbox.S3;
using Mrap.Signing;

namespace Mrap.Sandbox.Identity;

/// <summary>Finds out who sent a request, or refuses it as AWS does.</summary>
internal sealed class Authenticator(PrincipalDirectory principals, TimeProvider time)
{
    private static readonly Caller.Anonymous s_anonymous = new();
    private readonly SignatureVerifier _verifier = new(new SigningKeyCache());

    /// <summary>Reads the signature; nothing of it is verified.</summary>
    /// <returns>The signature, or null when the request carries none.</returns>
    /// <exception cref="S3Exception">There is something meant as a signature that cannot be read.</exception>
    public static RequestSignature? Read(HttpRequest request, WireTarget target) => SignatureReader.Read(new SignableHttpRequest(request, target)) switch
    {
        SignatureReading.Anonymous => null,
        SignatureReading.Found found => found.Signature,
        SignatureReading.Legacy legacy => throw Refusal.Of(legacy.Fault),
        SignatureReading.Malformed malformed => throw Refusal.Of(malformed.Fault),
        var other => throw new InvalidOperationException($"unknown reading {other.GetType().Name}"),
    };

    /// <summary>The authentication of a request that carries no signature.</summary>
    /// <exception cref="S3Exception">The declared payload is none that an unsigned request may have.</exception>
    public static Authentication Anonymous(HttpRequest request)
    {
        var declared = request.Headers["x-amz-content-sha256"].ToString();
        return PayloadDeclaration.TryParse(declared, SigningAlgorithm.V4, out var payload) && !payload.HasSignedChunks
            ? new Authentication(s_anonymous, payload, null)
            : new Authentication(s_anonymous, PayloadDeclaration.Unsigned, null);
    }

    /// <summary>Verifies a signature that was read from the request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">Its raw target.</param>
    /// <param name="signature">What <see cref="Read"/> found.</param>
    /// <param name="service">The service addressed.</param>
    /// <param name="payloadHash">For services other than S3: the SHA-256 of the body in hexadecimal.</param>
    /// <exception cref="S3Exception">The key is unknown or the signature is not good.</exception>
    public Authentication Verify(HttpRequest request, WireTarget target, RequestSignature signature, AwsService service, string? payloadHash = null)
    {
        if (principals.Find(signature.AccessKeyId) is not { } principal)
        {
            throw UnknownKey(signature, service);
        }

        var credential = new AwsCredential(principal.Caller.AccessKeyId, principal.SecretAccessKey);
        return _verifier.Verify(new SignableHttpRequest(request, target), signature, credential, time.GetUtcNow(), payloadHash) switch
        {
            SignatureVerification.Valid valid => new Authentication(principal.Caller, valid.Payload, valid.Chunks),
            SignatureVerification.Refused refused => throw Refusal.Of(refused.Fault),
            var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
        };
    }

    private static S3Exception UnknownKey(RequestSignature signature, AwsService service) => service is AwsService.S3 or AwsService.S3Global or AwsService.S3Control
        ? Refusal.Of(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", ("AWSAccessKeyId", signature.AccessKeyId))
        : Refusal.Of(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
}
