using System.Security.Cryptography;
using System.Text;
using Mrap.Testing;
using static Mrap.Sandbox.Tests.Authorization.TwoAccounts;

namespace Mrap.Sandbox.Tests.Authorization;

/// <summary>Operations on objects that ask for more than one decision.</summary>
public sealed class ObjectDecisionTests
{
    [Fact]
    public async Task MissingObject_ToWhoMayNotList_IsDeniedInsteadOfNotFound()
    {
        await using var accounts = await StartAsync(
            alice: Document(Allow("s3:GetObject s3:GetObjectVersion s3:GetObjectTagging s3:PutObjectTagging", "arn:aws:s3:::ours/*")));
        await accounts.CreateBucketAsync("ours");
        const string Denied = $"User: {Alice} is not authorized to perform: s3:ListBucket on resource: \"arn:aws:s3:::ours\" because no "
            + "identity-based policy allows the s3:ListBucket action";

        (await accounts.S3Async(AsAlice, "GET", "/ours/none")).ShouldBeDenied(Denied);
        (await accounts.S3Async(AsAlice, "GET", "/ours/none?versionId=null")).ShouldBeDenied(Denied);
        (await accounts.S3Async(AsAlice, "GET", "/ours/none?tagging")).ShouldBeDenied(Denied);
        (await accounts.S3Async(AsAlice, "PUT", "/ours/none?tagging", "<Tagging><TagSet/></Tagging>")).ShouldBeDenied(Denied);
        var head = await accounts.S3Async(AsAlice, "HEAD", "/ours/none");
        (head.Status, head.Body.Length).ShouldBe((403, 0));
        (await accounts.S3Async(null, "GET", "/ours/none")).ErrorCode.ShouldBe("NoSuchKey");
        (await accounts.S3Async(AsAlice, "GET", "/nowhere/none")).ErrorCode.ShouldBe("NoSuchBucket");
    }

    [Fact]
    public async Task MissingObject_ThroughAnAccessPoint_TakesListingThereToo()
    {
        await using var accounts =
            await StartAsync(alice: Document(Allow("s3:GetObject", "*"), Allow("s3:ListBucket", "arn:aws:s3:::ours")));
        await accounts.CreateBucketAsync("ours");
        var alias = await accounts.CreatePointAsync("demo", [("ours", Ours)]);
        var before = await accounts.PointAsync(AsAlice, alias, "GET", "/none");
        await accounts.PutPointPolicyAsync("demo", Document(Statement("Allow", Alice, "s3:ListBucket", [Arn(alias)])));
        var after = await accounts.PointAsync(AsAlice, alias, "GET", "/none");

        before.Status.ShouldBe(403);
        (after.Status, after.ErrorCode).ShouldBe((404, "NoSuchKey"));
    }

