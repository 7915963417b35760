using System.Collections.Immutable;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Buckets;
using Mrap.Aws.Faults;
using Mrap.Aws.Plans;
using Mrap.Aws.Replication;
using Mrap.Aws.Sandbox;
using Mrap.Aws.Tests.EndToEnd;
using Mrap.Core.AccessPoints;
using Mrap.Core.Facts;
using Mrap.Core.Faults;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Planning;

namespace Mrap.Aws.Tests.Replication;

public sealed class ApplyReplicationTests : IAsyncLifetime
{
    private static readonly AccountId s_owner = AccountId.Parse("111122223333").Value;

    private static readonly AccessPoint s_accessPoint = new(
        AccessPointName.Parse("demo").Value, AccessPointAlias.Parse("mfzwi23gnjvgw.mrap").Value, s_owner, DateTimeOffset.UnixEpoch,
        AccessPointStatus.Ready, BlockPublicAccess.AllOn,
        [Member("bucket-a", "us-east-1"), Member("bucket-b", "eu-west-1"), Member("bucket-c", "ap-southeast-2")]);

    private SandboxConsole _console = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ApplyReplication Apply => _console.Get<ApplyReplication>();

    public async ValueTask InitializeAsync()
    {
        _console = await SandboxConsole.StartAsync(Cancellation);
        foreach (var member in s_accessPoint.Members)
        {
            (await _console.Get<CreateBucket>().ExecuteAsync(member.Bucket, member.Region, enableVersioning: false, Cancellation))
                .Fault.ShouldBeNull();
        }
    }

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    [Fact]
    public async Task Mesh_Applied_EnablesVersioningMakesTheRoleAndPutsEveryBucketsRules()
    {
        var preview = await PreviewMeshAsync();
        var plan = Apply.Plan(preview, mayRemove: false).Value;

        var last = await RunAsync(plan);

        last.Fault.ShouldBeNull();
        plan.Steps.Select(step => step.Id).ShouldBe(
        [
            "versioning:bucket-a", "versioning:bucket-b", "versioning:bucket-c", "role", "role-policy", "rules:bucket-a", "rules:bucket-b",
            "rules:bucket-c", "check",
        ]);
        plan.Steps[3].Title.ShouldBe("Create the role service-role/s3-replication-demo");
        (await ReadAsync()).ShouldAllBe(bucket => bucket.IsVersioned == new Fact<bool>.Known(true));
        var rules = (await Rules())[0];
        rules.Role.ShouldBe("arn:aws:iam::111122223333:role/service-role/s3-replication-demo");
        rules.Rules.Select(rule => (rule.Destination!.Bucket!.Value.Value, rule.Priority)).ShouldBe([("bucket-b", 1), ("bucket-c", 2)]);
        plan.Cli.ShouldContain("aws s3api put-bucket-replication --bucket bucket-a --region us-east-1 --replication-configuration '{");
        plan.Cli.ShouldContain("aws iam create-role --role-name s3-replication-demo --path /service-role/ ");
    }

    [Fact]
    public async Task Mesh_AppliedTwice_ChangesNothingTheSecondTime()
    {
        var plan = Apply.Plan(await PreviewMeshAsync(), mayRemove: false).Value;
        await RunAsync(plan);
        var before = await Rules();

        var again = await RunAsync(plan);

        again.Fault.ShouldBeNull();
        (await Rules()).ShouldBe(before);
        Apply.Plan(await PreviewMeshAsync(), mayRemove: false).Fault.ShouldNotBeNull().Why.ShouldContain("as wanted");
    }

    [Fact]
    public async Task Plan_ThatFailsAtABucket_GoesOnFromThere()
    {
        var plan = Apply.Plan(await PreviewMeshAsync(), mayRemove: false).Value;
        await SetAsync("eu-west-1", "down");

        var failed = await RunAsync(plan);
        await SetAsync("eu-west-1", "up");
        var done = await RunAsync(plan, failed.ResumeFrom!.Value);

        failed.Fault.ShouldNotBeNull().WhatHappened.ShouldContain("bucket-b");
        plan.Steps[failed.ResumeFrom!.Value].Id.ShouldBe("versioning:bucket-b");
        done.IsSuccess.ShouldBeTrue();
        (await Rules()).ShouldAllBe(rules => rules.Rules.Length == 2);
    }

    [Fact]
    public async Task Rules_ThatSomebodyChangedMeanwhile_AreKept()
    {
        var plan = Apply.Plan(await PreviewMeshAsync(), mayRemove: false).Value;
        await RunAsync(Apply.Plan(await PreviewMeshAsync(new ReplicationOptions { Scope = new("theirs/") }), mayRemove: false).Value);

        var last = await RunAsync(plan);

        last.Fault.ShouldNotBeNull().Why.ShouldContain("Somebody changed them");
        (await Rules())[0].Rules[0].Filter.ShouldBe(new ReplicationFilter.Prefix("theirs/"));
    }

    [Fact]
    public async Task Change_TakenBack_LeavesWhatWasThereBefore()
    {
        await RunAsync(Apply.Plan(await PreviewMeshAsync(), mayRemove: false).Value);
        var before = await Rules();
        await RunAsync(Apply.Plan(await PreviewMeshAsync(new ReplicationOptions { TimeControl = true }), mayRemove: false).Value);

        var undo = Apply.PreviewUndo(s_accessPoint, await ReadAsync()).Value;
        var last = await RunAsync(Apply.Plan(undo, mayRemove: true).Value);

        last.Fault.ShouldBeNull();
        (await Rules()).ShouldBe(before);
    }

