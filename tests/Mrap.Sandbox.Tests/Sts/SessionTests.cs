using Microsoft.Extensions.Time.Testing;
using Mrap.Sandbox.Tests.Iam;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Sts;

public sealed class SessionTests
{
    private const string Role = "arn:aws:iam::111122223333:role/worker";

    [Fact]
    public async Task SessionKey_SignsHeadersAndUrlsAndForAllRegions()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var client = new SandboxClient(sandbox);
        var alias = await client.CreateAccessPointAsync("demo", "eu-west-1");
        var session = (await StartAsync(sandbox)).Credential!;
        await client.S3Async("PUT", "/demo-eu-west-1/k", "body", "eu-west-1");

        var header = await client.SendAsync(
            new WireRequest("GET", "/demo-eu-west-1/k") { Credential = session, Region = "eu-west-1" }, Cancellation);
        var url = client.Presign(
            new WireRequest("GET", "/demo-eu-west-1/k") { Credential = session, Region = "eu-west-1" }, TimeSpan.FromMinutes(5));
        var presigned = await client.SendAsync(new WireRequest("GET", url) { IsSigned = false }, Cancellation);
        var asymmetric = await client.SendAsync(SandboxClient.AccessPoint(alias, "GET", "/k") with { Credential = session }, Cancellation);
        var presignedAsymmetric =
            client.Presign(SandboxClient.AccessPoint(alias, "GET", "/k") with { Credential = session }, TimeSpan.FromMinutes(5));
        var global =
            await client.SendAsync(SandboxClient.AccessPoint(alias, "GET", presignedAsymmetric) with { IsSigned = false }, Cancellation);

