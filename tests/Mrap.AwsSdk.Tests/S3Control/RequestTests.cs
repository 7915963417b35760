using System.Security.Cryptography;
using Amazon.S3Control;
using Amazon.S3Control.Model;

namespace Mrap.AwsSdk.Tests.S3Control;

/// <summary>The requests of the Amazon S3 API Reference, "Actions" of Amazon S3 Control, byte for byte.</summary>
public sealed class RequestTests
{
    private const string Arn = "arn:aws:s3::123456789012:accesspoint/mmqdt41e4bf6x.mrap";
    private const string Xmlns = "xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_AllMembersGiven_SendsTheBodyOfTheCli()
    {
        await using var server = await S3ControlServer.AnsweringAsync(
            "<CreateMultiRegionAccessPointResult><RequestTokenARN>arn:t</RequestTokenARN></CreateMultiRegionAccessPointResult>");

        var answer = await server.Client.CreateMultiRegionAccessPointAsync(
            new CreateMultiRegionAccessPointRequest
            {
                AccountId = S3ControlServer.Account,
                ClientToken = "tok",
                Details = new CreateMultiRegionAccessPointInput
                {
                    Name = "demo",
                    PublicAccessBlock = new PublicAccessBlockConfiguration
                    {
                        BlockPublicAcls = true,
                        IgnorePublicAcls = true,
                        BlockPublicPolicy = true,
                        RestrictPublicBuckets = true
                    },
                    Regions = [new Region { Bucket = "b-use1" }, new Region { Bucket = "b-euw1", BucketAccountId = "222222222222" }],
                },
            },
            Cancellation);

        answer.RequestTokenARN.ShouldBe("arn:t");
        answer.ResponseMetadata.RequestId.ShouldBe("REQUEST1");
        var request = server.Only;
        request.Method.ShouldBe("POST");
        request.RawTarget.ShouldBe("/v20180820/async-requests/mrap/create");
        request.Host.ShouldBe("123456789012.s3-control.us-west-2.amazonaws.com");
        request.Headers["x-amz-account-id"].ShouldBe(S3ControlServer.Account);
        request.Headers["Content-MD5"].ShouldBe(Md5(request.Body));
        request.Headers["Authorization"].ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
        request.Headers["Authorization"].ShouldContain("/us-west-2/s3/aws4_request");
        request.Text.ShouldBe($"<CreateMultiRegionAccessPointRequest "
            + $"{Xmlns}><ClientToken>tok</ClientToken><Details><Name>demo</Name><PublicAccessBlock><BlockPublicAcls>true"
            + "</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>"
            + "<RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlock><Regions><Region><Bucket>b-use1</Bucket>"
            + "</Region><Region><Bucket>b-euw1</Bucket><BucketAccountId>222222222222</BucketAccountId></Region></Regions></Details>"
            + "</CreateMultiRegionAccessPointRequest>");
    }

    [Fact]
    public async Task Create_NoClientToken_MakesANewOneForEachCall()
    {
        await using var server = await S3ControlServer.AnsweringAsync("<R/>");
        var request = new CreateMultiRegionAccessPointRequest
        {
            AccountId = S3ControlServer.Account,
            Details = new CreateMultiRegionAccessPointInput { Name = "demo" }
        };

        await server.Client.CreateMultiRegionAccessPointAsync(request, Cancellation);
        await server.Client.CreateMultiRegionAccessPointAsync(request, Cancellation);

        server.Server.Requests[0].Text.ShouldContain("<ClientToken>");
        server.Server.Requests[0].Text.ShouldNotBe(server.Server.Requests[1].Text);
    }

