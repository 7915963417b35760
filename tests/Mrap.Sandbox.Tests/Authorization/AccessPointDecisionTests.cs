using Microsoft.Extensions.Time.Testing;
using static Mrap.Sandbox.Tests.Authorization.TwoAccounts;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>Requests through an access point: decided there and at the bucket behind it, each by the rules of its own account.</summary>
public sealed class AccessPointDecisionTests
{
    private const string Delegation = """{"StringEquals":{"s3:DataAccessPointAccount":"111122223333"}}""";

    [Fact]
    public async Task SameAccount_WithAnIdentityPolicyAlone_IsAllowed()
    {
        await using var accounts = await StartAsync(
            alice: Document(Allow("s3:PutObject s3:GetObject", "arn:aws:s3::111122223333:accesspoint/*", "arn:aws:s3:::*")));
        var alias = await OurPointAsync(accounts);

        (await accounts.PointAsync(AsAlice, alias, "PUT", "/k", "hello")).Status.ShouldBe(200);
        (await accounts.PointAsync(AsAlice, alias, "GET", "/k")).Text.ShouldBe("hello");
        (await accounts.PointAsync(AsAlice, alias, "DELETE", "/k")).ShouldBeDenied(
            $"User: {Alice} is not authorized to perform: s3:DeleteObject on resource: \"{Arn(alias)}/object/k\" because no "
                + "identity-based policy allows the s3:DeleteObject action");
    }

    [Fact]
    public async Task SameAccount_WhoseIdentityPolicyNamesTheAccessPointAlone_NeedsTheBucketToDelegate()
    {
        await using var accounts = await StartAsync(alice: Document(Allow("s3:*", "arn:aws:s3::111122223333:accesspoint/*")));
        var alias = await OurPointAsync(accounts);
        var before = await accounts.PointAsync(AsAlice, alias, "PUT", "/k", "hello");

        await accounts.PutBucketPolicyAsync("ours", Document(Statement("Allow", "*", "s3:*", Bucket("ours"), Delegation)));
        var after = await accounts.PointAsync(AsAlice, alias, "PUT", "/k", "hello");

        before.ShouldBeDenied(
            $"User: {Alice} is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::ours/k\" because no identity-based "
                + "policy allows the s3:PutObject action");
        after.Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    [InlineData(true, true, true)]
    public async Task CrossAccount_Allowed_NeedsIdentityAccessPointAndBucket(bool identity, bool point, bool bucket)
    {
        await using var accounts = await StartAsync(bob: identity ? Document(Allow("s3:GetObject", "*")) : null);
        var alias = await OurPointAsync(accounts);
        await accounts.S3Async(null, "PUT", "/ours/k", "hello");
        if (point)
        {
            (
                await accounts.PutPointPolicyAsync(
                    "demo", Document(Statement("Allow", Bob, "s3:GetObject", [Arn(alias) + "/object/*"])))).Status.ShouldBe(200);
        }

        if (bucket)
        {
            await accounts.PutBucketPolicyAsync("ours", Document(Statement("Allow", Bob, "s3:GetObject", ["arn:aws:s3:::ours/*"])));
        }

        var answer = await accounts.PointAsync(AsBob, alias, "GET", "/k");

        if (identity && point && bucket)
        {
            answer.Text.ShouldBe("hello");
        }
        else
        {
            answer.ShouldBeDenied("Access Denied");
        }
    }

    [Fact]
    public async Task MemberOfAnotherAccount_ThatDoesNotDelegate_RefusesTheOwnerOfTheAccessPoint()
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("theirs", credential: AsTheirAdministrator);
        var alias = await accounts.CreatePointAsync("demo", [("theirs", Theirs)]);
        var before = await accounts.PointAsync(null, alias, "PUT", "/k", "hello");

        await accounts.PutBucketPolicyAsync(
            "theirs", Document(Statement("Allow", "*", "s3:*", Bucket("theirs"), Delegation)), credential: AsTheirAdministrator);
        var after = await accounts.PointAsync(null, alias, "PUT", "/k", "hello");

        before.ShouldBeDenied("Access Denied");
        after.Status.ShouldBe(200);
    }

