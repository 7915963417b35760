using System.Collections.Frozen;
using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.AccessPoints.Drafts;

public sealed class WizardChecksTests
{
    private static readonly RegionId s_ireland = RegionId.Parse("eu-west-1").Value;
    private static readonly RegionId s_sydney = RegionId.Parse("ap-southeast-2").Value;
    private static readonly FrozenSet<string> s_taken = FrozenSet.Create(StringComparer.Ordinal, "taken");

    private static CreateDraft Complete => CreateDraft.Empty with { Name = "media", Buckets = [DraftBucket.New("media-euw1", s_ireland)] };

    [Theory]
    [InlineData("", WizardFields.Name)]
    [InlineData("Media", WizardFields.Name)]
    [InlineData("taken", WizardFields.Name)]
    public void Name_ThatCannotBe_IsAFaultOfItsField(string name, string field) =>
        WizardChecks.Of(Complete with { Name = name }, WizardStep.Name, s_taken).ShouldContain(fault => fault.Field == field);

    [Fact]
    public void Buckets_TwoInOneRegion_AreRefusedAtTheSecond()
    {
        var draft = Complete.Add(DraftBucket.New("other", s_ireland));

        WizardChecks.Of(draft, WizardStep.Buckets, s_taken).ShouldHaveSingleItem().Field.ShouldBe(WizardFields.BucketRegion(1));
    }

    [Fact]
    public void Buckets_WithoutARegion_AskForIt()
    {
        var draft = Complete.Add(DraftBucket.OfOtherAccount("shared", region: null, "444455556666"));

        WizardChecks.Of(draft, WizardStep.Buckets, s_taken).ShouldHaveSingleItem().Field.ShouldBe(WizardFields.BucketRegion(1));
    }

    [Fact]
    public void Buckets_SameNameTwice_AreRefusedAtTheSecond()
    {
        var draft = Complete.Add(DraftBucket.OfOtherAccount("media-euw1", s_sydney, "444455556666"));

        WizardChecks.Of(draft, WizardStep.Buckets, s_taken).ShouldHaveSingleItem().Field.ShouldBe(WizardFields.Bucket(1));
    }

    [Fact]
    public void Buckets_OfAnotherAccount_NeedItsNumber()
    {
        var draft = Complete.Add(DraftBucket.OfOtherAccount("shared", s_sydney, "12"));

        WizardChecks.Of(draft, WizardStep.Buckets, s_taken).ShouldHaveSingleItem().Field.ShouldBe(WizardFields.BucketAccount(1));
    }

    [Fact]
    public void Switch_TurnedOff_NeedsTheAcknowledgement()
    {
        var exposed = Complete.With(BlockPublicAccess.AllOn with { BlockPublicPolicy = false });

        WizardChecks.Of(exposed, WizardStep.PublicAccess, s_taken).ShouldHaveSingleItem().Field.ShouldBe(WizardFields.Acknowledgement);
        WizardChecks.Of(exposed with { IsExposureAcknowledged = true }, WizardStep.PublicAccess, s_taken).ShouldBeEmpty();
    }

    [Fact]
    public void Switches_ChangedAgain_AskForTheAcknowledgementAnew()
    {
        var acknowledged = Complete.With(BlockPublicAccess.AllOn with { BlockPublicPolicy = false }) with { IsExposureAcknowledged = true };

        acknowledged.With(BlockPublicAccess.AllOff).IsExposureAcknowledged.ShouldBeFalse();
    }

    [Fact]
    public void Furthest_IsTheFirstStepWithAFault()
    {
        WizardChecks.Furthest(CreateDraft.Empty, s_taken).ShouldBe(WizardStep.Name);
        WizardChecks.Furthest(CreateDraft.Empty with { Name = "media" }, s_taken).ShouldBe(WizardStep.Buckets);
        WizardChecks.Furthest(Complete.With(BlockPublicAccess.AllOff), s_taken).ShouldBe(WizardStep.PublicAccess);
        WizardChecks.Furthest(Complete, s_taken).ShouldBe(WizardStep.Review);
    }

    [Fact]
    public void Review_GathersTheFaultsOfEveryStep() =>
        WizardChecks.Of(CreateDraft.Empty.With(BlockPublicAccess.AllOff), WizardStep.Review, s_taken)
            .Select(fault => fault.Step).Distinct().ShouldBe([WizardStep.Name, WizardStep.Buckets, WizardStep.PublicAccess]);
}