    [Fact]
    public async Task PutPolicy_DocumentWithQuotes_IsSentAsText()
    {
        await using var server = await S3ControlServer.AnsweringAsync("<R/>");

        await server.Client.PutMultiRegionAccessPointPolicyAsync(
            new PutMultiRegionAccessPointPolicyRequest
            {
                AccountId = S3ControlServer.Account,
                ClientToken = "tok",
                Details =
                    new PutMultiRegionAccessPointPolicyInput { Name = "demo", Policy = """{"Version":"2012-10-17","Statement":[]}""" },
            },
            Cancellation);

        server.Only.RawTarget.ShouldBe("/v20180820/async-requests/mrap/put-policy");
        server.Only.Text.ShouldBe(
            $"<PutMultiRegionAccessPointPolicyRequest {Xmlns}><ClientToken>tok</ClientToken><Details><Name>demo</Name>"
                + """<Policy>{"Version":"2012-10-17","Statement":[]}</Policy></Details></PutMultiRegionAccessPointPolicyRequest>""");
    }

    [Fact]
    public async Task Delete_Name_SendsTheBodyOfTheCli()
    {
        await using var server = await S3ControlServer.AnsweringAsync("<R/>");

        await server.Client.DeleteMultiRegionAccessPointAsync(
            new DeleteMultiRegionAccessPointRequest
            {
                AccountId = S3ControlServer.Account,
                ClientToken = "tok",
                Details = new DeleteMultiRegionAccessPointInput { Name = "demo" }
            },
            Cancellation);

        server.Only.RawTarget.ShouldBe("/v20180820/async-requests/mrap/delete");
        server.Only.Text.ShouldBe(
            $"<DeleteMultiRegionAccessPointRequest "
                + $"{Xmlns}><ClientToken>tok</ClientToken><Details><Name>demo</Name></Details></DeleteMultiRegionAccessPointRequest>");
    }

    [Fact]
    public async Task SubmitRoutes_Arn_EscapesColonsAndKeepsTheSlash()
    {
        await using var server = await S3ControlServer.AnsweringAsync(string.Empty);

        await server.Client.SubmitMultiRegionAccessPointRoutesAsync(
            new SubmitMultiRegionAccessPointRoutesRequest
            {
                AccountId = S3ControlServer.Account,
                Mrap = Arn,
                RouteUpdates =
                [
                    new MultiRegionAccessPointRoute { Bucket = "b-use1", TrafficDialPercentage = 100 },
                    new MultiRegionAccessPointRoute { Bucket = "b-euw1", TrafficDialPercentage = 0 },
                ],
            },
            Cancellation);

        server.Only.Method.ShouldBe("PATCH");
        server.Only.RawTarget.ShouldBe(
            "/v20180820/mrap/instances/arn%3Aaws%3As3%3A%3A123456789012%3Aaccesspoint/mmqdt41e4bf6x.mrap/routes");
        server.Only.Text.ShouldBe($"<SubmitMultiRegionAccessPointRoutesRequest "
            + $"{Xmlns}><RouteUpdates><Route><Bucket>b-use1</Bucket><TrafficDialPercentage>100</TrafficDialPercentage></Route><Route>"
            + "<Bucket>b-euw1</Bucket><TrafficDialPercentage>0</TrafficDialPercentage></Route></RouteUpdates>"
            + "</SubmitMultiRegionAccessPointRoutesRequest>");
    }

    [Fact]
    public async Task Describe_TokenArn_IsAGreedyLabel()
    {
        await using var server = await S3ControlServer.AnsweringAsync("<R/>");

        await server.Client.DescribeMultiRegionAccessPointOperationAsync(
            new DescribeMultiRegionAccessPointOperationRequest
            {
                AccountId = S3ControlServer.Account,
                RequestTokenARN = "arn:aws:s3:us-west-2:123456789012:async-request/mrap/create/tok1"
            },
            Cancellation);

        server.Only.RawTarget.ShouldBe(
            "/v20180820/async-requests/mrap/arn%3Aaws%3As3%3Aus-west-2%3A123456789012%3Aasync-request/mrap/create/tok1");
    }

