using static Mrap.Sandbox.Tests.Authorization.TwoAccounts;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>What S3 says about policies that it does not take.</summary>
public sealed class BucketPolicyRulesTests
{
    [Theory]
    [InlineData("", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData("[]", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData(" {}", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData("{\"Version\":", "This policy contains invalid Json")]
    [InlineData("{\"Version\":\"2012-10-17\"}", "Missing required field Statement")]
    [InlineData("{\"Version\":\"2012-10-17\",\"Statement\":[]}", "Could not parse the policy: Statement is empty!")]
    [InlineData("{\"Version\":\"2024-01-01\",\"Statement\":[]}", "The policy must contain a valid version string")]
    [InlineData(
        "{\"Statement\":{\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::ours\"}}",
        "Missing required field Effect")]
    [InlineData(
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::ours\"}}",
        "Missing required field Principal")]
    [InlineData(
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Resource\":\"arn:aws:s3:::ours\"}}",
        "Missing required field Action")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:*\"}}", "Missing required field Resource")]
    public async Task Document_ThatIsNoPolicy_IsRefused(string policy, string message)
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");

        (await accounts.S3Async(null, "PUT", "/ours?policy", policy)).ShouldBeMalformedPolicy(message);
    }

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::ours", "Action does not apply to any resource(s) in statement")]
    [InlineData("s3:GetObject s3:ListBucket", "arn:aws:s3:::ours/*", "Action does not apply to any resource(s) in statement")]
    [InlineData("s3:ListAllMyBuckets", "arn:aws:s3:::ours", "Action does not apply to any resource(s) in statement")]
    [InlineData("s3:GetObjekt", "arn:aws:s3:::ours/*", "Policy has invalid action")]
    [InlineData("ec2:RunInstances", "arn:aws:s3:::ours/*", "Policy has invalid action")]
    [InlineData("s3:GetObject", "arn:aws:s3:::theirs/*", "Policy has invalid resource")]
    [InlineData("s3:GetObject", "*", "Policy has invalid resource")]
    [InlineData("s3:GetObject", "ours/*", "Policy has invalid resource")]
    [InlineData("s3:GetObject", "arn:aws:s3::111122223333:accesspoint/abc.mrap/object/*", "Policy has invalid resource")]
    [InlineData("s3:*", "arn:aws:s3:::ours", null)]
    [InlineData("s3:get*", "arn:aws:s3:::ours/*", null)]
    [InlineData("*", "arn:aws:s3:::ours/home/${aws:username}/*", null)]
    public async Task Statement_WithActionAndResource_IsTakenOnlyWhenTheyFit(string action, string resource, string? message)
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");

        var answer = await accounts.S3Async(null, "PUT", "/ours?policy", Document(Statement("Allow", Bob, action, [resource])));

        if (message is null)
        {
            answer.Status.ShouldBe(204, answer.Text);
        }
        else
        {
            answer.ShouldBeMalformedPolicy(message);
        }
    }

    [Theory]
    [InlineData("s3:GetObject", """{"StringEqual":{"aws:PrincipalOrgID":"o-1"}}""", "Invalid Condition type : StringEqual")]
    [InlineData("s3:GetObject", """{"StringEquals":{"aws:Colour":"blue"}}""", "Policy has an invalid condition key")]
    [InlineData("s3:GetObject", """{"StringEquals":{"s3:colour":"blue"}}""", "Policy has an invalid condition key")]
    [InlineData(
        "s3:GetObject", """{"StringEquals":{"s3:prefix":"home/"}}""",
        "Conditions do not apply to combination of actions and resources in statement")]
    [InlineData("s3:GetObject", """{"IpAddress":{"aws:SourceIp":"here"}}""", "Invalid IP address in Conditions")]
    [InlineData(
        "s3:GetObject",
        """{"StringEquals":{"s3:ExistingObjectTag/a":"b"},"IpAddressIfExists":{"aws:SourceIp":["10.0.0.0/8","2001:db8::/32"]}}""",
        null)]
    [InlineData("s3:*", """{"StringEquals":{"s3:DataAccessPointAccount":"111122223333","s3:AccessPointNetworkOrigin":"Internet"}}""", null)]
    public async Task Condition_ThatS3DoesNotKnow_IsRefused(string action, string condition, string? message)
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");

        var answer = await accounts.S3Async(
            null, "PUT", "/ours?policy", Document(Statement("Allow", Bob, action, ["arn:aws:s3:::ours/*"], condition)));

