using Mrap.Sandbox.Tests.Iam;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Sts;

public sealed class AssumeRoleTests(IamFixture fixture) : IClassFixture<IamFixture>
{
    private IamClient Admin => fixture.Admin;

    [Fact]
    public async Task Session_Started_IsTheRole()
    {
        var role = await CreateRoleAsync("worker", IamClient.Trust("111122223333"), IamClient.Allow("iam:ListUsers"));
        var roleId = (await Admin.DoAsync("GetRole", ("RoleName", "worker"))).Value("RoleId");

        var answer = await Admin.StsAsync("AssumeRole", ("RoleArn", role), ("RoleSessionName", "me@work"));
        var session = Admin.As(IamClient.Keys(answer));
        var identity = await session.StsAsync("GetCallerIdentity");

        answer.Xml.Name.ShouldBe("{https://sts.amazonaws.com/doc/2011-06-15/}AssumeRoleResponse");
        answer.Value("AccessKeyId")!.ShouldMatch("^ASIA[A-Z2-7]{16}$");
        answer.Value("AssumedRoleId").ShouldBe($"{roleId}:me@work");
        answer.Value("PackedPolicySize").ShouldBeNull();
        (identity.Value("Arn"), identity.Value("UserId"), identity.Value("Account")).ShouldBe(
            ("arn:aws:sts::111122223333:assumed-role/worker/me@work", $"{roleId}:me@work", "111122223333"));
        (await session.IamAsync("ListUsers")).Status.ShouldBe(200);
        var denied = await session.IamAsync("ListRoles");
        denied.Value("Message").ShouldStartWith(
            "User: arn:aws:sts::111122223333:assumed-role/worker/me@work is not authorized to perform: iam:ListRoles");
    }

