namespace Mrap.Sandbox.Tests.S3;

public sealed class BucketTests
{
    [Theory]
    [InlineData("eu-west-1", "eu-west-1", "eu-west-1")]
    [InlineData("eu-west-1", "EU", "eu-west-1")]
    [InlineData("us-east-1", null, "us-east-1")]
    [InlineData("us-east-1", "ap-southeast-2", "ap-southeast-2")]
    public async Task CreateBucket_ConstraintFits_CreatesThere(string endpoint, string? constraint, string region)
    {
        await using var bench = new S3Bench();

        (await bench.SendAsync("PUT", body: constraint is null ? null : S3Bench.Location(constraint), region: endpoint)).ShouldSucceed();

        (await bench.SendAsync("HEAD", region: region)).ShouldSucceed().Header("x-amz-bucket-region").ShouldBe(region);
    }

    [Theory]
    [InlineData("eu-west-1", null, "IllegalLocationConstraintException")]
    [InlineData("eu-west-1", "eu-west-2", "IllegalLocationConstraintException")]
    [InlineData("us-east-1", "us-east-1", "InvalidLocationConstraint")]
    [InlineData("us-east-1", "mars-north-1", "InvalidLocationConstraint")]
    [InlineData("us-east-1", "no region", "InvalidLocationConstraint")]
    public async Task CreateBucket_ConstraintDoesNotFit_IsRefused(string endpoint, string? constraint, string code)
    {
        await using var bench = new S3Bench();

        (
            await bench.SendAsync("PUT", body: constraint is null ? null : S3Bench.Location(constraint), region: endpoint)).ShouldFail(400,
            code);
    }

    [Fact]
    public async Task CreateBucket_Again_ConflictsExceptInUsEast1()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        (await bench.SendAsync("PUT", bucket: "virginia", region: "us-east-1")).ShouldSucceed();

