using System.Collections.Immutable;
using Mrap.Aws.Connections;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Operations;

/// <summary>A creation that the service gave up names the bucket that is to blame, and its Region.</summary>
public sealed class FailedCreationTests
{
    private const string Token = "arn:aws:s3:us-west-2:111122223333:async-request/mrap/create/tok";
    private const string Identity = "<GetCallerIdentityResponse "
        + "xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Account>111122223333</Account>"
        + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

    private static readonly ImmutableArray<RequestedMember> s_members =
    [
        Member("media", "eu-west-1"),
        Member("media-apse2", "ap-southeast-2"),
        Member("theirs", "us-east-1", "444455556666"),
        Member("media-too", "eu-west-1"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "NoSuchBucket", "The specified bucket does not exist: media-apse2.", "demo",
        "The bucket does not exist. It is `media-apse2` in Sydney (`ap-southeast-2`).")]
    [InlineData(
        "NoSuchBucket", "The specified bucket does not exist", "media",
        "The bucket does not exist. It is `media` in Ireland (`eu-west-1`).")]
    [InlineData(
        "NoSuchBucket", "No bucket theirs", "",
        "The bucket does not exist. It is `theirs` in N. Virginia (`us-east-1`), asked for in account 444455556666.")]
    [InlineData(
        "MultiRegionAccessPointSameBucketRegion", "Only one bucket in a Region, but more than one is in eu-west-1.", "demo",
        "Two of the buckets are in one Region. They are `media` in Ireland (`eu-west-1`) and `media-too` in Ireland (`eu-west-1`).")]
    [InlineData(
        "NoSuchBucket", "The specified bucket does not exist", "arn:aws:s3::111122223333:accesspoint/demo",
        "The bucket does not exist. The service does not say which; it was asked for `media` in Ireland (`eu-west-1`), "
            + "`media-apse2` in Sydney (`ap-southeast-2`), `theirs` in N. Virginia (`us-east-1`), `media-too` in Ireland (`eu-west-1`).")]
    public async Task Fault_OfACreationOfThisConsole_NamesBucketAndRegion(string code, string message, string resource, string why)
    {
        var (log, states) = await WatchAsync(Failed(code, message, resource), isOurs: true);

        var failed = states[^1];
        failed.Fault.ShouldNotBeNull().Why.ShouldBe(why);
        failed.DoneBefore.ShouldBe(["Create the bucket media in Ireland"]);
        failed.Members.ShouldBe(s_members);
        log.FailedCreations().ShouldHaveSingleItem().Fault.ShouldBe(failed.Fault);
    }

    [Fact]
    public async Task Fault_OfACreationOfAnotherClient_NamesTheBucketOfItsRequest()
    {
        var (_, states) = await WatchAsync(
            Failed("NoSuchBucket", "The specified bucket does not exist: media-apse2.", "demo"), isOurs: false);

        states[^1].Fault.ShouldNotBeNull().Why.ShouldBe("The bucket does not exist. It is `media-apse2`.");
        states[^1].DoneBefore.ShouldBeEmpty();
    }

    [Fact]
    public void FailedCreations_TriedAgain_AreNoLongerThere()
    {
        var log = new OperationLog();
        log.Remember(Begun("a") with { Status = AsyncOperationStatus.Failed });
        log.FailedCreations().ShouldHaveSingleItem();

        log.Remember(Begun("b"));

        log.FailedCreations().ShouldBeEmpty();
    }

    [Fact]
    public void FailedCreations_Forgotten_AreGone()
    {
        var log = new OperationLog();
        log.Remember(Begun("a") with { Status = AsyncOperationStatus.Failed });
        var changes = 0;
        log.Changed += (_, _) => changes++;

        log.Forget("a");

        (log.FailedCreations().Length, changes).ShouldBe((0, 1));
    }

    private static async Task<(OperationLog Log, List<OperationSnapshot> States)> WatchAsync(RecordedAnswer answer, bool isOurs)
    {
        await using var server = await RecordingServer.StartAsync((request, _) =>
            request.Host.StartsWith("sts.", StringComparison.Ordinal) ? new RecordedAnswer(200, Identity) : answer);
        using var services = new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port });
        var log = services.Get<OperationLog>();
        if (isOurs)
        {
            log.Remember(Begun(Token));
        }

        var states = await services.Get<WatchOperation>().ExecuteAsync(Token, Cancellation).ToListAsync(Cancellation);
        return (log, [.. states.Select(state => state.Value)]);
    }

    private static OperationSnapshot Begun(string token) => new(
        token, AsyncOperationKind.Create, AccessPointName.Parse("demo").Value, DateTimeOffset.UnixEpoch, AsyncOperationStatus.New, [],
        Fault: null, DateTimeOffset.UnixEpoch)
    {
        Members = s_members,
        DoneBefore = ["Create the bucket media in Ireland"],
    };

    private static RequestedMember Member(string bucket, string region, string? account = null) => new(
        BucketName.Parse(bucket).Value, RegionId.Parse(region).Value, account is null ? null : AccountId.Parse(account).Value);

    private static RecordedAnswer Failed(string code, string message, string resource) => new(
        200,
        "<DescribeMultiRegionAccessPointOperationResult><AsyncOperation><CreationTime>2026-11-22T17:00:00Z</CreationTime>"
            + $"<Operation>CreateMultiRegionAccessPoint</Operation><RequestTokenARN>{Token}</RequestTokenARN><RequestParameters>"
            + "<CreateMultiRegionAccessPointRequest><Name>demo</Name><Regions><Region><Bucket>media</Bucket></Region>"
            + "<Region><Bucket>media-apse2</Bucket></Region></Regions></CreateMultiRegionAccessPointRequest></RequestParameters>"
            + $"<RequestStatus>FAILED</RequestStatus><ResponseDetails><ErrorDetails><Code>{code}</Code><Message>{message}</Message>"
            + $"<Resource>{resource}</Resource></ErrorDetails></ResponseDetails></AsyncOperation>"
            + "</DescribeMultiRegionAccessPointOperationResult>");
}
