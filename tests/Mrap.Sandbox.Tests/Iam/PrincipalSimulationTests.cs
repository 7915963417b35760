using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Iam;

/// <summary>The policy simulator for users and roles that exist.</summary>
public sealed class PrincipalSimulationTests(IamFixture iam) : IClassFixture<IamFixture>
{
    private const string Object = "arn:aws:s3:::b/k";
    private const string ReadOnly = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";

    [Fact]
    public async Task Simulate_User_CountsInlineAndManagedPolicies()
    {
        await iam.Admin.CreateUserAsync("sim-user", IamClient.Allow("s3:PutObject", "arn:aws:s3:::b/*"));
        await iam.Admin.DoAsync("AttachUserPolicy", ("UserName", "sim-user"), ("PolicyArn", ReadOnly));

        var answer = await SimulateAsync(
            "user/sim-user", ("ActionNames.member.1", "s3:PutObject"), ("ActionNames.member.2", "s3:GetObject"),
            ("ActionNames.member.3", "s3:DeleteObject"));

        answer.Values("EvalDecision").ShouldBe(["allowed", "allowed", "implicitDeny"]);
        answer.Values("SourcePolicyId").ShouldBe(
            ["user_sim-user_own", "user_sim-user_own", "AmazonS3ReadOnlyAccess", "AmazonS3ReadOnlyAccess"]);
    }

    [Fact]
    public async Task Simulate_FurtherPolicies_AreAddedToThePrincipals()
    {
        await iam.Admin.CreateUserAsync("sim-more", IamClient.Allow("s3:GetObject"));
        const string Deny = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":"""
            + """{"StringEquals":{"aws:username":"sim-more"}}}]}""";

        var answer = await SimulateAsync("user/sim-more", ("ActionNames.member.1", "s3:GetObject"), ("PolicyInputList.member.1", Deny));

        answer.Values("EvalDecision").ShouldBe(["explicitDeny"]);
        answer.Values("SourcePolicyId").Distinct().ShouldBe(["PolicyInputList.1"]);
    }

    [Fact]
    public async Task Simulate_Boundary_IsThePrincipalsUntilAnotherIsGiven()
    {
        await iam.Admin.CreateUserAsync("sim-boundary", IamClient.Allow("s3:*"));
        await iam.Admin.DoAsync("PutUserPermissionsBoundary", ("UserName", "sim-boundary"), ("PermissionsBoundary", ReadOnly));

        var own = await SimulateAsync("user/sim-boundary", ("ActionNames.member.1", "s3:PutObject"));
        var other = await SimulateAsync(
            "user/sim-boundary", ("ActionNames.member.1", "s3:PutObject"),
            ("PermissionsBoundaryPolicyInputList.member.1", IamClient.Everything));

        own.Value("EvalDecision").ShouldBe("implicitDeny");
        own.Value("AllowedByPermissionsBoundary").ShouldBe("false");
        other.Value("EvalDecision").ShouldBe("allowed");
        other.Value("AllowedByPermissionsBoundary").ShouldBe("true");
    }

    [Fact]
    public async Task Simulate_Role_NeedsACallerForAResourcePolicy()
    {
        await iam.Admin.DoAsync("CreateRole", ("RoleName", "sim-role"), ("AssumeRolePolicyDocument", IamClient.Trust(IamFixture.Account)));
        await iam.Admin.DoAsync(
            "PutRolePolicy", ("RoleName", "sim-role"), ("PolicyName", "p"),
            ("PolicyDocument", IamClient.Allow("s3:GetObject", "arn:aws:s3:::b/${aws:PrincipalTag/team}/*")));

        var answer = await SimulateAsync("role/sim-role", ("ActionNames.member.1", "s3:GetObject"));
        var refused = await CallAsync(
            "SimulatePrincipalPolicy", "role/sim-role", ("ActionNames.member.1", "s3:GetObject"),
            ("ResourcePolicy", """{"Statement":[]}"""));
        var keys = await CallAsync("GetContextKeysForPrincipalPolicy", "role/sim-role");

        answer.Value("EvalDecision").ShouldBe("implicitDeny");
        refused.Value("Message").ShouldBe("Invalid caller - Caller must be an IAM user in this context.");
        keys.Values("member").ShouldBe(["aws:PrincipalTag/team"]);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/sim-nobody", 404, "NoSuchEntity")]
    [InlineData("arn:aws:iam::444455556666:user/admin", 404, "NoSuchEntity")]
    [InlineData("arn:aws:iam::111122223333:group/staff", 400, "InvalidInput")]
    [InlineData("arn:aws:iam::111122223333:root", 400, "InvalidInput")]
    public async Task Simulate_PrincipalThatIsNone_IsRefused(string arn, int status, string code)
    {
        var answer =
            await iam.Admin.IamAsync("SimulatePrincipalPolicy", ("PolicySourceArn", arn), ("ActionNames.member.1", "s3:GetObject"));

        answer.Status.ShouldBe(status, answer.Text);
        answer.ErrorCode.ShouldBe(code);
    }

    [Fact]
    public async Task Simulate_CallerWithoutPermission_IsDenied()
    {
        var user = await iam.Admin.CreateUserAsync("sim-denied", IamClient.Allow("iam:SimulateCustomPolicy"));

        var custom = await user.IamAsync(
            "SimulateCustomPolicy", ("PolicyInputList.member.1", IamClient.Everything), ("ActionNames.member.1", "s3:GetObject"));
        var principal = await user.IamAsync(
            "SimulatePrincipalPolicy", ("PolicySourceArn", $"arn:aws:iam::{IamFixture.Account}:user/sim-denied"),
            ("ActionNames.member.1", "s3:GetObject"));

        custom.Value("EvalDecision").ShouldBe("allowed");
        principal.Status.ShouldBe(403);
        principal.ErrorCode.ShouldBe("AccessDenied");
    }

    private async Task<WireAnswer> SimulateAsync(string principal, params (string Name, string Value)[] parameters)
    {
        var answer = await CallAsync("SimulatePrincipalPolicy", principal, [.. parameters, ("ResourceArns.member.1", Object)]);
        answer.Status.ShouldBe(200, answer.Text);
        return answer;
    }

    private Task<WireAnswer> CallAsync(string action, string principal, params (string Name, string Value)[] parameters) =>
        iam.Admin.IamAsync(action, [("PolicySourceArn", $"arn:aws:iam::{IamFixture.Account}:{principal}"), .. parameters]);
}
