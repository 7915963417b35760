using Amazon.S3.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Operations;
using Mrap.Aws.Plans;
using Mrap.Aws.Policies;
using Mrap.Aws.Tests.EndToEnd;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Tests.Policies;

public sealed class PolicyJobTests
{
    private static readonly ActingUser s_viewer = new("reader", Role.Viewer);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Permissions_OfTheExample_AreReadWhole()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);

        var permissions = await console.Get<GetPermissions>().ExecuteAsync(accessPoint, Cancellation);

        permissions.Policy.Value.IsPresent.ShouldBeFalse();
        permissions.Accounts.ShouldHaveSingleItem().Block.Value.ShouldBe(BlockPublicAccess.AllOff);
        permissions.Buckets.Select(bucket => bucket.Member).ShouldBe(accessPoint.Members);
        permissions.Buckets.ShouldAllBe(bucket => bucket.Block.Value.IsAllOn && bucket.Policy.Value.Text == null);
        permissions.Levels.Select(level => level.Kind).ShouldBe(
            [BlockLevelKind.AccessPoint, BlockLevelKind.Account, BlockLevelKind.Bucket, BlockLevelKind.Bucket, BlockLevelKind.Bucket]);
    }

    [Fact]
    public async Task Permissions_BucketOfAnotherNameBehindIt_TheRestIsReadAndTheFaultCarried()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var gone = accessPoint with
        {
            Members = accessPoint.Members.SetItem(
            0, accessPoint.Members[0] with { Bucket = BucketName.Parse("not-there-at-all").Value })
        };

        var permissions = await console.Get<GetPermissions>().ExecuteAsync(gone, Cancellation);

        permissions.Buckets[0].Policy.Fault.ShouldNotBeNull().Code.ShouldBe("NoSuchBucket");
        permissions.Buckets[0].Block.Fault.ShouldNotBeNull().Code.ShouldBe("NoSuchBucket");
        permissions.Buckets[1].Policy.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Policy_Saved_IsEstablishedInEveryRegionAndLogged()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);
        var policy = Policy(now.AccessPoint, now.AccessPoint.Owner.Value);
        var plan = console.Get<SavePolicy>().Plan(now, policy).Value;

        var progress = await console.Get<SavePolicy>()
            .ExecuteAsync(plan, from: 0, Cancellation)
            .ToListAsync(Cancellation);

        progress[^1].IsSuccess.ShouldBeTrue();
        progress.ShouldContain(step => step.Steps[1].Operation != null && step.Steps[1].Operation!.Regions.Length == 3);
        var saved = (await console.Get<GetPolicy>().ExecuteAsync(now.AccessPoint, Cancellation)).Value;
        (saved.Established, saved.IsPublic, saved.IsChanging).ShouldBe((policy, false, false));
        console.Get<OperationLog>().Of(now.AccessPoint.Name)[0].Kind.ShouldBe(AsyncOperationKind.PutPolicy);
        var entry = (await console.Get<IActivityLog>().ReadAsync(new ActivityQuery { Action = ChangeAction.ReplacePolicy }, Cancellation))
            .Entries.ShouldHaveSingleItem();
        (entry.User, entry.Outcome, entry.CorrelationId).ShouldBe((ActingAs.Administrator, ActivityOutcome.Succeeded, plan.Id));
        (entry.Change.AccessPoint, entry.Change.Before, entry.Change.After).ShouldBe((now.AccessPoint.Name.Value, null, policy));
        plan.Cli.ShouldContain($"put-multi-region-access-point-policy --region us-west-2 --account-id {now.AccessPoint.Owner}");
    }

    [Fact]
    public async Task Policy_ChangedBySomebodyElseMeanwhile_IsKept()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);
        var (mine, theirs) = (Policy(now.AccessPoint, now.AccessPoint.Owner.Value), Policy(now.AccessPoint, "444455556666"));
        var save = console.Get<SavePolicy>();
        var plan = save.Plan(now, mine).Value;
        var first = await save.ExecuteAsync(save.Plan(now, theirs).Value, from: 0, Cancellation).LastAsync(Cancellation);

        var last = await save.ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);

        first.IsSuccess.ShouldBeTrue();
        last.Fault.ShouldNotBeNull().Why.ShouldContain("Somebody changed it");
        (await console.Get<GetPolicy>().ExecuteAsync(now.AccessPoint, Cancellation)).Value.Latest.ShouldBe(theirs);
    }

    [Fact]
    public async Task Policy_SavedTwice_IsDoneTheSecondTime()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);
        var plan = console.Get<SavePolicy>().Plan(now, Policy(now.AccessPoint, now.AccessPoint.Owner.Value)).Value;

        for (var i = 0; i < 2; i++)
        {
            (await console.Get<SavePolicy>().ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation)).Fault.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Policy_SavedByAViewer_IsRefusedBeforeAnyCall()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);
        var plan = console.Get<SavePolicy>().Plan(now, Policy(now.AccessPoint, now.AccessPoint.Owner.Value)).Value;

        console.Acting.Current = s_viewer;
        var last = await console.Get<SavePolicy>().ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);

        last.Fault.ShouldNotBeNull().Code.ShouldBe(ConsoleFaultCodes.RoleTooLow);
        (await console.Get<GetPolicy>().ExecuteAsync(now.AccessPoint, Cancellation)).Value.IsPresent.ShouldBeFalse();
    }

    [Fact]
    public async Task Plan_OfAPublicPolicyWhereThatIsBlocked_NamesTheLevels()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);

        var fault = console.Get<SavePolicy>().Plan(now, Policy(now.AccessPoint, "*")).Fault.ShouldNotBeNull();

        fault.Why.ShouldContain("BlockPublicPolicy");
        fault.Why.ShouldContain("this access point");
        fault.Why.ShouldNotContain("the bucket");
    }

    [Fact]
    public async Task Plan_OfAPublicPolicyThatOnlyBucketsBlockForThemselves_IsMade()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);
        now = now with { AccessPoint = now.AccessPoint with { BlockPublicAccess = BlockPublicAccess.AllOff } };

        now.Buckets.ShouldAllBe(bucket => bucket.Block.Value.BlockPublicPolicy);
        console.Get<SavePolicy>().Plan(now, Policy(now.AccessPoint, "*")).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Plan_OfATextThatIsNoPolicy_NamesTheLine()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);

        console.Get<SavePolicy>().Plan(now, "{\n  \"Version\": \"2012-10-17\"\n}").Fault.ShouldNotBeNull().Why.ShouldStartWith("Line ");
    }

    [Fact]
    public async Task BucketPolicies_Saved_StandAtEveryBucket()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);
        var plan = console.Get<SaveBucketPolicies>().Plan(
            now.AccessPoint.Name,
            [
                .. now.Buckets.Select(
                    bucket => new BucketPolicyChange(bucket.Member, Before: null, Delegating(bucket.Member, now.AccessPoint)))]).Value;

        var last = await console.Get<SaveBucketPolicies>()
            .ExecuteAsync(plan, from: 0, Cancellation)
            .LastAsync(Cancellation);

        last.IsSuccess.ShouldBeTrue();
        plan.Steps.Length.ShouldBe(3);
        var after = await console.Get<GetPermissions>().ExecuteAsync(now.AccessPoint, Cancellation);
        after.Buckets.ShouldAllBe(bucket => bucket.Policy.Value.Text == Delegating(bucket.Member, now.AccessPoint));
    }

    [Fact]
    public async Task BucketPolicies_ChangedBySomebodyElseMeanwhile_AreKept()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);
        var member = now.Buckets[0].Member;
        var plan = console.Get<SaveBucketPolicies>().Plan(
            now.AccessPoint.Name, [new BucketPolicyChange(member, Before: null, Delegating(member, now.AccessPoint))]).Value;
        var theirs = Delegating(member, now.AccessPoint).Replace("s3:*", "s3:GetObject", StringComparison.Ordinal);
        await console.Get<AwsClients>()
            .S3(member.Region)
            .PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = member.Bucket.Value, Policy = theirs }, Cancellation);

        var last = await console.Get<SaveBucketPolicies>()
            .ExecuteAsync(plan, from: 0, Cancellation)
            .LastAsync(Cancellation);

        last.Fault.ShouldNotBeNull().Why.ShouldContain("Somebody changed it");
        (await console.Get<GetPermissions>().ReadBucketPolicyAsync(member, Cancellation)).Value.Text.ShouldBe(theirs);
    }

    [Fact]
    public async Task BucketPolicies_SavedTwice_AreDoneTheSecondTime()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var now = await ReadAsync(console);
        var plan = console.Get<SaveBucketPolicies>().Plan(
            now.AccessPoint.Name,
            [new BucketPolicyChange(now.Buckets[0].Member, Before: null, Delegating(now.Buckets[0].Member, now.AccessPoint))]).Value;

        for (var i = 0; i < 2; i++)
        {
            (
                await console.Get<SaveBucketPolicies>()
                    .ExecuteAsync(plan, from: 0, Cancellation)
                    .LastAsync(Cancellation)).IsSuccess.ShouldBeTrue();
        }
    }

    [Fact]
    public void Command_OfAPolicyWithQuotes_IsOneArgumentOfTheShell()
    {
        var command =
            AwsCli.PutPolicy(AccessPointName.Parse("demo").Value, AccountId.Parse("111122223333").Value, "{\"Id\":\"it's\"}", "token");

        command.ShouldEndWith("""--details '{"Name":"demo","Policy":"{\"Id\":\"it'\''s\"}"}'""");
    }

    private static async Task<AccessPointPermissions> ReadAsync(SandboxConsole console) =>
        await console.Get<GetPermissions>().ExecuteAsync(await console.LoadExampleAsync(Cancellation), Cancellation);

    private static string Policy(AccessPoint accessPoint, string principal) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{principal}}"},"Action":"s3:GetObject","""
            + $$""" "Resource":"{{accessPoint.Arn}}/object/*"}]}""";

    private static string Delegating(MemberBucket member, AccessPoint accessPoint) =>
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:*","""
            + $$""" "Resource":["arn:aws:s3:::{{member.Bucket}}","arn:aws:s3:::{{member.Bucket}}/*"],"""
            + $$""" "Condition":{"StringEquals":{"s3:DataAccessPointArn":"{{accessPoint.Arn}}" } } }]}""";
}
