using System.Collections.Frozen;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.AccessPoints;

public sealed class AccessPointRulesTests
{
    [Fact]
    public void CheckCreate_ThreeBucketsInThreeRegions_FindsNothing() =>
        AccessPointRules.CheckCreate(Proposal("us-east-1", "eu-west-1", "ap-southeast-2")).ShouldBeEmpty();

    [Fact]
    public void CheckCreate_SeventeenRegions_FindsNothing() =>
        AccessPointRules.CheckCreate(
            Proposal([.. RegionCatalog.All.Where(region => region.IsOriginal).Select(region => region.Id.Value)])).ShouldBeEmpty();

    [Fact]
    public void CheckCreate_EighteenRegions_IsRefusedAtOnce() =>
        First(
            Proposal(
                [.. RegionCatalog.AccessPointCapable.Select(region => region.Id.Value).Take(18)])).ShouldBe((
                    "TooManyMultiRegionAccessPointregionsError", 400, false));

    [Fact]
    public void CheckCreate_NoBucket_IsRefusedAtOnce() => First(Proposal()).ShouldBe(("InvalidRequest", 400, false));

    [Fact]
    public void CheckCreate_HundredAndFirst_IsRefusedAtOnce()
    {
        First(Proposal("us-east-1") with { AccessPointCount = 100 }).ShouldBe(("TooManyMultiRegionAccessPoints", 400, false));
        AccessPointRules.CheckCreate(Proposal("us-east-1") with { AccessPointCount = 99 }).ShouldBeEmpty();
    }

    [Fact]
    public void CheckCreate_OptInRegion_NeedsToBeEnabled()
    {
        var proposal = Proposal("us-east-1", "ap-southeast-4");

        First(proposal).ShouldBe(("InvalidRegion", 403, false));
        AccessPointRules.CheckCreate(
            proposal with { EnabledOptInRegions = new[] { RegionId.Parse("ap-southeast-4").Value }.ToFrozenSet() }).ShouldBeEmpty();
    }

    [Fact]
    public void CheckCreate_NameInUse_FailsTheOperation() =>
        First(Proposal("us-east-1") with { IsNameInUse = true }).ShouldBe(("MultiRegionAccessPointAlreadyOwnedByYou", 200, true));

    [Fact]
    public void CheckCreate_TwoBucketsInOneRegion_FailsTheOperation() =>
        First(Proposal("us-east-1", "us-east-1")).ShouldBe(("MultiRegionAccessPointSameBucketRegion", 200, true));

    [Fact]
    public void CheckCreate_UnsupportedRegion_FailsTheOperation() =>
        First(Proposal("us-east-1", "ap-southeast-6")).ShouldBe(("MultiRegionAccessPointUnsupportedRegion", 200, true));

    [Fact]
    public void CheckCreate_MissingBucket_FailsTheOperationAndNamesIt()
    {
        var findings = AccessPointRules.CheckCreate(Proposal("us-east-1", ""));

        var finding = findings.ShouldHaveSingleItem();
        finding.Fault.Code.ShouldBe("NoSuchBucket");
        finding.IsAsynchronous.ShouldBeTrue();
        finding.Bucket!.Value.Value.ShouldBe("bucket-1");
    }

    [Fact]
    public void CheckCreate_SeveralFaults_PutsThoseThatRefuseAtOnceFirst()
    {
        var findings = AccessPointRules.CheckCreate(Proposal("", "us-east-1", "us-east-1", "me-south-1") with { IsNameInUse = true });

        findings.Select(finding => finding.IsAsynchronous).ShouldBe([false, true, true, true]);
    }

    [Theory]
    [InlineData(AccessPointStatus.Ready, true, true)]
    [InlineData(AccessPointStatus.Creating, false, false)]
    [InlineData(AccessPointStatus.Deleting, false, false)]
    [InlineData(AccessPointStatus.PartiallyCreated, true, false)]
    [InlineData(AccessPointStatus.PartiallyDeleted, true, false)]
    public void CheckDeleteAndPutPolicy_ByState_AllowWhatTheStateAllows(AccessPointStatus status, bool mayDelete, bool mayPutPolicy)
    {
        (AccessPointRules.CheckDelete(status) is null).ShouldBe(mayDelete);
        (AccessPointRules.CheckPutPolicy(status) is null).ShouldBe(mayPutPolicy);
    }

    private static (string Code, int Status, bool IsAsynchronous) First(CreateProposal proposal)
    {
        var finding = AccessPointRules.CheckCreate(proposal)[0];
        return (finding.Fault.Code, finding.Fault.HttpStatus, finding.IsAsynchronous);
    }

    private static CreateProposal Proposal(params string[] regions) => new(
        AccessPointName.Parse("example").Value,
        [
            .. regions.Select(
                (region, i) =>
                    new ProposedBucket(BucketName.Parse($"bucket-{i}").Value, region.Length == 0 ? null : RegionId.Parse(region).Value))],
        AccessPointCount: 0,
        IsNameInUse: false,
        FrozenSet<RegionId>.Empty);
}