    [Theory]
    [InlineData(null, null, "/v20180820/mrap/instances")]
    [InlineData(5, "a b", "/v20180820/mrap/instances?maxResults=5&nextToken=a%20b")]
    public async Task List_Paging_GoesIntoTheQuery(int? most, string? token, string expected)
    {
        await using var server = await S3ControlServer.AnsweringAsync("<R/>");

        await server.Client.ListMultiRegionAccessPointsAsync(
            new ListMultiRegionAccessPointsRequest { AccountId = S3ControlServer.Account, MaxResults = most, NextToken = token },
            Cancellation);

        server.Only.RawTarget.ShouldBe(expected);
    }

    [Fact]
    public async Task NamedGets_Name_FormTheirPaths()
    {
        await using var server = await S3ControlServer.AnsweringAsync("<R/>");

        await server.Client.GetMultiRegionAccessPointAsync(
            new GetMultiRegionAccessPointRequest { AccountId = S3ControlServer.Account, Name = "demo" }, Cancellation);
        await server.Client.GetMultiRegionAccessPointPolicyAsync(
            new GetMultiRegionAccessPointPolicyRequest { AccountId = S3ControlServer.Account, Name = "demo" }, Cancellation);
        await server.Client.GetMultiRegionAccessPointPolicyStatusAsync(
            new GetMultiRegionAccessPointPolicyStatusRequest { AccountId = S3ControlServer.Account, Name = "demo" }, Cancellation);

        server.Server.Requests.Select(request => request.RawTarget).ShouldBe(
        [
            "/v20180820/mrap/instances/demo",
            "/v20180820/mrap/instances/demo/policy",
            "/v20180820/mrap/instances/demo/policystatus",
        ]);
    }

    [Fact]
    public async Task PublicAccessBlock_PutGetDelete_UseOnePath()
    {
        await using var server = await S3ControlServer.AnsweringAsync(
            "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><RestrictPublicBuckets>false"
                + "</RestrictPublicBuckets></PublicAccessBlockConfiguration>");

        await server.Client.PutPublicAccessBlockAsync(
            new PutPublicAccessBlockRequest
            {
                AccountId = S3ControlServer.Account,
                PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { BlockPublicAcls = false }
            },
            Cancellation);
        var got = await server.Client.GetPublicAccessBlockAsync(
            new GetPublicAccessBlockRequest { AccountId = S3ControlServer.Account }, Cancellation);
        await server.Client.DeletePublicAccessBlockAsync(
            new DeletePublicAccessBlockRequest { AccountId = S3ControlServer.Account }, Cancellation);

        server.Server.Requests.Select(request => $"{request.Method} {request.RawTarget}").ShouldBe(
        [
            "PUT /v20180820/configuration/publicAccessBlock",
            "GET /v20180820/configuration/publicAccessBlock",
            "DELETE /v20180820/configuration/publicAccessBlock",
        ]);
        server.Server.Requests[0].Text.ShouldBe(
            $"<PublicAccessBlockConfiguration {Xmlns}><BlockPublicAcls>false</BlockPublicAcls></PublicAccessBlockConfiguration>");
        got.PublicAccessBlockConfiguration.ShouldNotBeNull();
        got.PublicAccessBlockConfiguration.BlockPublicAcls.ShouldBe(true);
        got.PublicAccessBlockConfiguration.RestrictPublicBuckets.ShouldBe(false);
        got.PublicAccessBlockConfiguration.IgnorePublicAcls.ShouldBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234.example.org/")]
    public async Task AnyRequest_AccountThatIsNoHostLabel_IsRefusedUnsent(string? account)
    {
        await using var server = await S3ControlServer.AnsweringAsync("<R/>");

        await Should.ThrowAsync<AmazonS3ControlException>(
            () =>
                server.Client.ListMultiRegionAccessPointsAsync(
                    new ListMultiRegionAccessPointsRequest { AccountId = account }, Cancellation));

        server.Server.Requests.ShouldBeEmpty();
    }

#pragma warning disable CA5351 // The header of the protocol is MD5.
    private static string Md5(byte[] body) => Convert.ToBase64String(MD5.HashData(body));
#pragma warning restore CA5351
}
