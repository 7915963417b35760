using System.Security.Cryptography;
using System.Text;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Verification;

namespace Mrap.Signing.Tests;

/// <summary>Signatures that AWS prints in its S3 API reference and signatures that its C runtime made.</summary>
public sealed class PublishedExampleTests
{
    private static readonly AwsCredential s_suiteCredential = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    public static TheoryData<string, string, string, string> HeaderExamples => new()
    {
        { "GET", "/test.txt", "", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41" },
        { "PUT", "/test%24file.text", "Welcome to Amazon S3.", "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd" },
        { "GET", "/?lifecycle", "", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543" },
        { "GET", "/?max-keys=2&prefix=J", "", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7" },
    };

    [Theory]
    [MemberData(nameof(HeaderExamples))]
    public void Sign_PublishedS3Example_GivesThePublishedSignature(string method, string target, string body, string signature)
    {
        var request = Example.Request(method, target);
        if (target == "/test.txt")
        {
            request.Headers["Range"] = "bytes=0-9";
        }
        else if (method == "PUT")
        {
            request.Headers["Date"] = "Fri, 24 May 2013 00:00:00 GMT";
            request.Headers["x-amz-storage-class"] = "REDUCED_REDUNDANCY";
        }

        var payload = new PayloadDeclaration(PayloadKind.Hashed, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body))));
        var signed = Example.Signer.Sign(request, Example.V4, Example.Now, payload);

        signed.Signature.Signature.ShouldBe(signature);
        Example.Verify(request).ShouldBeOfType<SignatureVerification.Valid>();
    }

