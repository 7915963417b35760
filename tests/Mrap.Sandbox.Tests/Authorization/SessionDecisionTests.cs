using Mrap.Sandbox.Tests.Iam;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>Principals made by IAM and STS at a bucket: how directly its policy names them, and what limits them.</summary>
public sealed class SessionDecisionTests(IamFixture sandbox) : IClassFixture<IamFixture>
{
    [Fact]
    public async Task BucketPolicy_NamingTheRole_IsLimitedByTheSessionsPolicyAndItsBoundary()
    {
        var session = await SessionAsync("named-role", "named-role-bucket", boundary: null, sessionPolicy: IamClient.Allow("s3:GetObject"));
        var bounded = await SessionAsync("bounded-role", "bounded-role-bucket", IamClient.Allow("s3:PutObject"), sessionPolicy: null);
        await PutPolicyAsync("named-role-bucket", "arn:aws:iam::111122223333:role/named-role");
        await PutPolicyAsync("bounded-role-bucket", "arn:aws:iam::111122223333:role/bounded-role");

        (await session.S3Async("GET", "/named-role-bucket/k")).Status.ShouldBe(200);
        var put = await session.S3Async("PUT", "/named-role-bucket/k", "x");
        (await bounded.S3Async("PUT", "/bounded-role-bucket/k", "x")).Status.ShouldBe(200);
        var get = await bounded.S3Async("GET", "/bounded-role-bucket/k");

        put.ShouldBeDenied("User: arn:aws:sts::111122223333:assumed-role/named-role/session is not authorized to perform: s3:PutObject on "
            + "resource: \"arn:aws:s3:::named-role-bucket/k\" because no session policy allows the s3:PutObject action");
        get.ShouldBeDenied("User: arn:aws:sts::111122223333:assumed-role/bounded-role/session is not authorized to perform: s3:GetObject "
            + "on resource: \"arn:aws:s3:::bounded-role-bucket/k\" because no permissions boundary allows the s3:GetObject action");
    }

    [Fact]
    public async Task BucketPolicy_NamingTheSession_NeedsNothingElse()
    {
        var session = await SessionAsync(
            "direct-role", "direct-bucket", IamClient.Allow("s3:ListAllMyBuckets"), IamClient.Allow("s3:ListAllMyBuckets"));
        var before = await session.S3Async("GET", "/direct-bucket/k");
        await PutPolicyAsync("direct-bucket", "arn:aws:sts::111122223333:assumed-role/direct-role/session");

        before.Status.ShouldBe(403);
        (await session.S3Async("GET", "/direct-bucket/k")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task IdentityPolicy_WithTheUsersName_OpensTheUsersOwnPrefix()
    {
        await sandbox.Admin.S3Async("PUT", "/homes");
        var carol = await sandbox.Admin.CreateUserAsync("carol", IamClient.Allow("s3:PutObject", "arn:aws:s3:::homes/${aws:username}/*"));

        (await carol.S3Async("PUT", "/homes/carol/k", "x")).Status.ShouldBe(200);
        (await carol.S3Async("PUT", "/homes/dave/k", "x")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task BucketPolicy_AskingForATagOfThePrincipal_FollowsTheTag()
    {
        await sandbox.Admin.S3Async("PUT", "/teams");
        var user = await sandbox.Admin.CreateUserAsync("erin", IamClient.Allow("s3:PutObject", "arn:aws:s3:::teams/*"));
        var answer = await sandbox.Admin.S3Async(
            "PUT", "/teams?policy",
            """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::"""
                + """teams/*","Condition":{"StringNotEquals":{"aws:PrincipalTag/team":"blue"}}}}""");
        answer.Status.ShouldBe(204, answer.Text);
        var before = await user.S3Async("PUT", "/teams/k", "x");
        await sandbox.Admin.DoAsync("TagUser", ("UserName", "erin"), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "blue"));
        var after = await user.S3Async("PUT", "/teams/k", "x");

        before.Status.ShouldBe(403);
        after.Status.ShouldBe(200);
    }

    private async Task<IamClient> SessionAsync(string role, string bucket, string? boundary, string? sessionPolicy)
    {
        await sandbox.Admin.S3Async("PUT", "/" + bucket);
        await sandbox.Admin.S3Async("PUT", $"/{bucket}/k", "hello");
        (string, string)[] limit = [];
        if (boundary is not null)
        {
            var policy = await sandbox.Admin.DoAsync("CreatePolicy", ("PolicyName", role + "-boundary"), ("PolicyDocument", boundary));
            limit = [("PermissionsBoundary", policy.Value("Arn")!)];
        }

        await sandbox.Admin.DoAsync(
            "CreateRole",
            [("RoleName", role), ("AssumeRolePolicyDocument", IamClient.Trust("arn:aws:iam::111122223333:user/admin")), .. limit]);
        return await sandbox.Admin.AssumeAsync(
            $"arn:aws:iam::111122223333:role/{role}", sessionPolicy is null ? [] : [("Policy", sessionPolicy)]);
    }

    private async Task PutPolicyAsync(string bucket, string principal)
    {
        var policy =
            TwoAccounts.Document(TwoAccounts.Statement("Allow", principal, "s3:GetObject s3:PutObject", [$"arn:aws:s3:::{bucket}/*"]));
        var answer = await sandbox.Admin.S3Async("PUT", $"/{bucket}?policy", policy);
        answer.Status.ShouldBe(204, answer.Text);
    }
}
