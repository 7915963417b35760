using static Mrap.Sandbox.Tests.Authorization.TwoAccounts;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>Public policies, Block Public Access at every level, and requests that nobody signed.</summary>
public sealed class PublicAccessTests
{
    private const string Blocked = "User: arn:aws:iam::111122223333:user/admin is not authorized to perform: ";
    private const string ByTheSetting = " because public policies are blocked by the BlockPublicPolicy block public access setting.";

    private static string ReadByAll => Document(Statement("Allow", "*", "s3:GetObject", ["arn:aws:s3:::ours/*"]));

    [Fact]
    public async Task BucketPolicy_Public_IsRefusedByTheBucketsOrTheAccountsSetting()
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");
        var byBucket = await accounts.S3Async(null, "PUT", "/ours?policy", ReadByAll);
        await accounts.SetBucketBlockAsync("ours", blocks: false);
        await accounts.SetAccountBlockAsync(blocks: true);
        var byAccount = await accounts.S3Async(null, "PUT", "/ours?policy", ReadByAll);
        await accounts.SetAccountBlockAsync(blocks: false);
        var byNone = await accounts.S3Async(null, "PUT", "/ours?policy", ReadByAll);

        byBucket.ShouldBeDenied(Blocked + "s3:PutBucketPolicy on resource: \"arn:aws:s3:::ours\"" + ByTheSetting);
        byAccount.ShouldBeDenied(Blocked + "s3:PutBucketPolicy on resource: \"arn:aws:s3:::ours\"" + ByTheSetting);
        byNone.Status.ShouldBe(204);
    }

    [Fact]
    public async Task AccessPointPolicy_Public_IsRefusedByItsOwnOrTheAccountsSetting()
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("closed-bucket");
        await accounts.CreateBucketAsync("open-bucket", "eu-west-1");
        var closed = await accounts.CreatePointAsync("closed", [("closed-bucket", Ours)]);
        var open = await accounts.CreatePointAsync("open", [("open-bucket", Ours)], blocksPublicAccess: false);
        var byPoint = await accounts.PutPointPolicyAsync("closed", Document(Statement("Allow", "*", "s3:GetObject", Point(closed)[1..])));
        var byNone = await accounts.PutPointPolicyAsync("open", Document(Statement("Allow", "*", "s3:GetObject", Point(open)[1..])));
        await accounts.SetAccountBlockAsync(blocks: true);
        var byAccount = await accounts.PutPointPolicyAsync("open", Document(Statement("Allow", "*", "s3:GetObject", Point(open)[1..])));

        byPoint.ShouldBeDenied(Blocked + $"s3:PutMultiRegionAccessPointPolicy on resource: \"{Arn(closed)}\"" + ByTheSetting);
        byNone.Status.ShouldBe(200);
        byAccount.Status.ShouldBe(403);
    }

    [Fact]
    public async Task Bucket_WithAPublicPolicy_LetsAnyoneInUntilItIsRestricted()
    {
        await using var accounts = await StartAsync(bob: Document(Allow("s3:GetObject", "*")));
        await PublicBucketAsync(accounts);
        var anonymous = await accounts.AnonymousAsync("GET", "/ours/k");
        var stranger = await accounts.S3Async(AsBob, "GET", "/ours/k");

        await accounts.SetBucketBlockAsync("ours", blocks: true);
        var cutOff = await accounts.AnonymousAsync("GET", "/ours/k");
        var cutOffStranger = await accounts.S3Async(AsBob, "GET", "/ours/k");
        var owner = await accounts.S3Async(null, "GET", "/ours/k");

        anonymous.Text.ShouldBe("hello");
        stranger.Text.ShouldBe("hello");
        cutOff.ShouldBeDenied("Access Denied");
        cutOffStranger.ShouldBeDenied("Access Denied");
        owner.Text.ShouldBe("hello");
    }

    [Fact]
    public async Task Account_ThatRestricts_CutsOffItsPublicBuckets()
    {
        await using var accounts = await StartAsync();
        await PublicBucketAsync(accounts);
        await accounts.SetAccountBlockAsync(blocks: true);

        (await accounts.AnonymousAsync("GET", "/ours/k")).ShouldBeDenied("Access Denied");
    }

    [Fact]
    public async Task AccessPoint_WithAPublicPolicy_IsCutOffByTheMostRestrictiveLevel()
    {
        await using var accounts = await StartAsync(bob: Document(Allow("s3:GetObject", "*")));
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/k", "hello");
        var alias = await accounts.CreatePointAsync("open", [("ours", Ours)], blocksPublicAccess: false);
        await accounts.PutPointPolicyAsync("open", Document(Statement("Allow", "*", "s3:GetObject", [Arn(alias) + "/object/*"])));
        await accounts.PutBucketPolicyAsync("ours", Document(Statement("Allow", Bob, "s3:GetObject", ["arn:aws:s3:::ours/*"])));
        var byBucket = await accounts.PointAsync(AsBob, alias, "GET", "/k");
        await accounts.SetBucketBlockAsync("ours", blocks: false);
        var byNone = await accounts.PointAsync(AsBob, alias, "GET", "/k");
        await accounts.SetAccountBlockAsync(blocks: true);
        var byAccount = await accounts.PointAsync(AsBob, alias, "GET", "/k");

        byBucket.ShouldBeDenied("Access Denied");
        byNone.Text.ShouldBe("hello");
        byAccount.ShouldBeDenied("Access Denied");
    }

    [Fact]
    public async Task Anonymous_AtABucket_IsDecidedByItsPolicyAlone()
    {
        await using var accounts = await StartAsync();
        await PublicBucketAsync(accounts);

        (await accounts.AnonymousAsync("HEAD", "/ours/k")).Status.ShouldBe(200);
        (await accounts.AnonymousAsync("PUT", "/ours/k", "mine")).ShouldBeDenied("Access Denied");
        (await accounts.AnonymousAsync("GET", "/ours")).ShouldBeDenied("Access Denied");
        (await accounts.AnonymousAsync("GET", "/ours/none")).ShouldBeDenied("Access Denied");
        (await accounts.AnonymousAsync("GET", "/")).ShouldBeDenied("Access Denied");
        (await accounts.AnonymousAsync("PUT", "/mine")).ShouldBeDenied("Access Denied");
        var head = await accounts.AnonymousAsync("HEAD", "/ours");
        (head.Status, head.Headers["x-amz-bucket-region"], head.Body.Length).ShouldBe((403, "us-east-1", 0));
    }

    [Fact]
    public async Task Anonymous_InConditions_HasTheNameThatAwsGivesIt()
    {
        await using var accounts = await StartAsync();
        await PublicBucketAsync(accounts);
        await accounts.PutBucketPolicyAsync("ours", Document(
            Statement(
                "Allow", "*", "s3:GetObject", ["arn:aws:s3:::ours/*"],
                """{"StringEquals":{"aws:PrincipalType":"Anonymous","aws:userid":"anonymous"},"Null":{"aws:PrincipalArn":"true"}}""")));

        (await accounts.AnonymousAsync("GET", "/ours/k")).Text.ShouldBe("hello");
        (await accounts.S3Async(AsBob, "GET", "/ours/k")).ShouldBeDenied("Access Denied");
    }

    [Fact]
    public async Task PolicyStatus_Asked_TellsWhetherThePolicyIsPublic()
    {
        await using var accounts = await StartAsync();
        await accounts.CreateBucketAsync("ours");
        var none = await accounts.S3Async(null, "GET", "/ours?policyStatus");
        await accounts.PutBucketPolicyAsync("ours", Document(Statement("Allow", Bob, "s3:GetObject", ["arn:aws:s3:::ours/*"])));
        var named = await accounts.S3Async(null, "GET", "/ours?policyStatus");
        await accounts.SetBucketBlockAsync("ours", blocks: false);
        await accounts.PutBucketPolicyAsync("ours", ReadByAll);
        var open = await accounts.S3Async(null, "GET", "/ours?policyStatus");

        none.ErrorCode.ShouldBe("NoSuchBucketPolicy");
        (named.Xml.Name.LocalName, named.Value("IsPublic")).ShouldBe(("PolicyStatus", "false"));
        open.Value("IsPublic").ShouldBe("true");
    }

    private static async Task PublicBucketAsync(TwoAccounts accounts)
    {
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/k", "hello");
        await accounts.SetBucketBlockAsync("ours", blocks: false);
        await accounts.PutBucketPolicyAsync("ours", ReadByAll);
    }
}
