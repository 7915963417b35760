using Mrap.Signing.Bodies;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Identity;

public sealed class AuthenticationTests
{
    [Fact]
    public async Task Signature_OfAnotherSecret_DoesNotMatch()
    {
        var answer =
            await SendAsync(new WireRequest("GET", "/bucket/k") { Credential = SandboxClient.Administrator with { Secret = "wrong" } });

        (answer.Status, answer.ErrorCode).ShouldBe((403, "SignatureDoesNotMatch"));
        foreach (
            var element in (string[])[
                "AWSAccessKeyId", "StringToSign", "SignatureProvided", "StringToSignBytes", "CanonicalRequest", "CanonicalRequestBytes",
                "RequestId", "HostId"])
        {
            answer.Value(element).ShouldNotBeNullOrEmpty(element);
        }
    }

    [Fact]
    public async Task Key_ThatNobodyHolds_IsInvalid()
    {
        var answer =
            await SendAsync(new WireRequest("GET", "/bucket/k") { Credential = new AwsCredential("AKIAUNKNOWN000000001", "secret") });

        (answer.Status, answer.ErrorCode, answer.Value("AWSAccessKeyId")).ShouldBe((403, "InvalidAccessKeyId", "AKIAUNKNOWN000000001"));
    }

    [Fact]
    public async Task Clock_TwentyMinutesOff_IsTooSkewed()
    {
        var answer = await SendAsync(new WireRequest("GET", "/bucket/k") { ClockOffset = TimeSpan.FromMinutes(-20) });

        (answer.Status, answer.ErrorCode, answer.Value("MaxAllowedSkewMilliseconds")).ShouldBe((403, "RequestTimeTooSkewed", "900000"));
    }

    [Fact]
    public async Task Header_ChangedAfterSigning_DoesNotMatch()
    {
        var answer = await SendAsync(
            new WireRequest("GET", "/bucket/k") { Tamper = head => head.Replace("/bucket/k", "/bucket/other", StringComparison.Ordinal) });

        answer.ErrorCode.ShouldBe("SignatureDoesNotMatch");
    }

    [Theory]
    [InlineData("Authorization: AWS AKIAIOSFODNN7EXAMPLE:c2ln", "InvalidRequest")]
    [InlineData("Authorization: AWS4-HMAC-SHA256 Credential=x", "AuthorizationHeaderMalformed")]
    [InlineData("Authorization: Bearer token", "InvalidArgument")]
    public async Task Authorization_ThatIsNotV4_IsRefused(string header, string code)
    {
        var answer = await SendAsync(new WireRequest("GET", "/bucket/k") { IsSigned = false, Tamper = head => head + header + "\r\n" });

        (answer.Status, answer.ErrorCode).ShouldBe((400, code));
    }

    [Fact]
    public async Task PresignedUrl_PastItsTime_HasExpired()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var target =
            client.Presign(new WireRequest("GET", "/bucket/k") { ClockOffset = TimeSpan.FromMinutes(-10) }, TimeSpan.FromMinutes(5));

        var answer = await client.SendAsync(new WireRequest("GET", target) { IsSigned = false });

        (answer.Status, answer.ErrorCode).ShouldBe((403, "AccessDenied"));
        answer.Value("Message").ShouldBe("Request has expired");
        answer.Value("ServerTime").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Body_OtherThanSigned_IsRefusedAndNotStored()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("bucket", "us-east-1");
        var request = WireRequest.Of("PUT", "/bucket/k",
        "hello") with
        { Payload = new PayloadDeclaration(PayloadKind.Hashed, PayloadDeclaration.EmptyHash) };

        var answer = await client.SendAsync(request);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "XAmzContentSHA256Mismatch"));
        (await client.S3Async("GET", "/bucket/k")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Body_ShorterThanAnnounced_IsNotStored()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        await client.CreateBucketAsync("bucket", "us-east-1");

        await Should.ThrowAsync<Exception>(
            () => client.SendAsync(WireRequest.Of("PUT", "/bucket/k", "hello") with { AnnouncedLength = 100 }));

        (await client.S3Async("GET", "/bucket/k")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Chunks_WithoutTheirDecodedLength_AreRefused()
    {
        var answer = await SendAsync(
            WireRequest.Of("PUT", "/bucket/k",
            "0\r\n\r\n") with
            { Payload = PayloadDeclaration.Streaming(SigningAlgorithm.V4, signed: false, trailer: true) });

        (answer.Status, answer.ErrorCode).ShouldBe((411, "MissingContentLength"));
    }

    [Fact]
    public async Task HeadRequest_Refused_HasNoBody()
    {
        var answer =
            await SendAsync(new WireRequest("HEAD", "/bucket/k") { Credential = SandboxClient.Administrator with { Secret = "wrong" } });

        answer.Status.ShouldBe(403);
        answer.Headers.Keys.ShouldContain("x-amz-request-id");
    }

    [Fact]
    public async Task GetCallerIdentity_Signed_TellsTheUser()
    {
        var request = WireRequest.Of("POST", "/",
        "Action=GetCallerIdentity&Version=2011-06-15") with
        {
            Host = "sts.us-west-2.amazonaws.com",
            Region = "us-west-2",
            Service = "sts"
        };
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);

        var known = await client.SendAsync(request);
        var unknown = await client.SendAsync(request with { Credential = new AwsCredential("AKIAUNKNOWN000000001", "secret") });
        var other = await client.SendAsync(
            WireRequest.Of("POST", "/", "Action=Nothing") with { Host = request.Host, Region = "us-west-2", Service = "sts" });

        known.Value("Arn").ShouldBe("arn:aws:iam::111122223333:user/admin");
        (unknown.Status, unknown.ErrorCode).ShouldBe((403, "InvalidClientTokenId"));
        (other.Status, other.ErrorCode).ShouldBe((400, "InvalidAction"));
    }

    private static async Task<WireAnswer> SendAsync(WireRequest request)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        return await new SandboxClient(sandbox).SendAsync(request, TestContext.Current.CancellationToken);
    }
}
