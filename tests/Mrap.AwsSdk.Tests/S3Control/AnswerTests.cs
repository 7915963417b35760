using System.Net;
using Amazon.Runtime;
using Amazon.S3Control;
using Amazon.S3Control.Model;
using Mrap.Testing;

namespace Mrap.AwsSdk.Tests.S3Control;

public sealed class AnswerTests
{
    private const string Xmlns = "xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ListMultiRegionAccessPointsRequest List => new() { AccountId = S3ControlServer.Account };

    [Theory]
    [InlineData("")]
    [InlineData(Xmlns)]
    public async Task List_Report_IsReadWithAndWithoutNamespace(string xmlns)
    {
        await using var server = await S3ControlServer.AnsweringAsync($"<?xml version=\"1.0\"?>\n<ListMultiRegionAccessPointsResult "
            + $"{xmlns}><AccessPoints><AccessPoint><Name>demo</Name><Alias>mmqdt41e4bf6x.mrap</Alias>"
            + "<CreatedAt>2026-11-22T17:00:00.000Z</CreatedAt><PublicAccessBlock><BlockPublicAcls>true</BlockPublicAcls>"
            + "</PublicAccessBlock><Status>READY</Status><Regions><Region><Bucket>b</Bucket><Region>eu-west-1</Region>"
            + "<BucketAccountId>123456789012</BucketAccountId></Region></Regions></AccessPoint></AccessPoints>"
            + "</ListMultiRegionAccessPointsResult>");

        var answer = await server.Client.ListMultiRegionAccessPointsAsync(List, Cancellation);

        var report = answer.AccessPoints.ShouldHaveSingleItem();
        report.Name.ShouldBe("demo");
        report.Alias.ShouldBe("mmqdt41e4bf6x.mrap");
        report.CreatedAt.ShouldBe(new DateTime(2026, 11, 22, 17, 0, 0, DateTimeKind.Utc));
        report.Status.ShouldBe(MultiRegionAccessPointStatus.READY);
        report.PublicAccessBlock!.BlockPublicAcls.ShouldBe(true);
        var region = report.Regions.ShouldHaveSingleItem();
        (region.Bucket, region.Region, region.BucketAccountId).ShouldBe(("b", "eu-west-1", "123456789012"));
    }

    [Fact]
    public async Task Describe_FailedOperation_ReadsRequestRegionsAndError()
    {
        await using var server = await S3ControlServer.AnsweringAsync($"<DescribeMultiRegionAccessPointOperationResult "
            + $"{Xmlns}><AsyncOperation><CreationTime>2026-11-22T17:00:00Z</CreationTime><Operation>CreateMultiRegionAccessPoint"
            + "</Operation><RequestTokenARN>arn:t</RequestTokenARN><RequestParameters><CreateMultiRegionAccessPointRequest><Name>demo"
            + "</Name><Regions><Region><Bucket>b</Bucket></Region></Regions></CreateMultiRegionAccessPointRequest></RequestParameters>"
            + "<RequestStatus>FAILED</RequestStatus><ResponseDetails><MultiRegionAccessPointDetails><Regions><Region><Name>us-east-1"
            + "</Name><RequestStatus>SUCCEEDED</RequestStatus></Region></Regions></MultiRegionAccessPointDetails><ErrorDetails>"
            + "<Code>NoSuchBucket</Code><Message>gone</Message><Resource>b</Resource><RequestId>r</RequestId></ErrorDetails>"
            + "</ResponseDetails></AsyncOperation></DescribeMultiRegionAccessPointOperationResult>");

        var answer = await server.Client.DescribeMultiRegionAccessPointOperationAsync(
            new DescribeMultiRegionAccessPointOperationRequest { AccountId = S3ControlServer.Account, RequestTokenARN = "arn:t" },
            Cancellation);

        var operation = answer.AsyncOperation.ShouldNotBeNull();
        operation.Operation.ShouldBe(AsyncOperationName.CreateMultiRegionAccessPoint);
        operation.RequestStatus.ShouldBe("FAILED");
        operation.RequestParameters!.CreateMultiRegionAccessPointRequest!.Regions!.Single().Bucket.ShouldBe("b");
        operation.ResponseDetails!.MultiRegionAccessPointDetails!.Regions!.Single().Name.ShouldBe("us-east-1");
        operation.ResponseDetails.ErrorDetails!.Code.ShouldBe("NoSuchBucket");
    }

