using System.Text;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Buckets;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Aws.Requests;
using Mrap.Aws.Routing;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Aws.Tests.EndToEnd;

public sealed class MainJobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RegionId Ireland { get; } = RegionId.Parse("eu-west-1").Value;

    private static RegionId Sydney { get; } = RegionId.Parse("ap-southeast-2").Value;

    [Fact]
    public async Task Example_Loaded_IsReadyWithThreeRegionsAndAPastOperation()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);

        var accessPoint = await console.LoadExampleAsync(Cancellation);

        accessPoint.Status.ShouldBe(AccessPointStatus.Ready);
        accessPoint.Members.Select(member => member.Region.Value).ShouldBe(["ap-southeast-2", "eu-west-1", "us-east-1"]);
        accessPoint.BlockPublicAccess.IsAllOn.ShouldBeTrue();
        (await console.Get<ListAccessPoints>().ExecuteAsync(Cancellation)).Value.ShouldHaveSingleItem().Alias.ShouldBe(accessPoint.Alias);
        var operation = console.Get<OperationLog>().Of(accessPoint.Name).ShouldHaveSingleItem();
        operation.Kind.ShouldBe(AsyncOperationKind.Create);
        operation.Status.ShouldBe(AsyncOperationStatus.Succeeded);
        operation.Regions.Length.ShouldBe(3);
        var details = (await console.Get<GetAccessPoint>().ExecuteAsync(accessPoint.Name, Cancellation)).Value;
        details.Routes.ShouldNotBeNull().Active.Count().ShouldBe(3);
        details.Policy.ShouldNotBeNull().IsPresent.ShouldBeFalse();
    }

    [Fact]
    public async Task Buckets_AfterTheExample_AreListedWithRegionAndVersioning()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        await console.LoadExampleAsync(Cancellation);

        var buckets = (await console.Get<ListBuckets>().ExecuteAsync(Cancellation)).Value;

        buckets.Select(bucket => bucket.Region?.Value).ShouldBe(["eu-west-1", "us-east-1", "ap-southeast-2"]);
        (
            await console.Get<ListBuckets>().GetVersioningAsync(
                buckets[0].Name, Ireland, Cancellation)).Value.ShouldBe(BucketVersioning.Enabled);
    }

    [Fact]
    public async Task Requests_FromTwoVantages_AreServedByTheirNearestRegion()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);

        var dublin = await SendAsync(console, accessPoint, ObjectVerb.Get, "where-am-i.json", "eu-west-1");
        var sydney = await SendAsync(console, accessPoint, ObjectVerb.Get, "where-am-i.json", "ap-southeast-2");

        (dublin.ServedBy, sydney.ServedBy).ShouldBe((Ireland, Sydney));
        Encoding.UTF8.GetString(dublin.Preview.Span).ShouldContain("\"eu-west-1\"");
        Encoding.UTF8.GetString(sydney.Preview.Span).ShouldContain("\"ap-southeast-2\"");
        dublin.RequestId.ShouldNotBeNullOrEmpty();
        var predicted =
            (await console.Get<ExplainRoute>().ExecuteAsync(accessPoint, VantageCatalog.Find("eu-west-1")!, Cancellation)).Value;
        predicted.Chosen!.Region.ShouldBe(Ireland);
    }

    [Fact]
    public async Task Object_EveryVerb_Works()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var bytes = Encoding.UTF8.GetBytes("hello");

        (await SendAsync(console, accessPoint, ObjectVerb.Put, "a b/ü.txt", "eu-west-1", bytes)).Status.ShouldBe(200);
        var got = await SendAsync(console, accessPoint, ObjectVerb.Get, "a b/ü.txt", "eu-west-1");
        var head = await SendAsync(console, accessPoint, ObjectVerb.Head, "a b/ü.txt", "eu-west-1");
        var list = await SendAsync(console, accessPoint, ObjectVerb.List, "a b/", "eu-west-1");
        var deleted = await SendAsync(console, accessPoint, ObjectVerb.Delete, "a b/ü.txt", "eu-west-1");

        got.Preview.ToArray().ShouldBe(bytes);
        got.VersionId.ShouldNotBeNullOrEmpty();
        head.Length.ShouldBe(5);
        list.Objects.Select(item => item.Key).ShouldBe(["a b/ü.txt"]);
        deleted.Status.ShouldBe(204);
    }

    [Fact]
    public async Task Object_ThatTheServiceDoesNotDelete_IsAFailedChangeInTheLog()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var request = new ObjectRequest(accessPoint, ObjectVerb.Delete, "welcome.txt", "eu-west-1") { VersionId = "no version" };

        var answer = (await console.Get<SendRequest>().ExecuteAsync(request, Cancellation)).Value;

        answer.Fault.ShouldNotBeNull();
        var query = new ActivityQuery { Action = ChangeAction.DeleteObject };
        var entry = (await console.Get<IActivityLog>().ReadAsync(query, Cancellation)).Entries.ShouldHaveSingleItem();
        (entry.Outcome, entry.Fault?.Code, entry.Change.AccessPoint).ShouldBe(
            (ActivityOutcome.Failed, answer.Fault.Code, accessPoint.Name.Value));
    }

    [Fact]
    public async Task AccessPoint_KnownByItsArnAlone_IsFoundByName()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var names = console.Get<AccessPointNames>();

        (await names.FindAsync(accessPoint.Arn.ToString(), Cancellation)).ShouldBe(accessPoint.Name);
        (await names.FindAsync("arn:aws:s3::111122223333:accesspoint/aaaaaaaaaaaaa.mrap", Cancellation)).ShouldBeNull();
        (await names.FindAsync("no ARN", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Object_OnlyInAnotherRegion_IsExplained()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);

        var answer = await SendAsync(console, accessPoint, ObjectVerb.Get, "only-here/ap-southeast-2.txt", "eu-west-1");

        answer.Status.ShouldBe(404);
        answer.ServedBy.ShouldBe(Ireland);
        answer.Fault.ShouldNotBeNull().Code.ShouldBe("NoSuchKey");
        answer.Fault.Why.ShouldContain("another Region may have it");
    }

    [Fact]
    public async Task Routes_RegionMadePassive_TrafficMovesAway()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var now = (await console.Get<GetRoutes>().ExecuteAsync(accessPoint, Cancellation)).Value;
        var wished =
            RouteTable.Create(now.Routes.Select(route => route.Region == Ireland ? route with { Dial = TrafficDial.Passive } : route));

        (await console.Get<SubmitRoutes>().ExecuteAsync(accessPoint, now, wished, Cancellation)).Fault.ShouldBeNull();

        (await console.Get<GetRoutes>().ExecuteAsync(accessPoint, Cancellation)).Value.ShouldBe(wished);
        (await SendAsync(console, accessPoint, ObjectVerb.Get, "welcome.txt", "eu-west-1")).ServedBy!.Value.Value.ShouldBe("us-east-1");
    }

    [Fact]
    public async Task Delete_ReadyAccessPoint_IsGoneAndItsBucketsStay()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);

        var begun =
            (await console.Get<DeleteAccessPoint>().ExecuteAsync(accessPoint, "token-1", Cancellation)).Value;
        var states = await console.Get<WatchOperation>().ExecuteAsync(begun.TokenArn, Cancellation).ToListAsync(Cancellation);

        states[^1].Value.Status.ShouldBe(AsyncOperationStatus.Succeeded);
        (
            await console.Get<GetAccessPoint>().ReadAsync(
                accessPoint.Name, Cancellation)).Fault.ShouldNotBeNull().Code.ShouldBe("NoSuchMultiRegionAccessPoint");
        (await console.Get<ListBuckets>().ExecuteAsync(Cancellation)).Value.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Create_BucketMissing_FailsInTheWaitAndResumesOnceItExists()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var missing = BucketName.Parse("missing-bucket-1").Value;
        var input = new CreateAccessPointInput(
            AccessPointName.Parse("demo").Value, [new BucketChoice(missing, Ireland, Create: false, EnableVersioning: false)],
            BlockPublicAccess.AllOn);
        var create = console.Get<CreateAccessPoint>();
        var plan = (await create.PlanAsync(input, Cancellation)).Value;

        var failed = await create.ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);

        failed.Fault.ShouldNotBeNull().Code.ShouldBe("NoSuchBucket");
        failed.Fault.WhatHappened.ShouldContain("demo");

        await console.Get<CreateBucket>().ExecuteAsync(missing, Ireland, enableVersioning: false, Cancellation);
        var resumed = await create.ExecuteAsync(plan, failed.ResumeFrom!.Value, Cancellation).LastAsync(Cancellation);
        resumed.Fault.ShouldBeNull();
        resumed.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Plan_TwoBucketsInOneRegion_IsRefusedBeforeAnyCall()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var input = new CreateAccessPointInput(
            AccessPointName.Parse("demo").Value,
            [
                new BucketChoice(BucketName.Parse("bucket-one").Value, Ireland, Create: true, EnableVersioning: true),
                new BucketChoice(BucketName.Parse("bucket-two").Value, Ireland, Create: true, EnableVersioning: true),
            ],
            BlockPublicAccess.AllOn);

        var outcome = await console.Get<CreateAccessPoint>().PlanAsync(input, Cancellation);

        outcome.Fault.ShouldNotBeNull().Code.ShouldBe("MultiRegionAccessPointSameBucketRegion");
        (await console.Get<ListBuckets>().ExecuteAsync(Cancellation)).Value.ShouldBeEmpty();
    }

    private static async Task<ObjectAnswer> SendAsync(
        SandboxConsole console, AccessPoint accessPoint, ObjectVerb verb, string key, string vantage, byte[]? body = null) =>
        (
            await console.Get<SendRequest>().ExecuteAsync(
                new ObjectRequest(accessPoint, verb, key, vantage, body), Cancellation)).Value;
}
