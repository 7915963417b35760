using CsCheck;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.AccessPoints;

public sealed class AsyncOperationTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly AccountId s_account = AccountId.Parse("111122223333").Value;
    private static readonly ServiceFault s_fault = AccessPointFaults.ModifiedByAnotherRequest();

    private static readonly AsyncOperation s_operation = AsyncOperation.Accept(
        OperationTokenArn.Generate(s_account, AsyncOperationKind.Create, new byte[16]),
        AccessPointName.Parse("example").Value,
        new[] { "us-east-1", "eu-west-1", "ap-southeast-2" }.Select(code => RegionId.Parse(code).Value),
        s_start,
        TimeSpan.FromSeconds(10));

    [Fact]
    public void Advance_OverTime_GoesThroughTheStatesRegionByRegion()
    {
        s_operation.Regions.Select(progress => progress.Region.Value).ShouldBe(["ap-southeast-2", "eu-west-1", "us-east-1"]);
        s_operation.Advance(s_start).Status.ShouldBe(AsyncOperationStatus.New);
        var middle = s_operation.Advance(s_start.AddSeconds(6));
        middle.Status.ShouldBe(AsyncOperationStatus.InProgress);
        middle.Regions.Select(progress => progress.Status).ShouldBe(
            [AsyncOperationStatus.Succeeded, AsyncOperationStatus.Succeeded, AsyncOperationStatus.InProgress]);
        var end = middle.Advance(s_operation.DueAt);
        end.Status.ShouldBe(AsyncOperationStatus.Succeeded);
        end.Regions.ShouldAllBe(progress => progress.Status == AsyncOperationStatus.Succeeded);
        end.Fault.ShouldBeNull();
    }

    [Fact]
    public void Advance_AnyInstants_NeverGoesBackAndDoesNotDependOnTheSteps() =>
        Gen.Int[-2000, 12_000].Array[1, 10].Sample(instants =>
        {
            var stepped = s_operation;
            foreach (var instant in instants)
            {
                var next = stepped.Advance(s_start.AddMilliseconds(instant));
                ((int)next.Status).ShouldBeGreaterThanOrEqualTo((int)stepped.Status);
                next.Regions.Zip(stepped.Regions).ShouldAllBe(pair => pair.First.Status >= pair.Second.Status);
                stepped = next;
            }

            var direct = s_operation.Advance(s_start.AddMilliseconds(instants.Max()));
            stepped.Status.ShouldBe(direct.Status);
            stepped.Regions.ShouldBe(direct.Regions);
        });

    [Fact]
    public void Advance_NoDuration_SucceedsAtOnce() =>
        (s_operation with { Duration = TimeSpan.Zero }).Advance(s_start).Status.ShouldBe(AsyncOperationStatus.Succeeded);

    [Fact]
    public void Fail_UnderWay_IsFinalAndKeepsWhatWasFinished()
    {
        var failed = s_operation.Advance(s_start.AddSeconds(6)).Fail(s_fault);

        failed.Status.ShouldBe(AsyncOperationStatus.Failed);
        failed.Fault.ShouldBe(s_fault);
        failed.Regions.Select(progress => progress.Status).ShouldBe(
            [AsyncOperationStatus.Succeeded, AsyncOperationStatus.Succeeded, AsyncOperationStatus.Failed]);
        failed.Advance(s_operation.DueAt).ShouldBeSameAs(failed);
    }

    [Fact]
    public void Fail_AfterSuccess_ChangesNothing()
    {
        var done = s_operation.Advance(s_operation.DueAt);

        done.Fail(s_fault).ShouldBeSameAs(done);
    }

    [Theory]
    [InlineData("NEW", AsyncOperationStatus.New)]
    [InlineData("INPROGRESS", AsyncOperationStatus.InProgress)]
    [InlineData("IN_PROGRESS", AsyncOperationStatus.InProgress)]
    [InlineData("SUCCEEDED", AsyncOperationStatus.Succeeded)]
    [InlineData("SUCCESS", AsyncOperationStatus.Succeeded)]
    [InlineData("COMPLETED", AsyncOperationStatus.Succeeded)]
    [InlineData("FAILED", AsyncOperationStatus.Failed)]
    public void StatusText_EverySpelling_IsRead(string text, AsyncOperationStatus status) =>
        AsyncOperationStatusText.Parse(text).Value.ShouldBe(status);

    [Fact]
    public void StatusText_EveryValue_IsReadBack()
    {
        Enum.GetValues<AsyncOperationStatus>().ShouldAllBe(status => AsyncOperationStatusText.Parse(status.ToWire()).Value == status);
        Enum.GetValues<AccessPointStatus>().ShouldAllBe(status => AccessPointStatusText.Parse(status.ToWire()).Value == status);
        Enum.GetValues<AsyncOperationKind>().ShouldAllBe(kind => AsyncOperationKindText.FromSegment(kind.ToSegment()) == kind);
        AsyncOperationStatusText.Parse("odd").IsValid.ShouldBeFalse();
        AccessPointStatusText.Parse(null).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void TokenArn_AnyEntropy_IsReadBack() =>
        Gen.Select(Gen.Byte.Array[16, 600], Gen.Enum<AsyncOperationKind>()).Sample((entropy, kind) =>
        {
            var token = OperationTokenArn.Generate(s_account, kind, entropy);

            OperationTokenArn.Parse(token.ToString()).Value.ShouldBe(token);
            token.ToString().ShouldStartWith($"arn:aws:s3:us-west-2:111122223333:async-request/mrap/{kind.ToSegment()}/");
        });

    [Theory]
    [InlineData("arn:aws:s3:us-east-1:111122223333:async-request/mrap/create/abc")]
    [InlineData("arn:aws:s3:us-west-2:111122223333:async-request/mrap/update/abc")]
    [InlineData("arn:aws:s3:us-west-2:111122223333:async-request/mrap/create/")]
    [InlineData("arn:aws:s3:us-west-2:111122223333:async-request/mrap/create/a/b")]
    [InlineData("arn:aws:s3:us-west-2:1111:async-request/mrap/create/abc")]
    public void TokenArn_FaultyText_Fails(string text) => OperationTokenArn.Parse(text).Faults.ShouldNotBeEmpty();
}
