using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Reading;
using Mrap.Signing.Requests;
using Mrap.Signing.Signatures;

namespace Mrap.Benchmarks.Signing;

/// <summary>A GET of an object through an access point, signed, as the server meets it.</summary>
internal sealed class SignedGet
{
    public static readonly AwsCredential Credential = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static readonly PayloadDeclaration EmptyBody = new(PayloadKind.Hashed, PayloadDeclaration.EmptyHash);

    public SignedGet(SigningAlgorithm algorithm, SigningKeyCache keys)
    {
        Parameters = new SigningParameters(algorithm, Credential, algorithm == SigningAlgorithm.V4A ? "*" : "us-east-1", "s3");
        Request = Unsigned();
        Made = new RequestSigner(keys).Sign(Request, Parameters, Now, EmptyBody);
        Signature = ((SignatureReadResult.Found)SignatureReader.Read(Request)).Signature;
    }

    public SigningParameters Parameters { get; }

    public SignableRequest Request { get; }

    public SignedRequest Made { get; }

    public RequestSignature Signature { get; }

    public static SignableRequest Unsigned()
    {
        var request = new SignableRequest("GET", "/folder/object%20name.txt?versionId=null&x-id=GetObject");
        request.Headers["Host"] = "mmqdt41e4bf6x.mrap.accesspoint.s3-global.amazonaws.com";
        request.Headers["x-amz-checksum-mode"] = "ENABLED";
        request.Headers["User-Agent"] = "benchmark";
        return request;
    }
}