    [Fact]
    public async Task Policy_EstablishedAndProposed_AreBothRead()
    {
        await using var server = await S3ControlServer.AnsweringAsync("<GetMultiRegionAccessPointPolicyResult><Policy><Established>"
            + "<Policy>{\"a\": 1}</Policy></Established><Proposed><Policy>{}</Policy></Proposed></Policy>"
            + "</GetMultiRegionAccessPointPolicyResult>");

        var answer = await server.Client.GetMultiRegionAccessPointPolicyAsync(
            new GetMultiRegionAccessPointPolicyRequest { AccountId = S3ControlServer.Account, Name = "demo" }, Cancellation);

        answer.Policy!.Established!.Policy.ShouldBe("{\"a\": 1}");
        answer.Policy.Proposed!.Policy.ShouldBe("{}");
    }

    [Fact]
    public async Task Routes_Dials_AreRead()
    {
        await using var server = await S3ControlServer.AnsweringAsync("<GetMultiRegionAccessPointRoutesResult><Mrap>arn</Mrap><Routes>"
            + "<Route><Bucket>b</Bucket><Region>eu-west-1</Region><TrafficDialPercentage>0</TrafficDialPercentage></Route></Routes>"
            + "</GetMultiRegionAccessPointRoutesResult>");

        var answer = await server.Client.GetMultiRegionAccessPointRoutesAsync(
            new GetMultiRegionAccessPointRoutesRequest { AccountId = S3ControlServer.Account, Mrap = "arn" }, Cancellation);

        var route = answer.Routes.ShouldHaveSingleItem();
        (route.Bucket, route.Region, route.TrafficDialPercentage).ShouldBe(("b", "eu-west-1", 0));
    }

    [Fact]
    public async Task Service_SlowDownTwice_IsTriedThreeTimes()
    {
        await using var server =
            await S3ControlServer.StartAsync((_, before) => before < 2 ? Error(503, "SlowDown") : new RecordedAnswer(200, "<R/>"));

        await server.Client.ListMultiRegionAccessPointsAsync(List, Cancellation);

        server.Server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Service_Refuses_ErrorIsReadNestedAndFlat(bool nested)
    {
        await using var server = await S3ControlServer.StartAsync(
            (_, _) =>
                nested
                    ? Error(403, "AccessDenied")
                    : new RecordedAnswer(403, "<Error><Code>AccessDenied</Code><Message>no</Message><RequestId>R2</RequestId></Error>"));

        var fault =
            await Should.ThrowAsync<AmazonS3ControlException>(() => server.Client.ListMultiRegionAccessPointsAsync(List, Cancellation));

        fault.ErrorCode.ShouldBe("AccessDenied");
        fault.Message.ShouldBe("no");
        fault.RequestId.ShouldBe("R2");
        fault.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        fault.ErrorType.ShouldBe(ErrorType.Sender);
        server.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(301, "PermanentRedirect")]
    [InlineData(404, "NoSuchMultiRegionAccessPoint")]
    [InlineData(409, "ClientTokenConflict")]
    public async Task Service_OtherRefusals_KeepTheirCode(int status, string code)
    {
        await using var server = await S3ControlServer.StartAsync((_, _) => Error(status, code));

        var fault =
            await Should.ThrowAsync<AmazonS3ControlException>(() => server.Client.ListMultiRegionAccessPointsAsync(List, Cancellation));

        fault.ErrorCode.ShouldBe(code);
        ((int)fault.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task PublicAccessBlock_NotSet_HasItsOwnException()
    {
        await using var server = await S3ControlServer.StartAsync((_, _) => Error(404, "NoSuchPublicAccessBlockConfiguration"));

        await Should.ThrowAsync<NoSuchPublicAccessBlockConfigurationException>(
            () =>
                server.Client.GetPublicAccessBlockAsync(
                    new GetPublicAccessBlockRequest { AccountId = S3ControlServer.Account }, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>bad gateway")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><Error><Code>&b;</Code></Error>")]
    public async Task Service_ErrorThatIsNotItsOwn_KeepsTheStatus(string body)
    {
        await using var server = await S3ControlServer.StartAsync((_, _) => new RecordedAnswer(404, body));

        var fault =
            await Should.ThrowAsync<AmazonS3ControlException>(() => server.Client.ListMultiRegionAccessPointsAsync(List, Cancellation));

        fault.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        fault.ErrorCode.ShouldBe("NotFound");
    }

    private static RecordedAnswer Error(int status, string code) =>
        new(
            status,
            $"<ErrorResponse><Error><Code>{code}</Code><Message>no</Message></Error><RequestId>R2</RequestId><HostId>h</HostId>"
                + "</ErrorResponse>");
}
