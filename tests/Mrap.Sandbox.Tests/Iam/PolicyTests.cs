namespace Mrap.Sandbox.Tests.Iam;

public sealed class PolicyTests(IamFixture fixture) : IClassFixture<IamFixture>
{
    private const string Boundary = "arn:aws:iam::111122223333:policy/";

    private IamClient Admin => fixture.Admin;

    [Fact]
    public async Task InlinePolicy_Shown_IsTheTextPercentEncoded()
    {
        const string Text = """{"Version":"2012-10-17", "Statement":"""
            + """[{"Sid":"A","Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::b/~*(1)!'"}]}""";
        await Admin.DoAsync("CreateUser", ("UserName", "inline"));
        await Admin.DoAsync("PutUserPolicy", ("UserName", "inline"), ("PolicyName", "p"), ("PolicyDocument", Text));

        var shown = await Admin.DoAsync("GetUserPolicy", ("UserName", "inline"), ("PolicyName", "p"));
        var listed = await Admin.DoAsync("ListUserPolicies", ("UserName", "inline"));

        shown.Value("PolicyDocument").ShouldStartWith("%7B%22Version%22%3A%222012-10-17%22%2C%20%22Statement%22");
        shown.Value("PolicyDocument").ShouldEndWith("b%2F~%2A%281%29%21%27%22%7D%5D%7D");
        Uri.UnescapeDataString(shown.Value("PolicyDocument")!).ShouldBe(Text);
        listed.Values("member").ShouldBe(["p"]);
    }

