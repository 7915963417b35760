using Mrap.Aws.Policies;
using Mrap.Core.AccessPoints;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.Permissions;

namespace Mrap.Web.Tests.Permissions;

public sealed class BlockVerdictTests
{
    [Fact]
    public void Verdict_OnForTheAccessPointAndOneBucket_NamesBoth()
    {
        var permissions = PermissionsExample.With(bucketBlock: BlockPublicAccess.AllOff);
        permissions =
            permissions with { Buckets = permissions.Buckets.SetItem(0, permissions.Buckets[0] with { Block = BlockPublicAccess.AllOn }) };

        var verdict = Policies(permissions);

        verdict.IsOn.ShouldBe(true);
        verdict.Words.ShouldBe(
            $"Public policies are refused by this access point and the bucket `{permissions.Buckets[0].Member.Bucket}`.");
    }

    [Fact]
    public void Verdict_OnForMany_NamesTwoAndSaysWhatTheRestAre() =>
        Policies(PermissionsExample.With()).Words.ShouldEndWith("and 2 other buckets.");

    [Fact]
    public void Verdict_OffEverywhere_SaysWhatThatPermits()
    {
        var verdict = Policies(PermissionsExample.With(block: BlockPublicAccess.AllOff, bucketBlock: BlockPublicAccess.AllOff));

        (verdict.IsOn, verdict.Words).ShouldBe((false, "Public policies can be saved."));
    }

    [Fact]
    public void Verdict_OffWhereReadableAndUnreadableElsewhere_IsNotKnown()
    {
        var permissions = PermissionsExample.With(block: BlockPublicAccess.AllOff, bucketBlock: BlockPublicAccess.AllOff);
        permissions = permissions with { Accounts = [new AccountBlock(permissions.AccessPoint.Owner, PermissionsExample.Denied)] };

        var verdict = Policies(permissions);

        verdict.IsOn.ShouldBeNull();
        verdict.Words.ShouldContain("one level could not be read");
    }

    private static BlockVerdict Policies(AccessPointPermissions permissions) =>
        BlockVerdict.Of(permissions.Levels).Single(verdict => verdict.Setting.Name == "BlockPublicPolicy");
}