    [Fact]
    public void Sign_PublishedGetObject_GivesThePublishedTexts()
    {
        var signed =
            Example.Signer.Sign(Example.Request("GET", "/test.txt", ("Range", "bytes=0-9")), Example.V4, Example.Now, Example.EmptyBody);

        signed.StringToSign.ShouldBe(
            "AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n"
                + "7344ae5b7ee6c3e7e6b0fe0640412a37625d1fbfff95c48bbb2dc43964946972");
        signed.Authorization.ShouldBe(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, "
            + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    [Fact]
    public void Presign_PublishedExample_GivesThePublishedSignature()
    {
        var request = Example.Presigned(seconds: 86400);

        request.Target.ShouldEndWith("&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
        Example.Verify(request).ShouldBeOfType<SignatureVerification.Valid>();
    }

    [Fact]
    public async Task ChunkedBody_PublishedExample_GivesThePublishedSignatures()
    {
        var request = Example.Request(
            "PUT", "/examplebucket/chunkObject.txt", ("x-amz-storage-class", "REDUCED_REDUNDANCY"), ("Content-Encoding", "aws-chunked"),
            ("x-amz-decoded-content-length", "66560"), ("Content-Length", "66824"));
        request.Headers["Host"] = "s3.amazonaws.com";
        var payload = PayloadDeclaration.Streaming(SigningAlgorithm.V4, signed: true, trailer: false);
        var signed = Example.Signer.Sign(request, Example.V4, Example.Now, payload);
        using var encoded = new MemoryStream();

        await new ChunkedBodyWriter(payload, signed.Chunks).WriteAsync(
            new MemoryStream(Enumerable.Repeat((byte)'a', 66560).ToArray()), encoded, trailers: null,
            TestContext.Current.CancellationToken);

        signed.Signature.Signature.ShouldBe("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
        encoded.Length.ShouldBe(66824);
        var text = Encoding.ASCII.GetString(encoded.ToArray());
        text.ShouldStartWith("10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\na");
        text.ShouldContain("\r\n400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\na");
        text.ShouldEndWith("\r\n0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n\r\n")]
    public async Task ChunkedBody_PublishedTrailerExample_IsAcceptedInBothPrintedFramings(string betweenHeaderAndSignature)
    {
        var scope = Example.V4.ScopeAt(Example.Now);
        var key = SigningKey.Derive(SigningAlgorithm.V4, Example.Credential, scope);
        var chain = new ChunkSignatureChain(key, Example.Now, scope, "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");
        var wire = "10000;chunk-signature=b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2\r\n" + new string('a', 65536)
            + "\r\n400;chunk-signature=1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7\r\n" + new string('a', 1024)
            + "\r\n0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\nx-amz-checksum-crc32c:sOO8/Q=="
            + betweenHeaderAndSignature
            + "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n";
        var payload = PayloadDeclaration.Streaming(SigningAlgorithm.V4, signed: true, trailer: true);
        await using var body = new ChunkedBodyReader(new MemoryStream(Encoding.ASCII.GetBytes(wire)), payload,
        chain)
        { DecodedLength = 66560, AnnouncedTrailers = "x-amz-checksum-crc32c" };
        using var decoded = new MemoryStream();

        await body.CopyToAsync(decoded, TestContext.Current.CancellationToken);

        decoded.Length.ShouldBe(66560);
        body.Trailers.ShouldBe([new("x-amz-checksum-crc32c", "sOO8/Q==")]);
    }

    [Fact]
    public void V4AKey_SuiteCredential_HasThePublishedPublicKey()
    {
        var key = SigningKey.Derive(SigningAlgorithm.V4A, s_suiteCredential, new CredentialScope("20150830", null, "service"));
        using var published = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Convert.FromHexString("b6618f6a65740a99e650b33b6b4b5bd0d43b176d721a3edfea7e7d2d56d936b1"),
                Y = Convert.FromHexString("865ed22a7eadc9c5cb9d2cbaca1b3699139fedc5043dc6661864218330c8e518"),
            },
        });

        var signature = Convert.FromHexString(key.Sign("any text"u8));

        published.VerifyData(
            "any text"u8.ToArray(), signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence).ShouldBeTrue();
    }

    [Theory]
    [InlineData(
        "/", "service", "us-east-1", "host;x-amz-date;x-amz-region-set",
        "3045022058538c5071c169c22b7cc8f0e80712bee262a4f3d52b3033d0efec404ee6dd"
            + "a4022100c095ce8af5ff13b1634aa8fac2c5522fd4f172ba4cdddf61531699de345caa21")]
    [InlineData(
        "/my%20key%2B%C3%A9.txt?x=a%20b&delimiter=%2F", "s3", "*", "host;x-amz-content-sha256;x-amz-date;x-amz-region-set",
        "3045022100ef2dd8fe9dafeeb177a0b8dfffc372aca1d47ef10fefab964f8892436bb4"
            + "14cc022071264056a6c093aef5e0d6d469b3be33a66cdd12819a7a5e81beb38ae0f3a9b6")]
    public void Verify_V4AHeaderMadeByTheCRuntime_IsValid(
        string target, string service, string regionSet, string signedHeaders, string signature)
    {
        var request = new SignableRequest("GET", target);
        request.Headers["Host"] = "example.amazonaws.com";
        request.Headers["X-Amz-Date"] = "20150830T123600Z";
        request.Headers["X-Amz-Region-Set"] = regionSet;
        request.Headers["x-amz-content-sha256"] = PayloadDeclaration.EmptyHash;
        request.Headers["Authorization"] = $"AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20150830/{service}/aws4_request, "
            + $"SignedHeaders={signedHeaders}, Signature={signature}";

        Example.Verify(request, Example.Instant("20150830T123600Z"), s_suiteCredential).ShouldBeOfType<SignatureVerification.Valid>();
    }

    [Theory]
    [InlineData(
        "/?", "service", "us-east-1",
        "3045022100d2e8f3a696bf56133a2cee0ae46978a65fc422675a619ebd5980b51e0bbf"
            + "969b02204313d85377f4eba38ee439a1c84ec091c6720adfea15a9475350b1e6688f9b86")]
    [InlineData(
        "/k/a%20b?versionId=1&", "s3", "%2A",
        "304402203e3fa1a82eb969286e39679aca227d20e86f27216e8d6008b6c671b3583961"
            + "44022051c7af109c2a0d987a24baddb7a26922b82939e75a42946f36565da776beb875")]
    public void Verify_V4AQueryMadeByTheCRuntime_IsValid(string target, string service, string regionSet, string signature)
    {
        var request = new SignableRequest(
            "GET",
            $"{target}X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2F{service}%2Faws4_request&"
                + "X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Expires=3600"
            + $"&X-Amz-Region-Set={regionSet}&X-Amz-Signature={signature}");
        request.Headers["Host"] = "example.amazonaws.com";

        Example.Verify(request, Example.Instant("20150830T123600Z"), s_suiteCredential).ShouldBeOfType<SignatureVerification.Valid>();
    }
}
