using Amazon.S3.Model;
using Mrap.Aws.Activity;
using Mrap.Aws.Authorization;
using Mrap.Aws.Comparison;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Aws.Policies;
using Mrap.Aws.Tests.EndToEnd;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;
using Mrap.Core.Facts;

namespace Mrap.Aws.Tests.Comparison;

public sealed class ParityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_OfTheExample_AreAllRead_AndAllTheSame()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);

        var settings = await console.Get<CompareSettings>().ExecuteAsync(accessPoint, Cancellation);

        settings.Select(setting => setting.Setting).ShouldBe(Enum.GetValues<BucketSetting>(), ignoreOrder: true);
        settings.SelectMany(setting => setting.Verdicts).ShouldAllBe(verdict => verdict == ParityVerdict.Same);
    }

    [Fact]
    public async Task Policies_ThatDifferInTheirOwnNameAlone_AreTheSame_AndAnOddOneIsBroughtInLine()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        foreach (var member in accessPoint.Members)
        {
            await PutPolicyAsync(console, member, Policy(member, "s3:GetObject"));
        }

        (await PolicyRowAsync(console, accessPoint)).Differs.ShouldBeFalse();

        await PutPolicyAsync(console, accessPoint.Members[1], Policy(accessPoint.Members[1], "s3:PutObject"));
        (await PolicyRowAsync(console, accessPoint)).Verdicts
            .ShouldBe([ParityVerdict.Same, ParityVerdict.Odd, ParityVerdict.Same]);

        var fix = console.Get<FixParity>();
        var plan = (await fix.PlanAsync(
            accessPoint, BucketSetting.Policy, accessPoint.Members[0], accessPoint.Members, Cancellation)).Value;
        var only = plan.Fixes.ShouldHaveSingleItem();
        (only.Member, only.Before.Contains("s3:PutObject"), only.After.Contains("s3:GetObject"))
            .ShouldBe((accessPoint.Members[1], true, true));
        only.After.ShouldContain($"arn:aws:s3:::{accessPoint.Members[1].Bucket}/*");
        (await fix.ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation)).Fault.ShouldBeNull();

        (await PolicyRowAsync(console, accessPoint)).Differs.ShouldBeFalse();
        var written = (await console.Get<GetPermissions>().ReadBucketPolicyAsync(accessPoint.Members[1], Cancellation)).Value.Text;
        written.ShouldNotBeNull().ShouldContain(accessPoint.Members[1].Bucket.Value);
        var logged = (await console.Get<IActivityLog>().ReadAsync(new ActivityQuery(), Cancellation)).Entries[0];
        logged.Change.Action.ShouldBe(ChangeAction.AlignBucketSettings);
    }

    [Fact]
    public async Task Versioning_Tags_AndBlockPublicAccess_AreBroughtInLine()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var (odd, model) = (accessPoint.Members[2], accessPoint.Members[0]);
        var s3 = console.Get<AwsClients>().S3(odd.Region);
        await s3.PutBucketVersioningAsync(
            new PutBucketVersioningRequest { BucketName = odd.Bucket.Value, VersioningConfig = new() { Status = "Suspended" } },
            Cancellation);
        await s3.PutBucketTaggingAsync(
            new PutBucketTaggingRequest { BucketName = odd.Bucket.Value, TagSet = [new Tag { Key = "team", Value = "a" }] }, Cancellation);
        await s3.PutPublicAccessBlockAsync(
            new PutPublicAccessBlockRequest
            {
                BucketName = odd.Bucket.Value,
                PublicAccessBlockConfiguration = new() { BlockPublicAcls = true },
            },
            Cancellation);

        BucketSetting[] changed = [BucketSetting.Versioning, BucketSetting.BlockPublicAccess, BucketSetting.Tags];
        var before = await console.Get<CompareSettings>().ExecuteAsync(accessPoint, Cancellation);
        before.Where(setting => setting.Differs).Select(setting => setting.Setting).ShouldBe(changed);
        foreach (var setting in changed)
        {
            var plan = (await console.Get<FixParity>().PlanAsync(accessPoint, setting, model, [odd], Cancellation)).Value;
            (await console.Get<FixParity>().ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation)).Fault.ShouldBeNull();
        }

        (await console.Get<CompareSettings>().ExecuteAsync(accessPoint, Cancellation)).ShouldAllBe(setting => !setting.Differs);
    }

    [Fact]
    public async Task Setting_ChangedSinceThePlan_IsLeftAlone()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        await PutPolicyAsync(console, accessPoint.Members[0], Policy(accessPoint.Members[0], "s3:GetObject"));
        var plan = (await console.Get<FixParity>().PlanAsync(
            accessPoint, BucketSetting.Policy, accessPoint.Members[0], [accessPoint.Members[1]], Cancellation)).Value;
        await PutPolicyAsync(console, accessPoint.Members[1], Policy(accessPoint.Members[1], "s3:DeleteObject"));

        var done = await console.Get<FixParity>().ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation);

        done.Fault.ShouldNotBeNull().Why.ShouldStartWith("Somebody changed it");
    }

    [Fact]
    public async Task Fix_ByAnOperator_IsRefused_AndOneOfAnotherRegionsSettingIsNotLaidOut()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        await PutPolicyAsync(console, accessPoint.Members[0], Policy(accessPoint.Members[0], "s3:GetObject"));
        var fix = console.Get<FixParity>();
        var plan = (await fix.PlanAsync(
            accessPoint, BucketSetting.Policy, accessPoint.Members[0], [accessPoint.Members[1]], Cancellation)).Value;
        console.Acting.Current = new ActingUser("op", Role.Operator);

        (await fix.ExecuteAsync(plan, from: 0, Cancellation).LastAsync(Cancellation)).Fault!.Code
            .ShouldBe(ConsoleFaultCodes.RoleTooLow);
        (await fix.PlanAsync(
            accessPoint, BucketSetting.Logging, accessPoint.Members[0], [accessPoint.Members[1]], Cancellation)).Fault.ShouldNotBeNull();
    }

    [Fact]
    public async Task Bucket_ThatDoesNotTell_SaysWhy()
    {
        await using var console = await SandboxConsole.StartAsync(Cancellation);
        var accessPoint = await console.LoadExampleAsync(Cancellation);
        var gone = accessPoint with
        {
            Members = accessPoint.Members.SetItem(1, accessPoint.Members[1] with { Bucket = BucketName.Parse("not-there").Value }),
        };

        var tags = (await console.Get<CompareSettings>().ExecuteAsync(gone, Cancellation))
            .First(setting => setting.Setting == BucketSetting.Tags);

        tags.Verdicts.ShouldBe([ParityVerdict.Same, ParityVerdict.Unknown, ParityVerdict.Same]);
        tags.Values[1].ShouldBeOfType<Fact<string>.Unknown>().Why.ShouldContain("`not-there`");
    }

    private static async Task<SettingComparison> PolicyRowAsync(SandboxConsole console, AccessPoint accessPoint) =>
        (await console.Get<CompareSettings>().ExecuteAsync(accessPoint, Cancellation))
            .First(setting => setting.Setting == BucketSetting.Policy);

    private static Task<PutBucketPolicyResponse> PutPolicyAsync(SandboxConsole console, MemberBucket member, string policy) =>
        console.Get<AwsClients>().S3(member.Region).PutBucketPolicyAsync(
            new PutBucketPolicyRequest { BucketName = member.Bucket.Value, Policy = policy }, Cancellation);

    private static string Policy(MemberBucket member, string action) =>
        $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"{{action}}",
        "Resource":"arn:aws:s3:::{{member.Bucket}}/*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"none"} } }] }
        """;
}
