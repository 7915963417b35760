namespace Mrap.Sandbox.Tests.Iam;

public sealed class AuthorizationTests(IamFixture fixture) : IClassFixture<IamFixture>
{
    private IamClient Admin => fixture.Admin;

    [Fact]
    public async Task Call_NoPolicyPermits_IsDeniedWithTheReason()
    {
        var user = await Admin.CreateUserAsync("poor", IamClient.Allow("s3:*"));

        var answer = await user.IamAsync("CreateUser", ("UserName", "friend"), ("Path", "/x/"));

        (answer.Status, answer.ErrorCode).ShouldBe((403, "AccessDenied"));
        answer.Value("Message").ShouldBe(
            "User: arn:aws:iam::111122223333:user/poor is not authorized to perform: iam:CreateUser on resource: "
                + "arn:aws:iam::111122223333:user/x/friend because no identity-based policy allows the iam:CreateUser action");
        (await Admin.IamAsync("GetUser", ("UserName", "friend"))).ErrorCode.ShouldBe("NoSuchEntity");
    }

    [Fact]
    public async Task Call_Denied_DoesNotTellWhetherTheUserExists()
    {
        var user = await Admin.CreateUserAsync("curious", IamClient.Allow("s3:*"));

        var there = await user.IamAsync("GetUser", ("UserName", "admin"));
        var notThere = await user.IamAsync("GetUser", ("UserName", "nimda"));

        there.ErrorCode.ShouldBe("AccessDenied");
        notThere.ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Call_PermittedForAPath_IsDeniedOutsideIt()
    {
        var user = await Admin.CreateUserAsync("pathfinder", IamClient.Allow("iam:*", "arn:aws:iam::111122223333:user/team/*"));

        var inside = await user.IamAsync("CreateUser", ("UserName", "inside"), ("Path", "/team/"));
        var outside = await user.IamAsync("CreateUser", ("UserName", "outside"));
        var read = await user.IamAsync("GetUser", ("UserName", "inside"));

        (inside.Status, outside.ErrorCode, read.Status).ShouldBe((200, "AccessDenied", 200));
    }

    [Fact]
    public async Task Call_OfAPrincipalThatNeedsABoundary_IsDeniedWithoutIt()
    {
        var arn = (
            await Admin.DoAsync("CreatePolicy", ("PolicyName", "the-boundary"), ("PolicyDocument", IamClient.Allow("s3:*")))).Value("Arn")!;
        var user = await Admin.CreateUserAsync(
            "delegate",
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:CreateUser","Resource":"*","Condition":"""
                + $$"""{"StringEquals":{"iam:PermissionsBoundary":"{{arn}}" } } }]}""");

        var without = await user.IamAsync("CreateUser", ("UserName", "unbound"));
        var with = await user.IamAsync("CreateUser", ("UserName", "bound"), ("PermissionsBoundary", arn));

        (without.ErrorCode, with.Status).ShouldBe(("AccessDenied", 200));
    }

    [Fact]
    public async Task Boundary_BeingReplaced_IsJudgedByTheNewOne()
    {
        var tight = (
            await Admin.DoAsync(
                "CreatePolicy", ("PolicyName", "tight"), ("PolicyDocument", IamClient.Allow("s3:ListBucket")))).Value("Arn")!;
        var loose = (await Admin.DoAsync("CreatePolicy", ("PolicyName", "loose"), ("PolicyDocument", IamClient.Everything))).Value("Arn")!;
        await Admin.DoAsync("CreateUser", ("UserName", "hemmed-in"), ("PermissionsBoundary", tight));
        var user = await Admin.CreateUserAsync(
            "hemmer",
            $$"""{"Version":"2012-10-17","Statement":"""
                + $$"""[{"Effect":"Allow","Action":"iam:PutUserPermissionsBoundary","Resource":"*","Condition":{"StringEquals":"""
                + $$"""{"iam:PermissionsBoundary":"{{tight}}" } } }]}""");

        var loosened = await user.IamAsync("PutUserPermissionsBoundary", ("UserName", "hemmed-in"), ("PermissionsBoundary", loose));
        await Admin.DoAsync("PutUserPermissionsBoundary", ("UserName", "hemmed-in"), ("PermissionsBoundary", loose));
        var tightened = await user.IamAsync("PutUserPermissionsBoundary", ("UserName", "hemmed-in"), ("PermissionsBoundary", tight));

        (loosened.ErrorCode, tightened.Status).ShouldBe(("AccessDenied", 200));
    }

    [Theory]
    [InlineData("NewUserName", "chief")]
    [InlineData("NewPath", "/chiefs/")]
    public async Task UpdateUser_IntoOneThatIsNotPermitted_IsDenied(string parameter, string value)
    {
        var name = "climber-" + parameter.ToLowerInvariant();
        var user = await Admin.CreateUserAsync(name, IamClient.Allow("iam:UpdateUser", "arn:aws:iam::111122223333:user/climber-*"));

        var denied = await user.IamAsync("UpdateUser", ("UserName", name), (parameter, value));
        var permitted = await user.IamAsync("UpdateUser", ("UserName", name), ("NewUserName", name + "-2"));

        (denied.ErrorCode, permitted.Status).ShouldBe(("AccessDenied", 200));
        denied.Value("Message")!.ShouldContain("chief");
    }

    [Fact]
    public async Task Policy_WithTheUsersName_PermitsTheUserAlone()
    {
        var user = await Admin.CreateUserAsync("namesake", IamClient.Allow("iam:ListAccessKeys", "arn:aws:iam::*:user/${aws:username}"));

        (await user.IamAsync("ListAccessKeys", ("UserName", "namesake"))).Status.ShouldBe(200);
        (await user.IamAsync("ListAccessKeys", ("UserName", "admin"))).ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Policy_AskingForATagOfThePrincipal_FollowsTheTag()
    {
        var user = await Admin.CreateUserAsync(
            "tagged-user",
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*","Condition":"""
                + """{"StringEquals":{"aws:PrincipalTag/team":"blue"}}}]}""");

        var before = await user.IamAsync("ListUsers");
        await Admin.DoAsync("TagUser", ("UserName", "tagged-user"), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "blue"));
        var after = await user.IamAsync("ListUsers");

        (before.ErrorCode, after.Status).ShouldBe(("AccessDenied", 200));
    }

    [Fact]
    public async Task RootUser_NeedsNoPolicy()
    {
        (await fixture.Root.IamAsync("ListUsers")).Status.ShouldBe(200);
        (await fixture.Root.StsAsync("GetCallerIdentity")).Value("Arn").ShouldBe("arn:aws:iam::111122223333:root");
    }

    [Fact]
    public async Task GetCallerIdentity_NeedsNoPermission()
    {
        var user = await Admin.CreateUserAsync(
            "denied", """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""");

        (await user.StsAsync("GetCallerIdentity")).Value("Arn").ShouldBe("arn:aws:iam::111122223333:user/denied");
    }

    [Fact]
    public async Task Call_WithoutASignature_HasNoToken()
    {
        var client = new Mrap.Testing.SandboxClient(fixture.Sandbox);

        var answer = await client.SendAsync(
            Mrap.Testing.WireRequest.Of(
                "POST", "/", "Action=ListUsers&Version=2010-05-08") with
            { Host = "iam.amazonaws.com", IsSigned = false },
            TestContext.Current.CancellationToken);

        (answer.Status, answer.ErrorCode).ShouldBe((403, "MissingAuthenticationToken"));
    }
}