    [Fact]
    public async Task Role_OfTheSameAccount_NeedsTrustAndUnlessNamedDirectlyThePermissionToo()
    {
        var poor = await Admin.CreateUserAsync("poor", IamClient.Allow("s3:*"));
        var able = await Admin.CreateUserAsync("able", IamClient.Allow("sts:AssumeRole"));
        var account = await CreateRoleAsync("trusts-account", IamClient.Trust("arn:aws:iam::111122223333:root"), IamClient.Everything);
        var named = await CreateRoleAsync("trusts-poor", IamClient.Trust("arn:aws:iam::111122223333:user/poor"), IamClient.Everything);
        var foreign = await CreateRoleAsync("trusts-other", IamClient.Trust("arn:aws:iam::444455556666:root"), IamClient.Everything);

        (await Assume(poor, account)).ErrorCode.ShouldBe("AccessDenied");
        (await Assume(able, account)).Status.ShouldBe(200);
        (await Assume(poor, named)).Status.ShouldBe(200);
        (await Assume(able, named)).ErrorCode.ShouldBe("AccessDenied");
        (await Assume(able, foreign)).ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Role_OfAnotherAccount_NeedsTrustAndPermission()
    {
        var role = (
            await fixture.OtherAdmin.DoAsync(
                "CreateRole", ("RoleName", "guest"),
                ("AssumeRolePolicyDocument", IamClient.Trust("arn:aws:iam::111122223333:root")))).Value("Arn")!;
        var able = await Admin.CreateUserAsync("traveller", IamClient.Allow("sts:AssumeRole", role));
        var poor = await Admin.CreateUserAsync("homebody", IamClient.Allow("s3:*"));

        var allowed = await Assume(able, role);
        var denied = await Assume(poor, role);

        Admin.As(IamClient.Keys(allowed)).ShouldNotBeNull();
        (await Admin.As(IamClient.Keys(allowed)).StsAsync("GetCallerIdentity")).Value("Account").ShouldBe("444455556666");
        (denied.Status, denied.ErrorCode, denied.Value("Message")).ShouldBe(
            (
                403, "AccessDenied",
                $"User: arn:aws:iam::111122223333:user/homebody is not authorized to perform: sts:AssumeRole on resource: {role}"));
    }

    [Fact]
    public async Task Role_ThatIsNotThere_IsDeniedLikeOneThatDoesNotTrust()
    {
        var answer = await Assume(Admin, "arn:aws:iam::111122223333:role/nothing");
        var wrongCase = await CreateRoleAsync("Cased", IamClient.Trust("111122223333"), IamClient.Everything);

        (answer.Status, answer.ErrorCode).ShouldBe((403, "AccessDenied"));
        (await Assume(Admin, wrongCase.ToLowerInvariant())).ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Role_AskingForAnExternalId_IsNotAssumedWithoutIt()
    {
        var role = await CreateRoleAsync(
            "third-party", IamClient.Trust("111122223333", """{"StringEquals":{"sts:ExternalId":"secret/42"}}"""), IamClient.Everything);

        (await Assume(Admin, role)).ErrorCode.ShouldBe("AccessDenied");
        (await Assume(Admin, role, ("ExternalId", "other"))).ErrorCode.ShouldBe("AccessDenied");
        (await Assume(Admin, role, ("ExternalId", "secret/42"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task RootUser_MayNotAssumeRoles()
    {
        var role = await CreateRoleAsync("no-root", IamClient.Trust("111122223333"), IamClient.Everything);

        var answer = await Assume(fixture.Root, role);

        (answer.Status, answer.ErrorCode, answer.Value("Message")).ShouldBe(
            (403, "AccessDenied", "Roles may not be assumed by root accounts."));
    }

    [Fact]
    public async Task SessionPolicies_LimitTheRole()
    {
        var role = await CreateRoleAsync("limited", IamClient.Trust("111122223333"), IamClient.Everything);
        var managed = (
            await Admin.DoAsync(
                "CreatePolicy", ("PolicyName", "session-managed"), ("PolicyDocument", IamClient.Allow("iam:ListRoles")))).Value("Arn")!;

        var answer = await Assume(Admin, role, ("Policy", IamClient.Allow("iam:ListUsers")), ("PolicyArns.member.1.arn", managed));
        var session = Admin.As(IamClient.Keys(answer));

        int.Parse(answer.Value("PackedPolicySize")!).ShouldBeInRange(1, 100);
        (await session.IamAsync("ListUsers")).Status.ShouldBe(200);
        (await session.IamAsync("ListRoles")).Status.ShouldBe(200);
        var outside = await session.IamAsync("ListPolicies");
        (outside.Status, outside.ErrorCode).ShouldBe((403, "AccessDenied"));
        outside.Value("Message").ShouldEndWith("because no session policy allows the iam:ListPolicies action");
    }

    [Fact]
    public async Task Boundary_OfTheRole_LimitsItsSessions()
    {
        var role = await CreateRoleAsync("fenced", IamClient.Trust("111122223333"), IamClient.Everything);
        await Admin.DoAsync("CreatePolicy", ("PolicyName", "fence"), ("PolicyDocument", IamClient.Allow("iam:ListRoles")));
        var session = await Admin.AssumeAsync(role);
        (await session.IamAsync("ListUsers")).Status.ShouldBe(200);

        await Admin.DoAsync(
            "PutRolePermissionsBoundary", ("RoleName", "fenced"), ("PermissionsBoundary", "arn:aws:iam::111122223333:policy/fence"));

        (await session.IamAsync("ListUsers"))
            .Value("Message")
            .ShouldEndWith("because no permissions boundary allows the iam:ListUsers action");
        (await session.IamAsync("ListRoles")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task SessionTags_HideTheRolesOwnAndNeedTagSession()
    {
        const string NeedsBlue = """{"Version":"2012-10-17","Statement":"""
            + """[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*","Condition":{"StringEquals":"""
            + """{"aws:PrincipalTag/team":"blue"}}}]}""";
        var role = await CreateRoleAsync("coloured", IamClient.Trust("111122223333"), NeedsBlue);
        await Admin.DoAsync("TagRole", ("RoleName", "coloured"), ("Tags.member.1.Key", "Team"), ("Tags.member.1.Value", "red"));
        var untagging = await Admin.CreateUserAsync("untagging", IamClient.Allow("sts:AssumeRole"));

        var plain = await Admin.AssumeAsync(role);
        var blue = await Admin.AssumeAsync(role, ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "blue"));
        var denied = await Assume(untagging, role, ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "blue"));

        (await plain.IamAsync("ListUsers")).Status.ShouldBe(403);
        (await blue.IamAsync("ListUsers")).Status.ShouldBe(200);
        denied.Value("Message")!.ShouldContain("is not authorized to perform: sts:TagSession");
    }

    [Fact]
    public async Task TransitiveTags_GoOnIntoTheNextSession()
    {
        const string NeedsBlue = """{"Version":"2012-10-17","Statement":"""
            + """[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*","Condition":{"StringEquals":"""
            + """{"aws:PrincipalTag/team":"blue"}}}]}""";
        var first = await CreateRoleAsync("first", IamClient.Trust("111122223333"), IamClient.Allow("sts:*"));
        var second = await CreateRoleAsync("second", IamClient.Trust("111122223333"), NeedsBlue);
        (string, string)[] tag = [("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "blue")];
        var passing = await Admin.AssumeAsync(first, [.. tag, ("TransitiveTagKeys.member.1", "team")]);
        var keeping = await Admin.AssumeAsync(first, tag);

        (await (await passing.AssumeAsync(second)).IamAsync("ListUsers")).Status.ShouldBe(200);
        (await (await keeping.AssumeAsync(second)).IamAsync("ListUsers")).Status.ShouldBe(403);
        (await Assume(passing, second, tag)).ErrorCode.ShouldBe("InvalidParameterValue");
    }

    [Theory]
    [InlineData("DurationSeconds", "899")]
    [InlineData("DurationSeconds", "43201")]
    [InlineData("DurationSeconds", "3601")]
    [InlineData("RoleSessionName", "a")]
    [InlineData("RoleSessionName", "with space")]
    [InlineData("ExternalId", "x")]
    [InlineData("RoleArn", "arn:aws:iam::1")]
    [InlineData("RoleArn", "no arn at all, but long")]
    public async Task Parameter_AgainstItsRule_IsAValidationError(string parameter, string value)
    {
        var role = $"timed-{parameter}-{value.Length}-{value[^1]}".Replace(' ', '-');
        var arn = await CreateRoleAsync(role, IamClient.Trust("111122223333"), IamClient.Everything);
        var parameters = new Dictionary<string, string> { ["RoleArn"] = arn, ["RoleSessionName"] = "session", [parameter] = value };

        var answer = await Admin.StsAsync("AssumeRole", [.. parameters.Select(pair => (pair.Key, pair.Value))]);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "ValidationError"), answer.Text);
    }

    [Fact]
    public async Task SessionPolicy_ThatIsNone_IsMalformed()
    {
        var role = await CreateRoleAsync("malformed", IamClient.Trust("111122223333"), IamClient.Everything);

        var answer = await Assume(Admin, role, ("Policy", "{}"));
        var tooLong = await Assume(Admin, role, ("Policy", IamClient.Allow("s3:*", "arn:aws:s3:::" + new string('x', 2048))));

        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedPolicyDocument"));
        (tooLong.Status, tooLong.ErrorCode).ShouldBe((400, "ValidationError"));
    }

    [Fact]
    public async Task ChainedSession_PastAnHour_IsAValidationError()
    {
        var first = await CreateRoleAsync("chain-1", IamClient.Trust("111122223333"), IamClient.Everything);
        var second = await CreateRoleAsync("chain-2", IamClient.Trust(first), IamClient.Everything, ("MaxSessionDuration", "43200"));
        var session = await Admin.AssumeAsync(first);

        var tooLong = await Assume(session, second, ("DurationSeconds", "3601"));
        var hour = await Assume(session, second, ("DurationSeconds", "3600"));

        (tooLong.Status, tooLong.ErrorCode, tooLong.Value("Message")).ShouldBe(
            (400, "ValidationError", "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining"));
        hour.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Session_OfARoleMadeAnew_IsNobodys()
    {
        var role = await CreateRoleAsync("reborn", IamClient.Trust("111122223333"), IamClient.Everything);
        var session = await Admin.AssumeAsync(role);
        await Admin.DoAsync("DeleteRolePolicy", ("RoleName", "reborn"), ("PolicyName", "own"));
        await Admin.DoAsync("DeleteRole", ("RoleName", "reborn"));
        await CreateRoleAsync("reborn", IamClient.Trust("111122223333"), IamClient.Everything);

        (await session.StsAsync("GetCallerIdentity")).ErrorCode.ShouldBe("InvalidClientTokenId");
    }

    [Fact]
    public async Task Role_TrustingAUser_TrustsTheUserAndNotTheName()
    {
        var user = await Admin.CreateUserAsync("trusted", IamClient.Allow("s3:*"));
        var role = await CreateRoleAsync("personal", IamClient.Trust("arn:aws:iam::111122223333:user/trusted"), IamClient.Everything);
        var id = (await Admin.DoAsync("GetUser", ("UserName", "trusted"))).Value("UserId")!;

        await Admin.DoAsync("UpdateUser", ("UserName", "trusted"), ("NewUserName", "renamed"));
        var renamed = await Assume(user, role);
        var renamedTrust = await TrustAsync("personal");
        await Admin.DoAsync("DeleteAccessKey", ("UserName", "renamed"), ("AccessKeyId", user.Credential!.AccessKeyId));
        await Admin.DoAsync("DeleteUserPolicy", ("UserName", "renamed"), ("PolicyName", "own"));
        await Admin.DoAsync("DeleteUser", ("UserName", "renamed"));
        var impostor = await Admin.CreateUserAsync("renamed", IamClient.Allow("sts:*"));

        renamed.Status.ShouldBe(200, renamed.Text);
        renamedTrust.ShouldBe(IamClient.Trust("arn:aws:iam::111122223333:user/renamed"));
        (await Assume(impostor, role)).ErrorCode.ShouldBe("AccessDenied");
        (await TrustAsync("personal")).ShouldBe(IamClient.Trust(id));
    }

    private async Task<string> TrustAsync(string role) =>
        Uri.UnescapeDataString((await Admin.DoAsync("GetRole", ("RoleName", role))).Value("AssumeRolePolicyDocument")!);

    private async Task<string> CreateRoleAsync(string name, string trust, string policy, params (string, string)[] more)
    {
        var created = await Admin.DoAsync("CreateRole", [("RoleName", name), ("AssumeRolePolicyDocument", trust), .. more]);
        await Admin.DoAsync("PutRolePolicy", ("RoleName", name), ("PolicyName", "own"), ("PolicyDocument", policy));
        return created.Value("Arn")!;
    }

    private static Task<WireAnswer> Assume(IamClient client, string role, params (string Name, string Value)[] more) =>
        client.StsAsync("AssumeRole", [("RoleArn", role), ("RoleSessionName", "session"), .. more]);
}
