using System.Text;
using Mrap.Sandbox.Configuration;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Iam;

public sealed class PersistenceTests
{
    [Fact]
    public async Task Identities_AfterARestart_AreAsTheyWere()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var admin = new IamClient(sandbox);
        var user = await admin.CreateUserAsync("alice", IamClient.Allow("iam:ListUsers"));
        await admin.DoAsync("CreatePolicy", ("PolicyName", "bounds"), ("PolicyDocument", IamClient.Everything));
        await admin.DoAsync(
            "CreateRole", ("RoleName", "reader"), ("AssumeRolePolicyDocument", IamClient.Trust("111122223333")),
            ("PermissionsBoundary", "arn:aws:iam::111122223333:policy/bounds"), ("Tags.member.1.Key", "k"), ("Tags.member.1.Value", "v"));
        await admin.DoAsync(
            "PutRolePolicy", ("RoleName", "reader"), ("PolicyName", "roles"), ("PolicyDocument", IamClient.Allow("iam:ListRoles")));
        var session = await admin.AssumeAsync("arn:aws:iam::111122223333:role/reader");
        var before = await WhatIsThereAsync(admin);

        await sandbox.RestartAsync(TestContext.Current.CancellationToken);

        (await WhatIsThereAsync(admin)).ShouldBe(before);
        (await user.IamAsync("ListUsers")).Status.ShouldBe(200);
        (await user.IamAsync("ListRoles")).Status.ShouldBe(403);
        (await session.IamAsync("ListRoles")).Status.ShouldBe(200);
        (await session.IamAsync("ListUsers")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task SettingsUser_KeepsWhatIamAddsAndRefusesWhatWouldContradict()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var admin = new IamClient(sandbox);
        var id = (await admin.DoAsync("GetUser")).Value("UserId");
        await admin.DoAsync("PutUserPolicy", ("UserName", "admin"), ("PolicyName", "more"), ("PolicyDocument", IamClient.Allow("s3:*")));
        var second = admin.As(IamClient.Keys(await admin.DoAsync("CreateAccessKey", ("UserName", "admin"))));

        var refusals = new List<WireAnswer>
        {
            await admin.IamAsync("DeleteUser", ("UserName", "admin")),
            await admin.IamAsync("UpdateUser", ("UserName", "admin"), ("NewUserName", "boss")),
            await admin.IamAsync("DeleteAccessKey", ("UserName", "admin"), ("AccessKeyId", SandboxClient.Administrator.AccessKeyId)),
            await admin.IamAsync(
                "UpdateAccessKey", ("UserName", "admin"), ("AccessKeyId", SandboxClient.Administrator.AccessKeyId), ("Status", "Inactive")),
            await admin.IamAsync("DeleteUserPolicy", ("UserName", "admin"), ("PolicyName", "settings-1")),
            await admin.IamAsync(
                "PutUserPolicy", ("UserName", "admin"), ("PolicyName", "settings-1"), ("PolicyDocument", IamClient.Allow("s3:*"))),
        };
        await sandbox.RestartAsync(TestContext.Current.CancellationToken);

        refusals.ShouldAllBe(
            answer =>
                answer.Status == 400
                    && answer.ErrorCode == "UnmodifiableEntity"
                    && answer.Text.Contains("Sandbox:Principals", StringComparison.Ordinal));
        (await second.DoAsync("GetUser")).Value("UserId").ShouldBe(id);
        (await admin.DoAsync("ListUserPolicies", ("UserName", "admin"))).Values("member").ShouldBe(["more", "settings-1"]);
    }

    [Fact]
    public async Task SettingsUser_GoneFromTheSettings_IsGone()
    {
        await using var sandbox = await SandboxFixture.StartAsync(options =>
        {
            options.Principals.Add(PrincipalOptions.DefaultAdministrator());
            options.Principals.Add(
                new() { AccountId = "111122223333", UserName = "guest", AccessKeyId = "AKIAGUEST00000000001", SecretAccessKey = "guest" });
        });
        var admin = new IamClient(sandbox);
        await admin.DoAsync("PutUserPolicy", ("UserName", "guest"), ("PolicyName", "more"), ("PolicyDocument", IamClient.Allow("s3:*")));

        sandbox.Options.Principals.RemoveAt(1);
        await sandbox.RestartAsync(TestContext.Current.CancellationToken);

        (await admin.DoAsync("ListUsers")).Values("UserName").ShouldBe(["admin"]);
    }

    [Fact]
    public async Task Reset_LeavesTheUsersOfTheSettingsOnly()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var admin = new IamClient(sandbox);
        var user = await admin.CreateUserAsync("alice", IamClient.Everything);
        await admin.DoAsync("CreateRole", ("RoleName", "reader"), ("AssumeRolePolicyDocument", IamClient.Trust("111122223333")));
        var session = await admin.AssumeAsync("arn:aws:iam::111122223333:role/reader");
        await admin.DoAsync("PutUserPolicy", ("UserName", "admin"), ("PolicyName", "more"), ("PolicyDocument", IamClient.Allow("s3:*")));

        var reset = await new SandboxClient(sandbox).SendAsync(
            WireRequest.Of("POST", "/_sandbox/reset", """{"confirm":"reset"}""") with { IsSigned = false },
            TestContext.Current.CancellationToken);

        reset.Status.ShouldBe(200, reset.Text);
        (await user.StsAsync("GetCallerIdentity")).ErrorCode.ShouldBe("InvalidClientTokenId");
        (await session.StsAsync("GetCallerIdentity")).ErrorCode.ShouldBe("InvalidClientTokenId");
        (await admin.DoAsync("ListUsers")).Values("UserName").ShouldBe(["admin"]);
        (await admin.DoAsync("ListRoles")).Values("RoleName").ShouldBeEmpty();
        (await admin.DoAsync("ListUserPolicies", ("UserName", "admin"))).Values("member").ShouldBe(["settings-1"]);
    }

    [Fact]
    public async Task Database_IsForItsOwnerOnly()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        await new IamClient(sandbox).CreateUserAsync("alice", IamClient.Everything);

        foreach (var file in Directory.GetFiles(sandbox.Options.DataDirectory, "identity.db*"))
        {
            // Windows has no such modes
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
            }
        }
    }

    private static async Task<string> WhatIsThereAsync(IamClient admin)
    {
        var all = new StringBuilder();
        foreach (var answer in (WireAnswer[])
        [
            await admin.DoAsync("ListUsers"),
            await admin.DoAsync("GetUserPolicy", ("UserName", "alice"), ("PolicyName", "own")),
            await admin.DoAsync("ListAccessKeys", ("UserName", "alice")),
            await admin.DoAsync("GetRole", ("RoleName", "reader")),
            await admin.DoAsync("GetRolePolicy", ("RoleName", "reader"), ("PolicyName", "roles")),
            await admin.DoAsync("GetPolicy", ("PolicyArn", "arn:aws:iam::111122223333:policy/bounds")),
        ])
        {
            all.AppendLine(answer.Xml.Elements().First().ToString());
        }

        return all.ToString();
    }
}
