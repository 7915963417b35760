using Mrap.Signing.Keys;

namespace Mrap.Sandbox.Tests.Iam;

public sealed class AccessKeyTests(IamFixture fixture) : IClassFixture<IamFixture>
{
    private IamClient Admin => fixture.Admin;

    [Fact]
    public async Task Key_Created_SignsAndItsSecretIsToldOnce()
    {
        await Admin.DoAsync("CreateUser", ("UserName", "signer"));

        var created = await Admin.DoAsync("CreateAccessKey", ("UserName", "signer"));
        var listed = await Admin.DoAsync("ListAccessKeys", ("UserName", "signer"));
        var identity = await Admin.As(IamClient.Keys(created)).StsAsync("GetCallerIdentity");

        created.Value("AccessKeyId")!.ShouldMatch("^AKIA[A-Z2-7]{16}$");
        created.Value("SecretAccessKey")!.Length.ShouldBe(40);
        created.Value("Status").ShouldBe("Active");
        (listed.Value("AccessKeyId"), listed.Value("SecretAccessKey")).ShouldBe((created.Value("AccessKeyId"), null));
        listed.Text.ShouldNotContain(created.Value("SecretAccessKey")!);
        identity.Value("Arn").ShouldBe("arn:aws:iam::111122223333:user/signer");
    }

    [Fact]
    public async Task Key_MadeInactive_SignsNothingUntilActiveAgain()
    {
        var user = await Admin.CreateUserAsync("switched", IamClient.Allow("s3:*"));
        var id = user.Credential!.AccessKeyId;

        await Admin.DoAsync("UpdateAccessKey", ("UserName", "switched"), ("AccessKeyId", id), ("Status", "Inactive"));
        var sts = await user.StsAsync("GetCallerIdentity");
        var s3 = await user.S3Async("GET", "/");
        await Admin.DoAsync("UpdateAccessKey", ("UserName", "switched"), ("AccessKeyId", id), ("Status", "Active"));
        var again = await user.StsAsync("GetCallerIdentity");

        (sts.Status, sts.ErrorCode).ShouldBe((403, "InvalidClientTokenId"));
        (s3.Status, s3.ErrorCode).ShouldBe((403, "InvalidAccessKeyId"));
        again.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Key_Deleted_IsNobodys()
    {
        var user = await Admin.CreateUserAsync("keyless", IamClient.Allow("s3:*"));
        var id = user.Credential!.AccessKeyId;
        (await user.StsAsync("GetCallerIdentity")).Status.ShouldBe(200);

        await Admin.DoAsync("DeleteAccessKey", ("UserName", "keyless"), ("AccessKeyId", id));

        (await user.StsAsync("GetCallerIdentity")).ErrorCode.ShouldBe("InvalidClientTokenId");
        var again = await Admin.IamAsync("DeleteAccessKey", ("UserName", "keyless"), ("AccessKeyId", id));
        (again.Status, again.ErrorCode, again.Value("Message")).ShouldBe(
            (404, "NoSuchEntity", $"The Access Key with id {id} cannot be found."));
    }

    [Fact]
    public async Task Keys_PastTwo_ExceedTheQuota()
    {
        await Admin.CreateUserAsync("collector", IamClient.Allow("s3:*"));
        await Admin.DoAsync("CreateAccessKey", ("UserName", "collector"));

        var third = await Admin.IamAsync("CreateAccessKey", ("UserName", "collector"));

        (third.Status, third.ErrorCode, third.Value("Message")).ShouldBe(
            (409, "LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2"));
    }

    [Fact]
    public async Task Keys_WithoutAUserName_AreTheCallers()
    {
        var user = await Admin.CreateUserAsync("selfish", IamClient.Allow("iam:*", "arn:aws:iam::*:user/selfish"));

        var created = await user.DoAsync("CreateAccessKey");
        var listed = await user.DoAsync("ListAccessKeys");

        created.Value("UserName").ShouldBe("selfish");
        listed.Values("AccessKeyId").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Key_Used_TellsWhereItWasLast()
    {
        var user = await Admin.CreateUserAsync("used", IamClient.Allow("s3:*"));
        var before = await Admin.DoAsync("GetAccessKeyLastUsed", ("AccessKeyId", user.Credential!.AccessKeyId));
        await user.S3Async("GET", "/");

        var after = await Admin.DoAsync("GetAccessKeyLastUsed", ("AccessKeyId", user.Credential.AccessKeyId));
        var foreign = await fixture.OtherAdmin.IamAsync("GetAccessKeyLastUsed", ("AccessKeyId", user.Credential.AccessKeyId));

        (before.Value("ServiceName"), before.Value("LastUsedDate")).ShouldBe(("N/A", null));
        (after.Value("UserName"), after.Value("ServiceName"), after.Value("Region")).ShouldBe(("used", "s3", "us-east-1"));
        after.Value("LastUsedDate").ShouldNotBeNull();
        foreign.ErrorCode.ShouldBe("NoSuchEntity");
    }

    [Fact]
    public async Task Key_UsedWithAnySessionToken_IsRefused()
    {
        var user = await Admin.CreateUserAsync("tokened", IamClient.Allow("s3:*"));

        var answer = await user.As(user.Credential! with { SessionToken = "token" }).S3Async("GET", "/");

        (answer.Status, answer.ErrorCode).ShouldBe((400, "InvalidToken"));
    }

    [Fact]
    public async Task Key_WithAnotherSecret_DoesNotMatch()
    {
        var user = await Admin.CreateUserAsync("guessed", IamClient.Allow("s3:*"));

        var answer = await Admin.As(new AwsCredential(user.Credential!.AccessKeyId, "guess")).StsAsync("GetCallerIdentity");

        (answer.Status, answer.ErrorCode).ShouldBe((403, "SignatureDoesNotMatch"));
    }
}