        (await bench.SendAsync("PUT", body: S3Bench.Location("eu-west-1"))).ShouldFail(409, "BucketAlreadyOwnedByYou");
        (
            await bench.SendAsync("PUT", body: S3Bench.Location("eu-west-1"), caller: S3Bench.Stranger)).ShouldFail(409,
            "BucketAlreadyExists");
        (await bench.SendAsync("PUT", bucket: "virginia", region: "us-east-1")).ShouldSucceed();
    }

    [Fact]
    public async Task Bucket_Missing_NamesItInTheError()
    {
        await using var bench = new S3Bench();

        var answer = (await bench.GetAsync("key")).ShouldFail(404, "NoSuchBucket");

        answer.Error!.Details.ShouldContain(new KeyValuePair<string, string>("BucketName", S3Bench.Bucket));
    }

    [Fact]
    public async Task Bucket_BadName_IsInvalidBucketName()
    {
        await using var bench = new S3Bench();

        (await bench.SendAsync("PUT", bucket: "No_Bucket", region: "us-east-1")).ShouldFail(400, "InvalidBucketName");
        (await bench.SendAsync("GET", bucket: "No_Bucket", key: "key")).ShouldFail(400, "InvalidBucketName");
    }

    [Fact]
    public async Task Bucket_InAnotherRegion_IsRedirectedThere()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        var answer = (await bench.SendAsync("GET", "key", region: "us-west-2")).ShouldFail(301, "PermanentRedirect");

        answer.Error!.Headers.ShouldContain(new KeyValuePair<string, string>("x-amz-bucket-region", "eu-west-1"));
    }

    [Fact]
    public async Task Bucket_OfAnotherAccount_IsDenied()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.SendAsync("GET", caller: S3Bench.Stranger)).ShouldFail(403, "AccessDenied");
        (await bench.SendAsync("GET", caller: S3Bench.Nobody)).ShouldFail(403, "AccessDenied");
        (await bench.SendAsync("GET", headers: [("x-amz-expected-bucket-owner", "444455556666")])).ShouldFail(403, "AccessDenied");
        (await bench.SendAsync("GET", headers: [("x-amz-expected-bucket-owner", "111122223333")])).ShouldSucceed();
    }

    [Fact]
    public async Task ListBuckets_Filtered_PagesByToken()
    {
        await using var bench = new S3Bench();
        foreach (var (name, region) in new[] { ("aa-one", "eu-west-1"), ("aa-two", "us-west-2"), ("bb-three", "eu-west-1") })
        {
            (await bench.SendAsync("PUT", bucket: name, body: S3Bench.Location(region), region: region)).ShouldSucceed();
        }

        var all = await ListAsync(bench, string.Empty);
        all.All("Name").ShouldBe(["aa-one", "aa-two", "bb-three"]);
        all.All("BucketRegion").ShouldBe(["eu-west-1", "us-west-2", "eu-west-1"]);
        (await ListAsync(bench, "?prefix=aa-")).All("Name").ShouldBe(["aa-one", "aa-two"]);
        (await ListAsync(bench, "?bucket-region=eu-west-1")).All("Name").ShouldBe(["aa-one", "bb-three"]);
        var first = await ListAsync(bench, "?max-buckets=2");
        var token = first.Element("ContinuationToken").ShouldNotBeNull();
        var second = await ListAsync(bench, "?max-buckets=2&continuation-token=" + Uri.EscapeDataString(token));
        second.All("Name").ShouldBe(["bb-three"]);
        second.Element("ContinuationToken").ShouldBeNull();
        (await bench.SendAsync("GET", query: "?continuation-token=tampered", bucket: string.Empty)).ShouldFail(400, "InvalidArgument");
        (await bench.SendAsync("GET", bucket: string.Empty, caller: S3Bench.Stranger)).ShouldSucceed().All("Name").ShouldBeEmpty();
    }

    [Fact]
    public async Task DeleteBucket_HeldOrNotEmpty_IsRefused()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        await bench.PutAsync("key", "body");
        bench.HeldBuckets.Add(S3Bench.Bucket);

        (await bench.SendAsync("DELETE")).ShouldFail(400, "BucketHasAccessPointsAttached");
        bench.HeldBuckets.Clear();
        (await bench.SendAsync("DELETE")).ShouldFail(409, "BucketNotEmpty");
        (await bench.SendAsync("DELETE", "key")).ShouldSucceed(204);
        (await bench.SendAsync("DELETE")).ShouldSucceed(204);
        (await bench.SendAsync("HEAD")).ShouldFail(404, "NoSuchBucket");
    }

    [Fact]
    public async Task Versioning_PutAndGet_Follows()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        (await bench.SendAsync("GET", query: "?versioning")).ShouldSucceed().Element("Status").ShouldBeNull();

        (await bench.SetVersioningAsync("Enabled")).ShouldSucceed();
        (await bench.SendAsync("GET", query: "?versioning")).Element("Status").ShouldBe("Enabled");
        (await bench.SetVersioningAsync("Suspended")).ShouldSucceed();
        (await bench.SendAsync("GET", query: "?versioning")).Element("Status").ShouldBe("Suspended");
        (await bench.SetVersioningAsync("Sometimes")).ShouldFail(400, "MalformedXML");
        (
            await bench.SendAsync("PUT", query: "?versioning", body: S3Bench.Bytes("<VersioningConfiguration/>"))).ShouldFail(
                400, "IllegalVersioningConfigurationException");
    }

    [Fact]
    public async Task Location_OfUsEast1_IsEmpty()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        (await bench.SendAsync("PUT", bucket: "virginia", region: "us-east-1")).ShouldSucceed();

        (await bench.SendAsync("GET", query: "?location")).ShouldSucceed().Xml.Value.ShouldBe("eu-west-1");
        (
            await bench.SendAsync(
                "GET", query: "?location", bucket: "virginia", region: "us-east-1")).ShouldSucceed().Xml.Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Policy_PutGetDelete_KeepsTheText()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        const string Policy =
            """{"Version":"2012-10-17",  "Statement":[{"Effect":"Allow","Principal":"""
                + """{"AWS":"444455556666"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::test-bucket/*"}]}""";
        (await bench.SendAsync("GET", query: "?policy")).ShouldFail(404, "NoSuchBucketPolicy");

        (await bench.SendAsync("PUT", query: "?policy", body: S3Bench.Bytes(Policy))).ShouldSucceed(204);
        (await bench.SendAsync("GET", query: "?policy")).ShouldSucceed().Text.ShouldBe(Policy);
        (await bench.SendAsync("PUT", query: "?policy", body: S3Bench.Bytes("[]"))).ShouldFail(400, "MalformedPolicy");
        (await bench.SendAsync("PUT", query: "?policy", body: S3Bench.Bytes("{"))).ShouldFail(400, "MalformedPolicy");
        (await bench.SendAsync("PUT", query: "?policy", body: new byte[20481])).ShouldFail(400, "MalformedPolicy");
        (await bench.SendAsync("GET", query: "?policy")).Text.ShouldBe(Policy);
        (await bench.SendAsync("DELETE", query: "?policy")).ShouldSucceed(204);
        (await bench.SendAsync("GET", query: "?policy")).ShouldFail(404, "NoSuchBucketPolicy");
    }

    [Fact]
    public async Task PublicAccessBlock_ThatConfiguresNothing_IsRefusedAndChangesNothing()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        var answer = await bench.SendAsync(
            "PUT", query: "?publicAccessBlock", body: S3Bench.Bytes("<PublicAccessBlockConfiguration/>"));

        answer.ShouldFail(400, "InvalidRequest").Error!.Message.ShouldBe("Must specify at least one configuration.");
        (await bench.SendAsync("GET", query: "?publicAccessBlock")).Xml.Elements()
            .Select(e => e.Value)
            .ShouldBe(["true", "true", "true", "true"]);
    }

    [Fact]
    public async Task PublicAccessBlock_OfANewBucket_IsAllOn()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.SendAsync("GET", query: "?publicAccessBlock"))
            .ShouldSucceed().Xml.Elements()
            .Select(e => e.Value)
            .ShouldBe(["true", "true", "true", "true"]);
        var body =
            S3Bench.Bytes("<PublicAccessBlockConfiguration><BlockPublicPolicy>TRUE</BlockPublicPolicy></PublicAccessBlockConfiguration>");
        (await bench.SendAsync("PUT", query: "?publicAccessBlock", body: body)).ShouldSucceed();
        (await bench.SendAsync("GET", query: "?publicAccessBlock")).Xml.Elements()
            .Select(e => e.Value)
            .ShouldBe(["false", "false", "true", "false"]);
        (await bench.SendAsync("DELETE", query: "?publicAccessBlock")).ShouldSucceed(204);
        (await bench.SendAsync("GET", query: "?publicAccessBlock")).ShouldFail(404, "NoSuchPublicAccessBlockConfiguration");
    }

    [Fact]
    public async Task BucketTagging_PutGetDelete_Follows()
    {
        await using var bench = await S3Bench.WithBucketAsync();
        (await bench.SendAsync("GET", query: "?tagging")).ShouldFail(404, "NoSuchTagSet");
        var body = S3Bench.Bytes("<Tagging><TagSet><Tag><Value> b </Value><Key>a</Key></Tag></TagSet></Tagging>");

        (await bench.SendAsync("PUT", query: "?tagging", body: body)).ShouldSucceed(204);
        (await bench.SendAsync("GET", query: "?tagging")).ShouldSucceed().Element("Value").ShouldBe(" b ");
        (await bench.SendAsync("DELETE", query: "?tagging")).ShouldSucceed(204);
        (await bench.SendAsync("GET", query: "?tagging")).ShouldFail(404, "NoSuchTagSet");
    }

    [Theory]
    [InlineData("cors", "NoSuchCORSConfiguration")]
    [InlineData("lifecycle", "NoSuchLifecycleConfiguration")]
    [InlineData("replication", "ReplicationConfigurationNotFoundError")]
    [InlineData("website", "NoSuchWebsiteConfiguration")]
    [InlineData("object-lock", "ObjectLockConfigurationNotFoundError")]
    [InlineData("metrics&id=x", "NoSuchConfiguration")]
    public async Task Configuration_NeverSet_IsNotFound(string query, string code)
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.SendAsync("GET", query: "?" + query)).ShouldFail(404, code);
    }

    [Theory]
    [InlineData("encryption", "AES256")]
    [InlineData("ownershipControls", "BucketOwnerEnforced")]
    [InlineData("requestPayment", "BucketOwner")]
    [InlineData("acl", "FULL_CONTROL")]
    public async Task Configuration_OfANewBucket_IsAnswered(string query, string value)
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.SendAsync("GET", query: "?" + query)).ShouldSucceed().Text.ShouldContain(value);
    }

    [Theory]
    [InlineData("PUT", "?cors")]
    [InlineData("PUT", "?website")]
    [InlineData("DELETE", "?encryption")]
    [InlineData("POST", "")]
    public async Task SubResource_NotServed_IsNotImplemented(string method, string query)
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.SendAsync(method, query: query, body: S3Bench.Bytes("<x/>"))).ShouldFail(501, "NotImplemented");
    }

    [Theory]
    [InlineData(
        "encryption",
        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></"
            + "ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>",
        "AES256", "aws:kms")]
    [InlineData(
        "ownershipControls",
        "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>",
        "BucketOwnerEnforced", "ObjectWriter")]
    public async Task Configuration_Put_IsAcceptedOnlyAsItIs(string query, string document, string value, string other)
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.SendAsync("PUT", query: "?" + query, body: S3Bench.Bytes(document))).ShouldSucceed();
        (
            await bench.SendAsync("PUT", query: "?" + query, body: S3Bench.Bytes(document.Replace(value, other)))).ShouldFail(501,
            "NotImplemented");
        (await bench.SendAsync("PUT", query: "?" + query, body: S3Bench.Bytes("<x/>"))).ShouldFail(400, "MalformedXML");
    }

    [Fact]
    public async Task HeadBucket_Denied_StillTellsTheRegion()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (await bench.SendAsync("HEAD", caller: S3Bench.Stranger)).ShouldFail(403, "AccessDenied")
            .Error!.Headers.ShouldContain(new KeyValuePair<string, string>("x-amz-bucket-region", "eu-west-1"));
    }

    [Fact]
    public async Task BucketAcl_Public_IsNotSupported()
    {
        await using var bench = await S3Bench.WithBucketAsync();

        (
            await bench.SendAsync("PUT", query: "?acl", headers: [("x-amz-acl", "public-read")])).ShouldFail(
                400, "AccessControlListNotSupported");
        (await bench.SendAsync("PUT", query: "?acl", headers: [("x-amz-acl", "private")])).ShouldSucceed();
        (await bench.SendAsync("OPTIONS", caller: S3Bench.Nobody)).ShouldFail(403, "AccessForbidden");
        (await bench.SendAsync("PATCH")).ShouldFail(405, "MethodNotAllowed");
    }

    private static async Task<S3Answer> ListAsync(S3Bench bench, string query) =>
        (await bench.SendAsync("GET", query: query, bucket: string.Empty)).ShouldSucceed();
}
