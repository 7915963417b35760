using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Comparison;

namespace Mrap.Core.Tests.Comparison;

public sealed class GapTests
{
    private static readonly ImmutableArray<BucketName> s_buckets =
        [BucketName.Parse("orders-one").Value, BucketName.Parse("orders-two").Value, BucketName.Parse("orders-three").Value];

    private static ImmutableArray<CoveringRule> Rules { get; } =
        [
            new(s_buckets[0], s_buckets[1], "reports/", HasTags: false, CopiesDeletions: false),
            new(s_buckets[1], s_buckets[0], string.Empty, HasTags: false, CopiesDeletions: true),
            new(s_buckets[0], s_buckets[2], "tagged/", HasTags: true, CopiesDeletions: false)];

    [Theory]
    [InlineData("reports/a", CopyStatus.Pending, GapReason.Pending)]
    [InlineData("reports/a", CopyStatus.Failed, GapReason.Failed)]
    [InlineData("reports/a", CopyStatus.Completed, GapReason.ChangedSince)]
    [InlineData("reports/a", CopyStatus.None, GapReason.OlderThanRule)]
    [InlineData("reports/a", CopyStatus.Replica, GapReason.ReplicaOnly)]
    [InlineData("other/a", CopyStatus.None, GapReason.NotCovered)]
    [InlineData("other/a", CopyStatus.Pending, GapReason.NotCovered)]
    [InlineData("reports/a", null, GapReason.NotAsked)]
    public void Missing_Copy_HasTheReasonThatStatusAndRulesGive(string key, CopyStatus? status, GapReason reason) =>
        Of(key, Present(status: status), KeyCopy.Missing).Reasons.ShouldBe([reason]);

    [Fact]
    public void Rule_ThatLooksAtTags_SaysNothingOfAnOlderObject() =>
        Gap.Of(new KeyDifference("tagged/a", [Present(), Present(), KeyCopy.Missing]), s_buckets, Rules).Reasons
            .ShouldBe([GapReason.NotCovered]);

    [Fact]
    public void Deletion_ThatTheRuleDoesNotCarry_Stays() =>
        Of("reports/a", Marker(minute: 5), Present()).Reasons.ShouldBe([GapReason.DeletionStays]);

    [Fact]
    public void Deletion_ThatTheRuleCarries_IsToCome() => Of("a", Present(), Marker(minute: 5)).Reasons.ShouldBe([GapReason.Pending]);

    [Fact]
    public void Replica_WithItsOriginal_IsExplainedByTheOriginal()
    {
        var gap = Gap.Of(
            new KeyDifference(
                "reports/a", [Present(status: CopyStatus.Failed), Present(minute: 1, status: CopyStatus.Replica), KeyCopy.Missing]),
            s_buckets, [new(s_buckets[0], s_buckets[2], string.Empty, HasTags: false, CopiesDeletions: false)]);

        gap.Difference.Source.ShouldBe(0);
        gap.Reasons.ShouldBe([GapReason.Failed]);
    }

    [Fact]
    public void Newest_Copy_IsTheOneToCopyFrom()
    {
        var difference = new KeyDifference("a", [Present("\"1\""), Present("\"2\"", minute: 3), KeyCopy.Missing]);

        difference.Source.ShouldBe(1);
        difference.Behind.ShouldBe([0, 2]);
        difference.Aspects.ShouldBe(DifferenceAspects.Missing | DifferenceAspects.ETag);
        difference.Since.ShouldBe(KeySamples.Noon.AddMinutes(3));
    }

    [Fact]
    public void Deletion_ThatIsTheNewestWord_IsNothingToCopy()
    {
        var difference = new KeyDifference("a", [Present(), Marker(minute: 1)]);

        difference.Source.ShouldBeNull();
        difference.Behind.ShouldBe([0]);
    }

    [Fact]
    public void Different_CopiesOfTheSameSecond_AreUndecided()
    {
        var difference = new KeyDifference("a", [Present("\"1\""), Present("\"2\""), KeyCopy.Missing]);

        (difference.IsUndecided, difference.Source).ShouldBe((true, null));
        new KeyDifference("a", [Present(), Present(), KeyCopy.Missing]).IsUndecided.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Deletion_OfAnUnknownTime_IsNeverUndoneByACopy(int marker)
    {
        KeyCopy[] copies = [Present(), Present()];
        copies[marker] = Marker() with { LastModified = null };

        var difference = new KeyDifference("a", [.. copies, KeyCopy.Missing]);

        (difference.IsUndecided, difference.Source).ShouldBe((true, null));
    }

    [Fact]
    public void Time_OfAList_IsMoreExact_UnlessTheObjectWasWrittenAnew()
    {
        var listed = Present() with { LastModified = KeySamples.Noon.AddMilliseconds(345) };

        Present(status: CopyStatus.Failed).TimedBy(listed).ShouldBe(listed with { Status = CopyStatus.Failed });
        Present(minute: 1).TimedBy(listed).ShouldBe(Present(minute: 1));
        Present("\"2\"").TimedBy(listed).ShouldBe(Present("\"2\""));
    }

    [Fact]
    public void Key_ThatNobodyHas_IsNoDifference() =>
        new KeyDifference("a", [Marker(), KeyCopy.Missing, KeyCopy.Unknown]).Aspects.ShouldBe(DifferenceAspects.None);

    [Fact]
    public void Counts_CountAKeyInEverythingItDiffersIn() => default(GapCounts)
        .With(DifferenceAspects.Missing | DifferenceAspects.Size | DifferenceAspects.ETag | DifferenceAspects.Version)
        .With(DifferenceAspects.Version)
        .With(DifferenceAspects.Deleted)
        .ShouldBe(new GapCounts(Total: 3, Missing: 1, Deleted: 1, Content: 1, Version: 1));

    private static Gap Of(string key, params ReadOnlySpan<KeyCopy> copies) =>
        Gap.Of(new KeyDifference(key, [.. copies]), s_buckets, Rules);

    private static KeyCopy Present(string tag = "\"1\"", int minute = 0, CopyStatus? status = CopyStatus.None) =>
        new(CopyState.Present, tag, 1, KeySamples.Noon.AddMinutes(minute), VersionId: null, status);

    private static KeyCopy Marker(int minute = 0) =>
        new(CopyState.Deleted, ETag: null, Size: null, KeySamples.Noon.AddMinutes(minute), "m");
}
