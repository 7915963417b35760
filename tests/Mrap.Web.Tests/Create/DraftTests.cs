using Mrap.Aws.Buckets;
using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;
using Mrap.Core.Regions;
using Mrap.Web.Components.AccessPoints.Create;

namespace Mrap.Web.Tests.Create;

public sealed class DraftTests
{
    private static readonly RegionId s_ireland = RegionId.Parse("eu-west-1").Value;
    private static readonly RegionId s_sydney = RegionId.Parse("ap-southeast-2").Value;

    [Fact]
    public void Draft_WrittenAndRead_IsTheSame()
    {
        var started = (CreateDraft.Empty with { Name = "media" })
            .Add(DraftBucket.New("media-euw1", s_ireland))
            .Add(DraftBucket.Existing("old", s_sydney, isVersioned: false))
            .Add(DraftBucket.OfOtherAccount("shared", region: null, "444455556666"))
            .With(BlockPublicAccess.AllOn with { BlockPublicPolicy = false });
        var draft = started with { IsExposureAcknowledged = true };

        var read = DraftText.Read(DraftText.Write(draft))!;

        read.Buckets.ShouldBe(draft.Buckets);
        (read with { Buckets = draft.Buckets }).ShouldBe(draft);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1")]
    [InlineData("\"text\"")]
    public void Text_ThatIsNoDraft_GivesNone(string? text) => DraftText.Read(text).ShouldBeNull();

    [Fact]
    public void Text_WithPartsThatMakeNoSense_LosesThoseParts()
    {
        var draft = DraftText.Read(
            """{"Name":"media","Buckets":[null,{"Origin":"Stolen","Name":"x"},"""
                + """{"Origin":"New","Name":"y","Region":"nowhere"}],"Block":[true],"Acknowledged":true}""")!;

        draft.Buckets.ShouldBe([new DraftBucket(BucketOrigin.New, "y", Region: null, string.Empty, IsVersioned: null)]);
        draft.BlockPublicAccess.ShouldBe(BlockPublicAccess.AllOn);
    }

    [Fact]
    public void Text_TooLong_GivesNone() => DraftText.Read($$"""{"Name":"{{new string('a', DraftText.MaxLength)}}"}""").ShouldBeNull();

    [Theory]
    [InlineData("media", "eu-west-1", "media-euw1")]
    [InlineData("media", "ap-southeast-2", "media-apse2")]
    [InlineData("media-", "us-east-1", "media-use1")]
    [InlineData("", "me-central-1", "bucket-mec1")]
    public void Suggestion_IsTheNameWithTheRegionInShort(string name, string region, string expected) =>
        BucketSuggestion.For(name, RegionId.Parse(region).Value).ShouldBe(expected);

    [Fact]
    public void Choices_InATakenRegion_SayWhoTakesIt()
    {
        BucketSummary[] buckets = [Summary("a", s_ireland), Summary("b", s_ireland), Summary("c", s_sydney), Summary("d", region: null)];
        var draft = CreateDraft.Empty.Add(DraftBucket.Existing("bbb-b", s_ireland, isVersioned: true));

        var choices = BucketPicker.Of(draft, buckets, string.Empty);

        choices.Select(choice => (choice.Bucket.Value, choice.IsChosen, choice.WhyNot)).ShouldBe(
        [
            ("bbb-b", true, null),
            ("bbb-a", false, "this Region has `bbb-b` already"),
            ("bbb-c", false, null),
            ("bbb-d", false, "its Region is not known"),
        ]);
    }

    [Theory]
    [InlineData("sydney", "bbb-c")]
    [InlineData("ap-south", "bbb-c")]
    [InlineData("-B ", "bbb-b")]
    public void Choices_Filtered_LookAtNameAndRegion(string filter, string expected) =>
        BucketPicker.Of(
            CreateDraft.Empty, [Summary("b", s_ireland), Summary("c", s_sydney)],
            filter).ShouldHaveSingleItem().Bucket.Value.ShouldBe(expected);

    [Fact]
    public void Warnings_NameWhatCannotBeMendedLater()
    {
        DraftWarnings.Of(CreateDraft.Empty.Add(DraftBucket.Existing("old", s_ireland, isVersioned: false))).Length.ShouldBe(2);
        DraftWarnings.Of(CreateDraft.Empty.Add(DraftBucket.New("a", s_ireland)).Add(DraftBucket.New("b", s_sydney))).ShouldBeEmpty();
    }

    private static BucketSummary Summary(string suffix, RegionId? region) =>
        new(BucketName.Parse($"bbb-{suffix}").Value, region, CreatedAt: null);
}