    [Theory]
    [InlineData("{", "Syntax errors in policy")]
    [InlineData("[]", "Syntax errors in policy")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Resource":"*"}]}""", "Policy statement must contain actions.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*"}]}""", "Policy statement must contain resources.")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""",
        "Policy document should not specify a principal.")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":"GetObject","Resource":"*"}]}""",
        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"bucket"}]}""",
        "Resource bucket must be in ARN format or \"*\".")]
    [InlineData(
        """{"Statement":[{"Sid":"a b","Effect":"Allow","Action":"s3:*","Resource":"*"}]}""",
        "Statement IDs (SID) must be alpha-numeric.")]
    [InlineData(
        """{"Statement":[{"Sid":"a","Effect":"Allow","Action":"s3:*","Resource":"*"},"""
            + """{"Sid":"a","Effect":"Deny","Action":"s3:*","Resource":"*"}]}""",
        "Statement IDs (SID) in a single policy must be unique.")]
    public async Task InlinePolicy_ThatIsNone_IsMalformed(string text, string message)
    {
        var answer = await Admin.IamAsync("PutUserPolicy", ("UserName", "admin"), ("PolicyName", "broken"), ("PolicyDocument", text));

        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedPolicyDocument"));
        answer.Value("Message").ShouldStartWith(message);
    }

    [Fact]
    public async Task InlinePolicies_OfAUserPastTheirSize_ExceedTheLimit()
    {
        await Admin.DoAsync("CreateUser", ("UserName", "wordy"));
        var half = IamClient.Allow("s3:*", "arn:aws:s3:::" + new string('b', 1100));
        await Admin.DoAsync("PutUserPolicy", ("UserName", "wordy"), ("PolicyName", "a"), ("PolicyDocument", half));
        await Admin.DoAsync("PutUserPolicy", ("UserName", "wordy"), ("PolicyName", "a"), ("PolicyDocument", half + new string(' ', 3000)));

        var second = await Admin.IamAsync("PutUserPolicy", ("UserName", "wordy"), ("PolicyName", "b"), ("PolicyDocument", half));

        (second.Status, second.ErrorCode, second.Value("Message")).ShouldBe(
            (409, "LimitExceeded", "Maximum policy size of 2048 bytes exceeded for user wordy"));
    }

    [Fact]
    public async Task ManagedPolicy_Attached_GrantsUntilItIsDetached()
    {
        var user = await Admin.CreateUserAsync("managed", IamClient.Allow("sts:*"));
        var arn = (
            await Admin.DoAsync(
                "CreatePolicy", ("PolicyName", "list-users"), ("Path", "/team/"), ("PolicyDocument", IamClient.Allow("iam:ListUsers")),
                ("Description", "lists"))).Value("Arn")!;

        var before = await user.IamAsync("ListUsers");
        await Admin.DoAsync("AttachUserPolicy", ("UserName", "managed"), ("PolicyArn", arn));
        var attached = await user.IamAsync("ListUsers");
        var shown = await Admin.DoAsync("GetPolicy", ("PolicyArn", arn));
        var deletion = await Admin.IamAsync("DeletePolicy", ("PolicyArn", arn));
        await Admin.DoAsync("DetachUserPolicy", ("UserName", "managed"), ("PolicyArn", arn));
        var after = await user.IamAsync("ListUsers");
        await Admin.DoAsync("DeletePolicy", ("PolicyArn", arn));

        arn.ShouldBe("arn:aws:iam::111122223333:policy/team/list-users");
        (before.ErrorCode, attached.Status, after.ErrorCode).ShouldBe(("AccessDenied", 200, "AccessDenied"));
        (shown.Value("AttachmentCount"), shown.Value("DefaultVersionId"), shown.Value("Description")).ShouldBe(("1", "v1", "lists"));
        (deletion.Status, deletion.ErrorCode).ShouldBe((409, "DeleteConflict"));
        (await Admin.IamAsync("GetPolicy", ("PolicyArn", arn))).ErrorCode.ShouldBe("NoSuchEntity");
    }

    [Fact]
    public async Task ManagedPolicy_NewDefaultVersion_CountsAtOnce()
    {
        var user = await Admin.CreateUserAsync("versioned", IamClient.Allow("sts:*"));
        var arn = (
            await Admin.DoAsync(
                "CreatePolicy", ("PolicyName", "changing"), ("PolicyDocument", IamClient.Allow("iam:ListRoles")))).Value("Arn")!;
        await Admin.DoAsync("AttachUserPolicy", ("UserName", "versioned"), ("PolicyArn", arn));
        (await user.IamAsync("ListUsers")).ErrorCode.ShouldBe("AccessDenied");

        var made = await Admin.DoAsync(
            "CreatePolicyVersion", ("PolicyArn", arn), ("PolicyDocument", IamClient.Allow("iam:ListUsers")), ("SetAsDefault", "true"));
        var allowed = await user.IamAsync("ListUsers");
        await Admin.DoAsync("SetDefaultPolicyVersion", ("PolicyArn", arn), ("VersionId", "v1"));
        var denied = await user.IamAsync("ListUsers");
        var shown = await Admin.DoAsync("GetPolicyVersion", ("PolicyArn", arn), ("VersionId", "v2"));
        var listed = await Admin.DoAsync("ListPolicyVersions", ("PolicyArn", arn));
        var deletion = await Admin.IamAsync("DeletePolicyVersion", ("PolicyArn", arn), ("VersionId", "v1"));

        made.Value("VersionId").ShouldBe("v2");
        (allowed.Status, denied.ErrorCode).ShouldBe((200, "AccessDenied"));
        Uri.UnescapeDataString(shown.Value("Document")!).ShouldBe(IamClient.Allow("iam:ListUsers"));
        listed.Values("VersionId").ShouldBe(["v2", "v1"]);
        (deletion.Status, deletion.ErrorCode).ShouldBe((409, "DeleteConflict"));
    }

    [Fact]
    public async Task ManagedPolicy_OfAnotherAccount_CannotBeAttachedOrSeen()
    {
        var arn = (
            await fixture.OtherAdmin.DoAsync(
                "CreatePolicy", ("PolicyName", "foreign"), ("PolicyDocument", IamClient.Everything))).Value("Arn")!;
        await Admin.DoAsync("CreateUser", ("UserName", "foreigner"));

        var attached = await Admin.IamAsync("AttachUserPolicy", ("UserName", "foreigner"), ("PolicyArn", arn));
        var bounded = await Admin.IamAsync("PutUserPermissionsBoundary", ("UserName", "foreigner"), ("PermissionsBoundary", arn));

        (attached.Status, attached.ErrorCode).ShouldBe((404, "NoSuchEntity"));
        (bounded.Status, bounded.ErrorCode).ShouldBe((404, "NoSuchEntity"));
    }

    [Fact]
    public async Task ManagedPolicy_OfAws_CanBeAttachedButNotChanged()
    {
        const string Arn = "arn:aws:iam::aws:policy/AdministratorAccess";
        var user = await Admin.CreateUserAsync("promoted", IamClient.Allow("sts:*"));

        await Admin.DoAsync("AttachUserPolicy", ("UserName", "promoted"), ("PolicyArn", Arn));
        var deletion = await Admin.IamAsync("DeletePolicy", ("PolicyArn", Arn));
        var scope = await Admin.DoAsync("ListPolicies", ("Scope", "AWS"));

        (await user.IamAsync("ListUsers")).Status.ShouldBe(200);
        (deletion.Status, deletion.ErrorCode).ShouldBe((403, "AccessDenied"));
        scope.Values("PolicyName").ShouldBe(["AdministratorAccess", "AmazonS3FullAccess", "AmazonS3ReadOnlyAccess"]);
    }

    [Fact]
    public async Task ManagedPolicy_Tagged_ShowsItsTags()
    {
        var arn = (
            await Admin.DoAsync(
                "CreatePolicy", ("PolicyName", "tagged"), ("PolicyDocument", IamClient.Everything), ("Tags.member.1.Key", "a"),
                ("Tags.member.1.Value", "1"))).Value("Arn")!;

        await Admin.DoAsync("TagPolicy", ("PolicyArn", arn), ("Tags.member.1.Key", "b"), ("Tags.member.1.Value", "2"));
        await Admin.DoAsync("UntagPolicy", ("PolicyArn", arn), ("TagKeys.member.1", "a"));
        var listed = await Admin.DoAsync("ListPolicyTags", ("PolicyArn", arn));
        var aws = await Admin.IamAsync(
            "TagPolicy", ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"), ("Tags.member.1.Key", "b"),
            ("Tags.member.1.Value", "2"));

        (string.Join(',', listed.Values("Key")), string.Join(',', listed.Values("Value"))).ShouldBe(("b", "2"));
        aws.ErrorCode.ShouldBe("AccessDenied");
    }

    [Fact]
    public async Task Boundary_ThatDoesNotPermit_LimitsTheIdentityPolicy()
    {
        var user = await Admin.CreateUserAsync("bounded", IamClient.Everything);
        await Admin.DoAsync("CreatePolicy", ("PolicyName", "roles-only"), ("PolicyDocument", IamClient.Allow("iam:ListRoles")));
        (await user.IamAsync("ListUsers")).Status.ShouldBe(200);

        await Admin.DoAsync("PutUserPermissionsBoundary", ("UserName", "bounded"), ("PermissionsBoundary", Boundary + "roles-only"));
        var outside = await user.IamAsync("ListUsers");
        var inside = await user.IamAsync("ListRoles");
        var shown = await Admin.DoAsync("GetUser", ("UserName", "bounded"));
        var deletion = await Admin.IamAsync("DeletePolicy", ("PolicyArn", Boundary + "roles-only"));
        await Admin.DoAsync("DeleteUserPermissionsBoundary", ("UserName", "bounded"));
        var free = await user.IamAsync("ListUsers");

        (outside.Status, inside.Status, free.Status).ShouldBe((403, 200, 200));
        outside.Value("Message").ShouldEndWith("because no permissions boundary allows the iam:ListUsers action");
        (shown.Value("PermissionsBoundaryType"), shown.Value("PermissionsBoundaryArn")).ShouldBe(("Policy", Boundary + "roles-only"));
        deletion.ErrorCode.ShouldBe("DeleteConflict");
    }

    [Fact]
    public async Task Boundary_ThatIsNotThere_IsNoSuchEntity()
    {
        var answer = await Admin.IamAsync("CreateUser", ("UserName", "unbounded"), ("PermissionsBoundary", Boundary + "nothing"));
        var malformed =
            await Admin.IamAsync("CreateUser", ("UserName", "unbounded"), ("PermissionsBoundary", "arn:aws:s3:::bucket/policy"));

        (answer.Status, answer.ErrorCode).ShouldBe((404, "NoSuchEntity"));
        (malformed.Status, malformed.ErrorCode).ShouldBe((400, "InvalidInput"));
    }

    [Fact]
    public async Task Entities_OfAPolicy_AreListed()
    {
        var arn = (
            await Admin.DoAsync(
                "CreatePolicy", ("PolicyName", "used"), ("PolicyDocument", IamClient.Allow("iam:ListRoles")))).Value("Arn")!;
        await Admin.DoAsync("CreateUser", ("UserName", "user-of-it"), ("PermissionsBoundary", arn));
        await Admin.DoAsync("CreateRole", ("RoleName", "role-of-it"), ("AssumeRolePolicyDocument", IamClient.Trust("111122223333")));
        await Admin.DoAsync("AttachRolePolicy", ("RoleName", "role-of-it"), ("PolicyArn", arn));

        var both = await Admin.DoAsync("ListEntitiesForPolicy", ("PolicyArn", arn));
        var attached = await Admin.DoAsync("ListEntitiesForPolicy", ("PolicyArn", arn), ("PolicyUsageFilter", "PermissionsPolicy"));

        (both.Value("UserName"), both.Value("RoleName")).ShouldBe(("user-of-it", "role-of-it"));
        (attached.Value("UserName"), attached.Value("RoleName")).ShouldBe((null, "role-of-it"));
    }
}