    [Fact]
    public async Task ExplicitDeny_InOneMemberBucket_DeniesOnlyWhatIsRoutedThere()
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("virginia");
        await accounts.CreateBucketAsync("ireland", "eu-west-1");
        var alias = await accounts.CreatePointAsync("demo", [("virginia", Ours), ("ireland", Ours)]);
        await accounts.PutBucketPolicyAsync(
            "ireland", Document(Statement("Deny", "*", "s3:PutObject", ["arn:aws:s3:::ireland/*"])), "eu-west-1");

        var american = await accounts.PointAsync(null, alias, "PUT", "/k", "hello", "us-east-1");
        var european = await accounts.PointAsync(null, alias, "PUT", "/k", "hello", "eu-west-1");

        american.Status.ShouldBe(200);
        european.ShouldBeDenied(
            "User: arn:aws:iam::111122223333:user/admin is not authorized to perform: s3:PutObject on resource: "
                + "\"arn:aws:s3:::ireland/k\" with an explicit deny in a resource-based policy");
    }

    [Fact]
    public async Task Delegation_AsAwsWritesIt_OpensNothingToDirectRequests()
    {
        await using var accounts = await StartAsync(bob: Document(Allow("s3:*", "*")));
        var alias = await OurPointAsync(accounts);
        await accounts.S3Async(null, "PUT", "/ours/k", "hello");
        (
            await accounts.PutPointPolicyAsync(
                "demo", Document(Statement("Allow", Theirs, "s3:GetObject", [Arn(alias) + "/object/*"])))).Status.ShouldBe(200);
        var condition = $$$"""{"StringEquals":{"s3:DataAccessPointArn":"{{{Arn(alias)}}}"}}""";
        await accounts.PutBucketPolicyAsync(
            "ours",
            $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:*","Resource":"""
                + $$"""["arn:aws:s3:::ours","arn:aws:s3:::ours/*"],"Condition":{{condition}}}]}""");

        var through = await accounts.PointAsync(AsBob, alias, "GET", "/k");
        var notGranted = await accounts.PointAsync(AsBob, alias, "PUT", "/k", "x");
        var direct = await accounts.S3Async(AsBob, "GET", "/ours/k");
        var anonymous = await accounts.AnonymousAsync("GET", "/ours/k");

        through.Text.ShouldBe("hello");
        notGranted.ShouldBeDenied("Access Denied");
        direct.ShouldBeDenied("Access Denied");
        anonymous.ShouldBeDenied("Access Denied");
    }

    [Fact]
    public async Task LockDown_ToTheAccessPoint_RefusesDirectRequests()
    {
        await using var accounts = await StartAsync();
        var alias = await OurPointAsync(accounts);
        var condition = $$$"""{"StringNotEquals":{"s3:DataAccessPointArn":"{{{Arn(alias)}}}"}}""";
        await accounts.PutBucketPolicyAsync(
            "ours", Document(Statement("Deny", "*", "s3:GetObject s3:PutObject", ["arn:aws:s3:::ours/*"], condition)));

        var through = await accounts.PointAsync(null, alias, "PUT", "/k", "hello");
        var direct = await accounts.S3Async(null, "GET", "/ours/k");

        through.Status.ShouldBe(200);
        direct.Text.ShouldContain("with an explicit deny in a resource-based policy");
    }

    [Fact]
    public async Task SeedPolicy_AsWritten_GrantsTheAccountsUsersWhatTheirOwnPoliciesPassOn()
    {
        await using var accounts = await StartAsync(alice: Document(Allow("s3:GetObject s3:PutObject", "*")));
        var alias = await OurPointAsync(accounts);
        (await accounts.PutPointPolicyAsync("demo", $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "Default",
                  "Effect": "Allow",
                  "Principal": { "AWS": "111122223333" },
                  "Action": ["s3:GetObject", "s3:PutObject"],
                  "Resource": "{{Arn(alias)}}/object/*"
                }
              ]
            }
            """)).Status.ShouldBe(200);

        (await accounts.ControlAsync(null, "GET", "/mrap/instances/demo/policystatus")).Value("IsPublic").ShouldBe("false");
        (await accounts.PointAsync(AsAlice, alias, "PUT", "/test.png", "png")).Status.ShouldBe(200);
        (await accounts.PointAsync(AsAlice, alias, "GET", "/test.png")).Text.ShouldBe("png");
        (await accounts.PointAsync(AsAlice, alias, "DELETE", "/test.png")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Policy_Proposed_DecidesOnlyOnceEstablished()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-22T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var accounts = await StartAsync(time: time, operationDelay: TimeSpan.FromSeconds(60));
        await accounts.CreateBucketAsync("ours");
        var alias = await accounts.CreatePointAsync("demo", [("ours", Ours)]);
        time.Advance(TimeSpan.FromSeconds(60));
        (await accounts.PutPointPolicyAsync("demo", Document(Statement("Deny", "*", "s3:*", Point(alias))))).Status.ShouldBe(200);

        var proposed = await accounts.PointAsync(null, alias, "PUT", "/k", "hello");
        time.Advance(TimeSpan.FromSeconds(60));
        var established = await accounts.PointAsync(null, alias, "PUT", "/k", "hello");

        proposed.Status.ShouldBe(200);
        established.ShouldBeDenied(
            $"User: arn:aws:iam::111122223333:user/admin is not authorized to perform: s3:PutObject on resource: "
                + $"\"{Arn(alias)}/object/k\" with an explicit deny in a resource-based policy");
    }

    [Fact]
    public async Task Member_DeletedAndTakenByAnotherAccount_IsServedNoMore()
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("theirs", credential: AsTheirAdministrator);
        await accounts.PutBucketPolicyAsync(
            "theirs", Document(Statement("Allow", $"arn:aws:iam::{Ours}:root", "s3:*", Bucket("theirs"))),
            credential: AsTheirAdministrator);
        var alias = await accounts.CreatePointAsync("demo", [("theirs", Theirs)]);
        var before = await accounts.PointAsync(null, alias, "GET", "/?list-type=2");
        (await accounts.S3Async(AsTheirAdministrator, "DELETE", "/theirs")).Status.ShouldBe(204);
        await accounts.CreateBucketAsync("theirs");

        var after = await accounts.PointAsync(null, alias, "PUT", "/k", "secret");
        var asBucket = await accounts.S3Async(null, "PUT", $"/{alias}/k", "secret");

        before.Status.ShouldBe(200);
        (after.Status, after.ErrorCode).ShouldBe((404, "NoSuchBucket"));
        (asBucket.Status, asBucket.ErrorCode).ShouldBe((404, "NoSuchBucket"));
        (await accounts.S3Async(null, "GET", "/theirs/k")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task AliasAsBucket_IsDecidedAsTheAccessPoint()
    {
        await using var accounts = await StartAsync();
        var alias = await OurPointAsync(accounts);
        (
            await accounts.PutPointPolicyAsync(
                "demo", Document(Statement("Deny", "*", "s3:PutObject", [Arn(alias) + "/object/secret/*"])))).Status.ShouldBe(200);

        (await accounts.S3Async(null, "PUT", $"/{alias}/open/k", "hello")).Status.ShouldBe(200);
        (await accounts.S3Async(null, "PUT", $"/{alias}/secret/k", "hello")).Status.ShouldBe(403);
        (await accounts.S3Async(null, "PUT", "/ours/secret/k", "hello")).Status.ShouldBe(200);
        (await accounts.AnonymousAsync("GET", $"/{alias}/open/k")).ShouldBeDenied("Access Denied");
    }

    private static async Task<string> OurPointAsync(TwoAccounts accounts)
    {
        await accounts.CreateBucketAsync("ours");
        return await accounts.CreatePointAsync("demo", [("ours", Ours)]);
    }
}
