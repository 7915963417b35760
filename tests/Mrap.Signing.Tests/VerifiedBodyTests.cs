using System.Security.Cryptography;
using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;
using Mrap.Signing.Verification;

namespace Mrap.Signing.Tests;

public sealed class VerifiedBodyTests
{
    private static readonly byte[] s_content = [1, 2, 3, 4, 5];

    [Fact]
    public async Task HashVerifyingStream_RightHash_GivesTheBody()
    {
        await using var body = new HashVerifyingStream(new PieceStream(s_content, 2), Convert.ToHexString(SHA256.HashData(s_content)));
        using var read = new MemoryStream();

        await body.CopyToAsync(read, TestContext.Current.CancellationToken);

        read.ToArray().ShouldBe(s_content);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    public async Task HashVerifyingStream_OtherBody_IsRefusedAtItsEnd(int length)
    {
        await using var body =
            new HashVerifyingStream(new MemoryStream(new byte[length]), Convert.ToHexStringLower(SHA256.HashData(s_content)));

        var fault = await Should.ThrowAsync<BodyFaultException>(() => body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));

        (fault.Code, fault.Status).ShouldBe(("XAmzContentSHA256Mismatch", 400));
        fault.Details.Select(d => d.Key).ShouldBe(["ClientComputedContentSHA256", "S3ComputedContentSHA256"]);
        Should.Throw<BodyFaultException>(() => body.ReadByte());
    }

    [Fact]
    public void Open_EachPayload_ChecksWhatItSays()
    {
        using var sent = new MemoryStream(s_content);

        VerifiedBodyStream.Open(Valid(PayloadDeclaration.Unsigned), sent, null, null).ShouldBeSameAs(sent);
        VerifiedBodyStream.Open(Valid(Example.EmptyBody), sent, null, null).ShouldBeOfType<HashVerifyingStream>();
        VerifiedBodyStream.Open(
            Valid(PayloadDeclaration.Streaming(SigningAlgorithm.V4, true, true)), sent, 5,
            "x-amz-checksum-crc32").ShouldBeOfType<ChunkedBodyReader>().DecodedLength.ShouldBe(5);
    }

    private static SignatureVerification.Valid Valid(PayloadDeclaration payload)
    {
        var request = Example.Request("PUT", "/");
        Example.Signer.Sign(request, Example.V4, Example.Now, payload);
        return Example.Verify(request).ShouldBeOfType<SignatureVerification.Valid>();
    }
}
