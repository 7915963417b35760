namespace Mrap.Sandbox.Tests.Iam;

public sealed class RoleTests(IamFixture fixture) : IClassFixture<IamFixture>
{
    private IamClient Admin => fixture.Admin;

    [Fact]
    public async Task Role_Created_IsShownWhole()
    {
        var trust = IamClient.Trust("arn:aws:iam::444455556666:root");
        await Admin.DoAsync(
            "CreateRole", ("RoleName", "reader"), ("Path", "/svc/"), ("AssumeRolePolicyDocument", trust), ("Description", "reads"),
            ("MaxSessionDuration", "7200"), ("Tags.member.1.Key", "k"), ("Tags.member.1.Value", "v"));

        var shown = await Admin.DoAsync("GetRole", ("RoleName", "reader"));
        var listed = await Admin.DoAsync("ListRoles", ("PathPrefix", "/svc/"));

        shown.Value("Arn").ShouldBe("arn:aws:iam::111122223333:role/svc/reader");
        shown.Value("RoleId")!.ShouldMatch("^AROA[A-Z2-7]{17}$");
        Uri.UnescapeDataString(shown.Value("AssumeRolePolicyDocument")!).ShouldBe(trust);
        (shown.Value("Description"), shown.Value("MaxSessionDuration"), shown.Value("Key")).ShouldBe(("reads", "7200", "k"));
        (listed.Value("RoleName"), listed.Value("Key")).ShouldBe(("reader", null));
    }

    [Theory]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole"}]}""", "Missing required field Principal")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}]}""",
        "Has prohibited field Resource")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject"}]}""",
        "AssumeRole policy may only specify STS AssumeRole actions.")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/nobody"},"Action":"sts:AssumeRole"}]}""",
        "Invalid principal in policy: \"AWS\":\"arn:aws:iam::111122223333:user/nobody\"")]
    [InlineData(
        """{"Statement":[{"Effect":"Allow","Principal":{"AWS":"somebody"},"Action":"sts:AssumeRole"}]}""",
        "Invalid principal in policy: \"AWS\":\"somebody\"")]
    [InlineData("not json", "Syntax errors in policy")]
    public async Task Role_WithATrustPolicyThatIsNone_IsMalformed(string trust, string message)
    {
        var answer = await Admin.IamAsync("CreateRole", ("RoleName", "broken"), ("AssumeRolePolicyDocument", trust));

        (answer.Status, answer.ErrorCode).ShouldBe((400, "MalformedPolicyDocument"));
        answer.Value("Message").ShouldStartWith(message);
    }

    [Fact]
    public async Task Role_TrustingAPrincipalOfAnUnknownAccount_IsCreated()
    {
        var answer = await Admin.IamAsync(
            "CreateRole", ("RoleName", "far"), ("AssumeRolePolicyDocument", IamClient.Trust("arn:aws:iam::999900001111:user/somebody")));

        answer.Status.ShouldBe(200, answer.Text);
    }

    [Theory]
    [InlineData("3599")]
    [InlineData("43201")]
    [InlineData("-1")]
    public async Task Role_WithASessionDurationOutOfRange_IsAValidationError(string seconds)
    {
        var answer = await Admin.IamAsync(
            "CreateRole", ("RoleName", "timed"), ("AssumeRolePolicyDocument", IamClient.Trust("111122223333")),
            ("MaxSessionDuration", seconds));

        (answer.Status, answer.ErrorCode).ShouldBe((400, "ValidationError"));
    }

    [Fact]
    public async Task Role_Updated_ShowsTheChange()
    {
        await Admin.DoAsync("CreateRole", ("RoleName", "updated"), ("AssumeRolePolicyDocument", IamClient.Trust("111122223333")));
        var trust = IamClient.Trust("arn:aws:iam::111122223333:user/admin");

        await Admin.DoAsync("UpdateRole", ("RoleName", "updated"), ("Description", "new"), ("MaxSessionDuration", "3700"));
        await Admin.DoAsync("UpdateAssumeRolePolicy", ("RoleName", "updated"), ("PolicyDocument", trust));

        var shown = await Admin.DoAsync("GetRole", ("RoleName", "updated"));
        (shown.Value("Description"), shown.Value("MaxSessionDuration")).ShouldBe(("new", "3700"));
        Uri.UnescapeDataString(shown.Value("AssumeRolePolicyDocument")!).ShouldBe(trust);
    }

    [Fact]
    public async Task Role_WithPolicies_CannotBeDeletedBeforeThem()
    {
        await Admin.DoAsync("CreateRole", ("RoleName", "full"), ("AssumeRolePolicyDocument", IamClient.Trust("111122223333")));
        await Admin.DoAsync("PutRolePolicy", ("RoleName", "full"), ("PolicyName", "p"), ("PolicyDocument", IamClient.Allow("s3:*")));

        var full = await Admin.IamAsync("DeleteRole", ("RoleName", "full"));
        await Admin.DoAsync("DeleteRolePolicy", ("RoleName", "full"), ("PolicyName", "p"));
        await Admin.DoAsync("DeleteRole", ("RoleName", "full"));

        (full.Status, full.ErrorCode).ShouldBe((409, "DeleteConflict"));
        var gone = await Admin.IamAsync("GetRole", ("RoleName", "full"));
        (gone.Status, gone.ErrorCode, gone.Value("Message")).ShouldBe((404, "NoSuchEntity", "The role with name full cannot be found."));
    }
}