        if (message is null)
        {
            answer.Status.ShouldBe(204, answer.Text);
        }
        else
        {
            answer.ShouldBeMalformedPolicy(message);
        }
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/alice", true)]
    [InlineData("111122223333", true)]
    [InlineData("arn:aws:iam::111122223333:root", true)]
    [InlineData("arn:aws:iam::999999999999:user/of-an-account-nobody-knows", true)]
    [InlineData("arn:aws:iam::111122223333:user/nobody", false)]
    [InlineData("arn:aws:iam::111122223333:role/nobody", false)]
    [InlineData("arn:aws:iam::111122223333:user/*", false)]
    [InlineData("alice", false)]
    [InlineData("12345", false)]
    public async Task Principal_Named_MustExist(string principal, bool isTaken)
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");

        var answer = await accounts.S3Async(
            null, "PUT", "/ours?policy", Document(Statement("Allow", principal, "s3:GetObject", ["arn:aws:s3:::ours/*"])));

        if (isTaken)
        {
            answer.Status.ShouldBe(204, answer.Text);
        }
        else
        {
            answer.ShouldBeMalformedPolicy("Invalid principal in policy");
        }
    }

    [Fact]
    public async Task Policy_LargerThan20Kilobytes_IsRefused()
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");

        var answer = await accounts.S3Async(null, "PUT", "/ours?policy", "{" + new string(' ', 20 * 1024) + "}");

        answer.ShouldBeMalformedPolicy("Normalized policy document exceeds the maximum allowed size of 20480 bytes");
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/nobody", null, "Invalid principal in policy")]
    [InlineData("arn:aws:iam::444455556666:user/bob", "arn:aws:s3:::ours/*", "Policy has invalid resource")]
    [InlineData("arn:aws:iam::444455556666:user/bob", "arn:aws:s3::111122223333:accesspoint/demo/object/*", "Policy has invalid resource")]
    [InlineData("arn:aws:iam::444455556666:user/bob", null, null)]
    public async Task AccessPointPolicy_ThatDoesNotFit_IsAcceptedAndFailsLater(string principal, string? resource, string? message)
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");
        var alias = await accounts.CreatePointAsync("demo", [("ours", Ours)]);

        var accepted = await accounts.PutPointPolicyAsync(
            "demo", Document(Statement("Allow", principal, "s3:GetObject", [resource ?? Arn(alias) + "/object/*"])));
        var token = Uri.EscapeDataString(accepted.Value("RequestTokenARN")!);
        var operation = await accounts.ControlAsync(null, "GET", "/async-requests/mrap/" + token);
        var policy = await accounts.ControlAsync(null, "GET", "/mrap/instances/demo/policy");

        accepted.Status.ShouldBe(200, accepted.Text);
        operation.Value("Message").ShouldBe(message);
        operation.Values("RequestStatus").ShouldContain(message is null ? "SUCCEEDED" : "FAILED");
        (policy.Value("Established") is not null).ShouldBe(message is null);
    }

    [Fact]
    public async Task RootUser_LockedOut_CanStillMendThePolicy()
    {
        await using var accounts = await StartAsync(alice: Document(Allow("s3:*", "*")));
        await accounts.CreateBucketAsync("ours");
        await accounts.PutBucketPolicyAsync("ours", Document(Statement("Deny", "*", "s3:*", Bucket("ours"))));

        (await accounts.S3Async(AsAlice, "DELETE", "/ours?policy")).Status.ShouldBe(403);
        (await accounts.S3Async(AsRoot, "GET", "/ours")).Status.ShouldBe(403);
        (await accounts.S3Async(AsRoot, "GET", "/ours?policy")).Status.ShouldBe(200);
        (await accounts.S3Async(AsRoot, "DELETE", "/ours?policy")).Status.ShouldBe(204);
        (await accounts.S3Async(AsAlice, "GET", "/ours")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task CallerOfAnotherAccount_EvenWhenPermitted_HasNothingToDoWithThePolicy()
    {
        await using var accounts = await StartAsync(bob: Document(Allow("s3:*", "*")));
        await accounts.CreateBucketAsync("ours");
        var denied = await accounts.S3Async(AsBob, "GET", "/ours?policy");
        await accounts.PutBucketPolicyAsync("ours", Document(Statement("Allow", Bob, "s3:*", Bucket("ours"))));
        var permitted = await accounts.S3Async(AsBob, "GET", "/ours?policy");

        denied.ShouldBeDenied("Access Denied");
        (permitted.Status, permitted.ErrorCode).ShouldBe((405, "MethodNotAllowed"));
    }
}