    [Fact]
    public async Task DeleteObjects_OfSeveralKeys_IsDecidedKeyByKey()
    {
        await using var accounts = await StartAsync(
            alice: Document(
                Allow("s3:DeleteObject s3:DeleteObjectVersion", "arn:aws:s3:::ours/open/*"),
                Statement("Deny", null, "s3:DeleteObjectVersion", ["*"])));
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/open/k", "x");
        await accounts.S3Async(null, "PUT", "/ours/closed/k", "x");
        const string Body = "<Delete><Object><Key>open/k</Key></Object><Object><Key>closed/k</Key></Object><Object><Key>open/k</"
            + "Key><VersionId>null</VersionId></Object></Delete>";

        var answer = await accounts.S3Async(
            AsAlice, "POST", "/ours?delete", Body,
            headers: ("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Body)))));

        answer.Status.ShouldBe(200, answer.Text);
        answer.Xml.Elements().Select(
            element =>
                $"{element.Name.LocalName} {element.Element("{http://s3.amazonaws.com/doc/2006-03-01/}Key")!.Value} "
                    + $"{element.Element("{http://s3.amazonaws.com/doc/2006-03-01/}Code")?.Value}")
            .ShouldBe(["Deleted open/k ", "Error closed/k AccessDenied", "Error open/k AccessDenied"]);
        answer.Values("Message").ShouldBe([
            $"User: {Alice} is not authorized to perform: s3:DeleteObject on resource: \"arn:aws:s3:::ours/closed/k\" because no "
                + "identity-based policy allows the s3:DeleteObject action",
            $"User: {Alice} is not authorized to perform: s3:DeleteObjectVersion on resource: \"arn:aws:s3:::ours/open/k\" with an "
                + "explicit deny in an identity-based policy",
        ]);
        (await accounts.S3Async(null, "GET", "/ours/open/k")).Status.ShouldBe(404);
        (await accounts.S3Async(null, "GET", "/ours/closed/k")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Deletion_ThatComparesAnETag_TakesReadingTheObjectToo()
    {
        await using var accounts = await StartAsync(alice: Document(Allow("s3:DeleteObject", "arn:aws:s3:::ours/*")));
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/k", "x");
        const string Body = "<Delete><Object><Key>k</Key><ETag>guess</ETag></Object></Delete>";

        var guessed = await accounts.S3Async(AsAlice, "DELETE", "/ours/k", headers: ("If-Match", "\"guess\""));
        var several = await accounts.S3Async(
            AsAlice, "POST", "/ours?delete", Body,
            headers: ("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Body)))));
        var any = await accounts.S3Async(AsAlice, "DELETE", "/ours/k", headers: ("If-Match", "*"));

        guessed.Status.ShouldBe(403);
        guessed.Text.ShouldContain("s3:GetObject");
        several.Value("Code").ShouldBe("AccessDenied");
        any.Status.ShouldBe(204);
    }

    [Fact]
    public async Task Copy_Asked_NeedsTheSourceAndItsTags()
    {
        await using var accounts = await StartAsync(alice: Document(
            Allow("s3:GetObject", "arn:aws:s3:::ours/open/*"),
            Statement(
                "Allow", null, "s3:PutObject", ["arn:aws:s3:::ours/copies/*"],
                """{"StringLike":{"s3:x-amz-copy-source":"ours/open/*"}}""")));
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/open/k", "hello");
        await accounts.S3Async(null, "PUT", "/ours/open/tagged", "hello", headers: ("x-amz-tagging", "a=b"));
        await accounts.S3Async(null, "PUT", "/ours/closed/k", "hello");

        (await CopyAsync("open/k")).Status.ShouldBe(200);
        (await CopyAsync("closed/k")).Status.ShouldBe(403);
        (await CopyAsync("open/tagged")).ShouldBeDenied(
            $"User: {Alice} is not authorized to perform: s3:GetObjectTagging on resource: \"arn:aws:s3:::ours/open/tagged\" because no "
                + "identity-based policy allows the s3:GetObjectTagging action");
        (await CopyAsync("open/none")).ShouldBeDenied(
            $"User: {Alice} is not authorized to perform: s3:ListBucket on resource: \"arn:aws:s3:::ours\" because no identity-based "
                + "policy allows the s3:ListBucket action");
        (await accounts.S3Async(AsAlice, "PUT", "/ours/copies/k", "plain")).Status.ShouldBe(403);

        Task<WireAnswer> CopyAsync(string source) =>
            accounts.S3Async(AsAlice, "PUT", "/ours/copies/k", headers: ("x-amz-copy-source", "/ours/" + source));
    }

    [Fact]
    public async Task Copy_ThatKeepsTheTags_IsJudgedByThemAndNotByTheHeader()
    {
        await using var accounts = await StartAsync(alice: Document(
            Allow("s3:GetObject s3:GetObjectTagging s3:PutObject", "arn:aws:s3:::ours/*"),
            Statement(
                "Allow", null, "s3:PutObjectTagging", ["arn:aws:s3:::ours/*"],
                """{"StringEquals":{"s3:RequestObjectTag/stage":"dev"}}""")));
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/dev", "x", headers: ("x-amz-tagging", "stage=dev"));
        await accounts.S3Async(null, "PUT", "/ours/prod", "x", headers: ("x-amz-tagging", "stage=prod"));

        (await CopyAsync("dev")).Status.ShouldBe(200);
        (await CopyAsync("prod")).Text.ShouldContain("s3:PutObjectTagging");
        (await CopyAsync("prod", ("x-amz-tagging", "stage=dev"))).Status.ShouldBe(403);
        (await CopyAsync("prod", ("x-amz-tagging", "stage=dev"), ("x-amz-tagging-directive", "REPLACE"))).Status.ShouldBe(200);

        Task<WireAnswer> CopyAsync(string source, params (string Name, string Value)[] headers) =>
            accounts.S3Async(AsAlice, "PUT", "/ours/copy", headers: [("x-amz-copy-source", "/ours/" + source), .. headers]);
    }

    [Fact]
    public async Task Put_WithTagsThatDifferInCaseAlone_IsJudgedByTheOneThatThePolicySpells()
    {
        await using var accounts = await StartAsync(alice: Document(
            Statement(
                "Allow", null, "s3:PutObject s3:PutObjectTagging", ["arn:aws:s3:::ours/*"],
                """{"StringEquals":{"s3:RequestObjectTag/stage":"dev"}}""")));
        await accounts.CreateBucketAsync("ours");

        (await PutAsync("Stage=dev&stage=prod")).Status.ShouldBe(403);
        (await PutAsync("Stage=prod&stage=dev")).Status.ShouldBe(200);
        (await PutAsync("Stage=dev")).Status.ShouldBe(200);

        Task<WireAnswer> PutAsync(string tags) => accounts.S3Async(AsAlice, "PUT", "/ours/k", "x", headers: ("x-amz-tagging", tags));
    }

    [Fact]
    public async Task Put_WithTagsOrAList_NeedsThoseActionsToo()
    {
        await using var accounts = await StartAsync(alice: Document(Allow("s3:PutObject", "arn:aws:s3:::ours/*")));
        await accounts.CreateBucketAsync("ours");

        (await accounts.S3Async(AsAlice, "PUT", "/ours/k", "x")).Status.ShouldBe(200);
        (
            await accounts.S3Async(
                AsAlice, "PUT", "/ours/k", "x", headers: ("x-amz-tagging", "a=b"))).Text.ShouldContain("s3:PutObjectTagging");
        (await accounts.S3Async(AsAlice, "PUT", "/ours/k", "x", headers: ("x-amz-acl", "private"))).Text.ShouldContain("s3:PutObjectAcl");
        (
            await accounts.S3Async(
                AsAlice, "POST", "/ours/k?uploads", headers: ("x-amz-tagging", "a=b"))).Text.ShouldContain("s3:PutObjectTagging");
    }

    [Fact]
    public async Task Upload_InParts_NeedsItsOwnActions()
    {
        await using var accounts = await StartAsync(alice: Document(Allow("s3:PutObject", "arn:aws:s3:::ours/*")));
        await accounts.CreateBucketAsync("ours");
        var id = (await accounts.S3Async(AsAlice, "POST", "/ours/k?uploads")).Value("UploadId");

        (await accounts.S3Async(AsAlice, "PUT", $"/ours/k?partNumber=1&uploadId={id}", "part")).Status.ShouldBe(200);
        (await accounts.S3Async(AsAlice, "GET", $"/ours/k?uploadId={id}")).Text.ShouldContain("s3:ListMultipartUploadParts");
        (await accounts.S3Async(AsAlice, "DELETE", $"/ours/k?uploadId={id}")).Text.ShouldContain("s3:AbortMultipartUpload");
        (await accounts.S3Async(AsAlice, "GET", "/ours?uploads")).Text.ShouldContain("s3:ListBucketMultipartUploads");
    }

    [Fact]
    public async Task Account_ItsBuckets_NeedIdentityPolicies()
    {
        await using var accounts = await StartAsync(
            alice: Document(
                Statement(
                    "Allow", null, "s3:CreateBucket", ["arn:aws:s3:::alice-*"],
                    """{"StringEquals":{"s3:locationconstraint":"eu-west-1"}}""")));
        static string Location(string region) =>
            $"<CreateBucketConfiguration><LocationConstraint>{region}</LocationConstraint></CreateBucketConfiguration>";

        (await accounts.S3Async(AsAlice, "PUT", "/alice-1", Location("eu-west-1"), "eu-west-1")).Status.ShouldBe(200);
        (await accounts.S3Async(AsAlice, "PUT", "/alice-2", Location("eu-west-2"), "eu-west-2")).Status.ShouldBe(403);
        (await accounts.S3Async(AsAlice, "PUT", "/other", Location("eu-west-1"), "eu-west-1")).Status.ShouldBe(403);
        (await accounts.S3Async(AsAlice, "GET", "/")).ShouldBeDenied(
            $"User: {Alice} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the "
                + "s3:ListAllMyBuckets action");
    }

    [Fact]
    public async Task Policy_Replaced_DecidesTheNextRequest()
    {
        await using var accounts = await StartAsync(bob: Document(Allow("s3:GetObject", "*")));
        await accounts.CreateBucketAsync("ours");
        await accounts.S3Async(null, "PUT", "/ours/k", "hello");
        var statuses = new List<int>();

        foreach (var effect in (string[])["Allow", "Deny", "Allow"])
        {
            await accounts.PutBucketPolicyAsync("ours", Document(Statement(effect, Bob, "s3:GetObject", ["arn:aws:s3:::ours/*"])));
            statuses.Add((await accounts.S3Async(AsBob, "GET", "/ours/k")).Status);
        }

        await accounts.S3Async(null, "DELETE", "/ours?policy");
        statuses.Add((await accounts.S3Async(AsBob, "GET", "/ours/k")).Status);

        statuses.ShouldBe([200, 403, 200, 403]);
    }
}