    [Fact]
    public async Task FirstRules_TakenBack_AreDeleted()
    {
        await RunAsync(Apply.Plan(await PreviewMeshAsync(), mayRemove: false).Value);

        var undo = Apply.PreviewUndo(s_accessPoint, await ReadAsync()).Value;
        var last = await RunAsync(Apply.Plan(undo, mayRemove: true).Value);

        last.Fault.ShouldBeNull();
        (await Rules()).ShouldAllBe(rules => rules == ReplicationConfiguration.None);
    }

    [Fact]
    public async Task Undo_WithNothingToTakeBack_SaysSo() =>
        Apply.PreviewUndo(s_accessPoint, await ReadAsync()).Fault.ShouldNotBeNull().Why.ShouldContain("remembers no change");

    [Fact]
    public async Task Rule_SwitchedOffAndDeleted_LeavesTheOthers()
    {
        await RunAsync(Apply.Plan(await PreviewMeshAsync(), mayRemove: false).Value);
        var bucket = s_accessPoint.Members[0].Bucket;

        await RunAsync(Apply.Plan(await EditAsync(rules => RuleEdits.SetStatus(rules, "to-bucket-b", RuleStatus.Disabled)), false).Value);
        (await Rules())[0].Rules.Select(rule => rule.IsEnabled).ShouldBe([false, true]);
        var removal = await EditAsync(rules => RuleEdits.Remove(rules, "to-bucket-b"));
        Apply.Plan(removal, mayRemove: false).Fault.ShouldNotBeNull().Why.ShouldContain("A rule would be removed");
        await RunAsync(Apply.Plan(removal, mayRemove: true).Value);

        (await Rules())[0].Rules.ShouldHaveSingleItem().Id.ShouldBe("to-bucket-c");
        var entries = (await _console.Get<IActivityLog>().ReadAsync(
            new ActivityQuery { Action = ChangeAction.EditReplication }, Cancellation)).Entries;
        entries.Length.ShouldBe(2);
        entries[0].Change.Before.ShouldNotBeNull().ShouldContain("<ID>to-bucket-b</ID>");

        async Task<ReplicationPreview> EditAsync(Func<ReplicationConfiguration, MergedRules> edit) =>
            ApplyReplication.PreviewEdit(s_accessPoint, await ReadAsync(), bucket, edit).Value;
    }

    [Fact]
    public async Task Role_OfOneBucketsNewRules_KeepsWhatTheOthersNeed()
    {
        await RunAsync(Apply.Plan(await PreviewMeshAsync(), mayRemove: false).Value);

        var preview = await PreviewAsync(
            ReplicationTemplate.OneWay(
                [s_accessPoint.Members[0].Bucket], [s_accessPoint.Members[1].Bucket],
                new ReplicationOptions { Scope = new("logs/") }));

        preview.Role.ShouldNotBeNull().Permissions.ShouldContain("arn:aws:s3:::bucket-c");
        preview.Buckets.ShouldHaveSingleItem().Changes.Select(change => change.Kind)
            .ShouldBe([RuleChangeKind.Kept, RuleChangeKind.Kept, RuleChangeKind.Added]);
    }

    [Fact]
    public async Task Preview_OfAnUnreadableBucket_SaysWhy()
    {
        await SetAsync("eu-west-1", "down");

        var buckets = await ReadAsync();
        var fault = ApplyReplication.Preview(s_accessPoint, buckets, Mesh(new ReplicationOptions()), MergeMode.Keep).Fault;

        buckets[1].Configuration.ShouldBeOfType<Fact<ReplicationConfiguration>.Unknown>();
        fault.ShouldNotBeNull().WhatHappened.ShouldContain("bucket-b");
    }

    [Fact]
    public async Task Plan_RunByAViewer_IsRefusedBeforeAnyCall()
    {
        var plan = Apply.Plan(await PreviewMeshAsync(), mayRemove: false).Value;
        _console.Acting.Current = new ActingUser("reader", Role.Viewer);

        (await RunAsync(plan)).Fault.ShouldNotBeNull().Code.ShouldBe(ConsoleFaultCodes.RoleTooLow);

        plan.NeededRole.ShouldBe(Role.Administrator);
        (await Rules()).ShouldAllBe(rules => rules == ReplicationConfiguration.None);
    }

    private async Task SetAsync(string region, string state) => (await _console.Get<ChangeConditions>().ExecuteAsync(
        ImmutableSortedDictionary<RegionId, RegionConditionDocument>.Empty.Add(
            RegionId.Parse(region).Value, new RegionConditionDocument { State = state }),
        Cancellation)).Fault.ShouldBeNull();

    private static MemberBucket Member(string bucket, string region) =>
        new(BucketName.Parse(bucket).Value, RegionId.Parse(region).Value, s_owner);

    private static ImmutableArray<DesiredRule> Mesh(ReplicationOptions options) =>
        ReplicationTemplate.Among([.. s_accessPoint.Members.Select(member => member.Bucket)], options);

    private Task<ImmutableArray<BucketReplication>> ReadAsync() =>
        _console.Get<GetReplication>().ExecuteAsync(s_accessPoint, Cancellation);

    private async Task<IReadOnlyList<ReplicationConfiguration>> Rules() =>
        [.. (await ReadAsync()).Select(bucket => ((Fact<ReplicationConfiguration>.Known)bucket.Configuration).Value)];

    private Task<ReplicationPreview> PreviewMeshAsync(ReplicationOptions? options = null) =>
        PreviewAsync(Mesh(options ?? new ReplicationOptions()));

    private async Task<ReplicationPreview> PreviewAsync(ImmutableArray<DesiredRule> desired) =>
        ApplyReplication.Preview(s_accessPoint, await ReadAsync(), desired, MergeMode.Keep).Value;

    private async Task<PlanProgress> RunAsync(ChangePlan plan, int from = 0) =>
        await Apply.ExecuteAsync(plan, from, Cancellation).LastAsync(Cancellation);
}