        url.ShouldContain("X-Amz-Security-Token=");
        foreach (var answer in (WireAnswer[])[header, presigned, asymmetric, global])
        {
            (answer.Status, answer.Text).ShouldBe((200, "body"));
        }
    }

    [Theory]
    [InlineData(null, "InvalidAccessKeyId", "InvalidClientTokenId")]
    [InlineData("", "InvalidAccessKeyId", "InvalidClientTokenId")]
    [InlineData("another", "InvalidToken", "InvalidClientTokenId")]
    public async Task SessionKey_WithoutItsToken_IsRefused(string? token, string s3Code, string stsCode)
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var session = await StartAsync(sandbox);
        var other = session.As(session.Credential! with { SessionToken = token });

        (await other.S3Async("GET", "/")).ErrorCode.ShouldBe(s3Code);
        (await other.StsAsync("GetCallerIdentity")).ErrorCode.ShouldBe(stsCode);
    }

    [Fact]
    public async Task SessionKey_WithTheTokenOfAnotherSession_IsRefused()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var one = await StartAsync(sandbox);
        var two = await new IamClient(sandbox).AssumeAsync(Role);

        var mixed = await one.As(one.Credential! with { SessionToken = two.Credential!.SessionToken }).S3Async("GET", "/");

        (mixed.Status, mixed.ErrorCode).ShouldBe((400, "InvalidToken"));
    }

    [Fact]
    public async Task SessionKey_PastItsEnd_HasExpired()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(time: time);
        var session = await StartAsync(sandbox, ("DurationSeconds", "900"));

        time.Advance(TimeSpan.FromSeconds(899));
        (await session.StsAsync("GetCallerIdentity")).Status.ShouldBe(200);
        time.Advance(TimeSpan.FromSeconds(1));
        var s3 = await session.S3Async("GET", "/");
        await sandbox.RestartAsync(Cancellation);
        var sts = await session.StsAsync("GetCallerIdentity");
        var wrongSecret = await session.As(session.Credential! with { Secret = "guess" }).S3Async("GET", "/");

        (s3.Status, s3.ErrorCode, s3.Value("Message")).ShouldBe((400, "ExpiredToken", "The provided token has expired."));
        (sts.Status, sts.ErrorCode).ShouldBe((403, "ExpiredToken"));
        wrongSecret.ErrorCode.ShouldBe("SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Sessions_LongPastTheirEnd_AreForgotten()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(time: time);
        var session = await StartAsync(sandbox);

        time.Advance(TimeSpan.FromDays(2));
        await new IamClient(sandbox).AssumeAsync(Role);

        (await session.S3Async("GET", "/")).ErrorCode.ShouldBe("InvalidAccessKeyId");
        await sandbox.RestartAsync(Cancellation);
        (await session.S3Async("GET", "/")).ErrorCode.ShouldBe("InvalidAccessKeyId");
    }

    [Fact]
    public async Task GetSessionToken_GivesTheUsersOwnRightsButNotIam()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var admin = new IamClient(sandbox);

        var answer = await admin.StsAsync("GetSessionToken", ("DurationSeconds", "900"));
        var session = admin.As(IamClient.Keys(answer));

        (await session.StsAsync("GetCallerIdentity")).Value("Arn").ShouldBe("arn:aws:iam::111122223333:user/admin");
        (await session.S3Async("GET", "/")).Status.ShouldBe(200);
        (await session.IamAsync("ListUsers")).ErrorCode.ShouldBe("InvalidClientTokenId");
        (await session.StsAsync("GetSessionToken")).ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task GetSessionToken_OfTheRootUser_LastsAnHourAtMost()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(
            options =>
                options.Principals.Add(
                    new()
                    {
                        AccountId = "111122223333",
                        UserName = "root",
                        AccessKeyId = "AKIAROOTUSER00000001",
                        SecretAccessKey = "root"
                    }),
                time);
        var root = new IamClient(sandbox, new("AKIAROOTUSER00000001", "root"));

        var answer = await root.StsAsync("GetSessionToken");
        var session = root.As(IamClient.Keys(answer));

        answer.Value("Expiration").ShouldBe("2026-11-22T13:00:00Z");
        (await session.StsAsync("GetCallerIdentity")).Value("Arn").ShouldBe("arn:aws:iam::111122223333:root");
        (await session.S3Async("GET", "/")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task GetAccessKeyInfo_TellsTheAccountOfAKey()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var session = await StartAsync(sandbox);

        var own = await session.StsAsync("GetAccessKeyInfo", ("AccessKeyId", session.Credential!.AccessKeyId));
        var unknown = await session.StsAsync("GetAccessKeyInfo", ("AccessKeyId", "AKIANOBODY0000000001"));

        own.Value("Account").ShouldBe("111122223333");
        (unknown.Status, unknown.ErrorCode).ShouldBe((400, "ValidationError"));
    }

    [Fact]
    public async Task Policy_AskingForTheTimeOfTheToken_SeesIt()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxFixture.StartAsync(time: time);
        var admin = new IamClient(sandbox);
        await StartAsync(sandbox);
        await admin.DoAsync("PutRolePolicy", ("RoleName", "worker"), ("PolicyName", "revoke"), ("PolicyDocument",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":"""
                + """{"aws:TokenIssueTime":"2026-11-22T12:30:00Z"}}}]}"""));

        var early = await admin.AssumeAsync(Role);
        time.Advance(TimeSpan.FromMinutes(31));
        var late = await admin.AssumeAsync(Role);

        (await early.IamAsync("ListUsers")).Value("Message").ShouldEndWith("with an explicit deny in an identity-based policy");
        (await late.IamAsync("ListUsers")).Status.ShouldBe(200);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<IamClient> StartAsync(SandboxFixture sandbox, params (string, string)[] more)
    {
        var admin = new IamClient(sandbox);
        await admin.DoAsync("CreateRole", ("RoleName", "worker"), ("AssumeRolePolicyDocument", IamClient.Trust("111122223333")));
        await admin.DoAsync("PutRolePolicy", ("RoleName", "worker"), ("PolicyName", "own"), ("PolicyDocument", IamClient.Everything));
        return await admin.AssumeAsync(Role, more);
    }
}
