using Mrap.Testing;

namespace Mrap.Sandbox.Tests.AccessPoints;

public sealed class OperationTests(AccessPointFixture fixture) : IClassFixture<AccessPointFixture>
{
    private readonly SandboxClient _client = fixture.Client;
    private readonly string _alias = fixture.Alias;

    [Theory]
    [InlineData("ListObjects", "GET", "/")]
    [InlineData("ListObjectVersions", "GET", "/?versions")]
    [InlineData("DeleteObjects", "POST", "/?delete")]
    [InlineData("POST Object", "POST", "/")]
    [InlineData("HeadBucket", "HEAD", "/")]
    [InlineData("CreateBucket", "PUT", "/")]
    [InlineData("DeleteBucket", "DELETE", "/")]
    [InlineData("GetBucketLocation", "GET", "/?location")]
    [InlineData("GetBucketVersioning", "GET", "/?versioning")]
    [InlineData("PutBucketVersioning", "PUT", "/?versioning")]
    [InlineData("GetBucketPolicy", "GET", "/?policy")]
    [InlineData("PutBucketPolicy", "PUT", "/?policy")]
    [InlineData("DeleteBucketPolicy", "DELETE", "/?policy")]
    [InlineData("GetBucketPolicyStatus", "GET", "/?policyStatus")]
    [InlineData("GetPublicAccessBlock", "GET", "/?publicAccessBlock")]
    [InlineData("GetBucketAcl", "GET", "/?acl")]
    [InlineData("GetBucketTagging", "GET", "/?tagging")]
    [InlineData("GetBucketCors", "GET", "/?cors")]
    [InlineData("GetBucketEncryption", "GET", "/?encryption")]
    [InlineData("GetBucketReplication", "GET", "/?replication")]
    [InlineData("PutBucketLifecycleConfiguration", "PUT", "/?lifecycle")]
    [InlineData("ListBucketMetricsConfigurations", "GET", "/?metrics")]
    [InlineData("CreateSession", "GET", "/?session")]
    [InlineData("GetObjectAttributes", "GET", "/k?attributes")]
    [InlineData("GetObjectTorrent", "GET", "/k?torrent")]
    [InlineData("SelectObjectContent", "POST", "/k?select&select-type=2")]
    public async Task AccessPoint_AskedForAnOperationItDoesNotCarry_AnswersMethodNotAllowed(string operation, string method, string target)
    {
        var answer = await _client.AccessPointAsync(_alias, method, target, cancellation: TestContext.Current.CancellationToken);

        (answer.Status, answer.ErrorCode).ShouldBe((405, method == "HEAD" ? null : "MethodNotAllowed"), operation);
    }

    [Fact]
    public async Task AccessPoint_AskedForUploadPartCopy_AnswersMethodNotAllowed()
    {
        var upload = await _client.AccessPointAsync(_alias, "POST", "/parts?uploads=", cancellation: TestContext.Current.CancellationToken);

        var answer = await CopyAsync($"/parts?partNumber=1&uploadId={Uri.EscapeDataString(upload.Value("UploadId")!)}", "demo-eu-west-1/k");

        (answer.Status, answer.ErrorCode).ShouldBe((405, "MethodNotAllowed"));
    }

    [Fact]
    public async Task CopyObject_ToTheAccessPoint_WritesTheCopy()
    {
        await _client.S3Async("PUT", "/demo-eu-west-1/source", "hello", "eu-west-1", TestContext.Current.CancellationToken);

        var copied = await CopyAsync("/copy", "demo-eu-west-1%2Fsource");
        var got = await _client.AccessPointAsync(_alias, "GET", "/copy", cancellation: TestContext.Current.CancellationToken);

        copied.Status.ShouldBe(200, copied.Text);
        copied.Xml.Name.LocalName.ShouldBe("CopyObjectResult");
        got.Text.ShouldBe("hello");
    }

    [Theory]
    [InlineData("arn:aws:s3::111122223333:accesspoint/{0}/object/source")]
    [InlineData("arn%3Aaws%3As3%3A%3A111122223333%3Aaccesspoint%2F{0}%2Fobject%2Fsource")]
    public async Task CopyObject_FromTheAccessPoint_IsInvalid(string source)
    {
        var answer = await CopyAsync("/copy-of-arn", string.Format(null, source, _alias));

        (answer.Status, answer.ErrorCode).ShouldBe((400, "InvalidRequest"));
    }

    private Task<WireAnswer> CopyAsync(string target, string source)
    {
        var request = SandboxClient.AccessPoint(_alias, "PUT", target);
        return _client.SendAsync(
            request with { Headers = new Dictionary<string, string>(request.Headers) { ["x-amz-copy-source"] = source } },
            TestContext.Current.CancellationToken);
    }
}
