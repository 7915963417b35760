using System.Globalization;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Faults;
using Mrap.Signing.Keys;
using Mrap.Signing.Reading;
using Mrap.Signing.Requests;
using Mrap.Signing.Signatures;
using Mrap.Signing.Verification;

namespace Mrap.Signing.Tests;

/// <summary>The credentials and requests of AWS's published examples, and shortcuts to sign and verify.</summary>
internal static class Example
{
    public static readonly AwsCredential Credential = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    public static readonly DateTimeOffset Now = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);

    public static readonly SigningParameters V4 = new(SigningAlgorithm.V4, Credential, "us-east-1", "s3");

    public static readonly SigningParameters V4A = new(SigningAlgorithm.V4A, Credential, "*", "s3");

    public static readonly SigningKeyCache Keys = new();

    public static readonly RequestSigner Signer = new(Keys);

    public static readonly SignatureVerifier Verifier = new(Keys);

    public static readonly PayloadDeclaration EmptyBody = new(PayloadKind.Hashed, PayloadDeclaration.EmptyHash);

    public static SigningParameters For(SigningAlgorithm algorithm) => algorithm == SigningAlgorithm.V4A ? V4A : V4;

    public static SignableRequest Request(string method, string target, params (string Name, string Value)[] headers)
    {
        var request = new SignableRequest(method, target);
        request.Headers["Host"] = "examplebucket.s3.amazonaws.com";
        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }

        return request;
    }

    public static SignableRequest Signed(
        SigningAlgorithm algorithm = SigningAlgorithm.V4, string target = "/test.txt", params (string Name, string Value)[] headers)
    {
        var request = Request("GET", target, headers);
        Signer.Sign(request, For(algorithm), Now, EmptyBody);
        return request;
    }

    public static SignableRequest Presigned(SigningAlgorithm algorithm = SigningAlgorithm.V4, int seconds = 3600)
    {
        var request = Request("GET", "/test.txt");
        Signer.Presign(request, For(algorithm), Now, TimeSpan.FromSeconds(seconds));
        return request;
    }

    /// <summary>The same request under another target.</summary>
    public static SignableRequest WithTarget(this SignableRequest request, string target)
    {
        var copy = new SignableRequest(request.Method, target);
        foreach (var (name, value) in request.Headers)
        {
            copy.Headers[name] = value;
        }

        return copy;
    }

    public static RequestSignature Read(SignableRequest request) =>
        SignatureReader.Read(request).ShouldBeOfType<SignatureReadResult.Found>().Signature;

    public static SignatureFault Malformed(SignableRequest request) =>
        SignatureReader.Read(request).ShouldBeOfType<SignatureReadResult.Malformed>().Fault;

    public static SignatureVerification Verify(SignableRequest request, DateTimeOffset? now = null, AwsCredential? credential = null) =>
        Verifier.Verify(request, Read(request), credential ?? Credential, now ?? Now);

    public static SignatureFault Refused(SignableRequest request, DateTimeOffset? now = null, AwsCredential? credential = null) =>
        Verify(request, now, credential).ShouldBeOfType<SignatureVerification.Refused>().Fault;

    public static DateTimeOffset Instant(string basic) =>
        DateTimeOffset.ParseExact(basic, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
