using CsCheck;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Drafts;
using Mrap.Core.Replication.Planning;
using static Mrap.Core.Tests.Replication.ReplicationSamples;

namespace Mrap.Core.Tests.Replication;

public sealed class RuleDraftTests
{
    [Fact]
    public void Rule_RevisedWithWhatItsFormSays_StaysAsItIs() => Configurations.Sample(configuration =>
    {
        foreach (var rule in configuration.Rules.Where(rule => !rule.IsLegacy))
        {
            var revised = RuleEdits.Revise(rule, RuleDraft.Of(rule).Options, rule.Priority);

            (revised with { DeleteMarkers = rule.DeleteMarkers }).ShouldBe(rule);
        }
    });

    [Fact]
    public void Rule_Revised_KeepsWhatTheFormDoesNotSay()
    {
        var rule = Rule("r", "bucket-b", 3) with { KmsEncryptedObjects = RuleStatus.Enabled };
        var draft = RuleDraft.Of(rule) with { Prefix = "logs/", TimeControl = true, IsOff = true };

        var revised = RuleEdits.Revise(rule, draft.Options, priority: 7);

        revised.Filter.ShouldBe(new ReplicationFilter.Prefix("logs/"));
        revised.IsEnabled.ShouldBeFalse();
        revised.Priority.ShouldBe(7);
        revised.KmsEncryptedObjects.ShouldBe(RuleStatus.Enabled);
        revised.Destination!.Time.ShouldBe(ReplicationTimeControl.On);
        revised.Destination.Metrics.ShouldBe(ReplicationMetricsOption.WithTimeControl);
    }

    [Fact]
    public void Tags_WrittenAsText_ComeBack() => Gen.Select(Gen.String, Gen.String).Array[0, 4].Sample(pairs =>
    {
        // half of a surrogate pair is no text
        var tags = pairs.Select(pair => new ReplicationTag(Whole(pair.Item1), Whole(pair.Item2))).ToList();

        new RuleDraft().WithTags(tags).Tags.SequenceEqual(tags).ShouldBeTrue();
    });

    [Theory]
    [InlineData("=", "Every tag needs a key")]
    [InlineData("team=a&team=b", "once")]
    [InlineData("team=a&keep=", null)]
    public void Tags_ThatAreWrong_AreSaidSo(string text, string? expected)
    {
        var fault = new RuleDraft { TagText = text }.ScopeFault;

        (expected is null ? fault is null : fault?.Contains(expected, StringComparison.Ordinal) is true).ShouldBeTrue(fault);
    }

    [Fact]
    public void DeleteMarkers_WithTags_AreAFault() =>
        new RuleDraft { DeleteMarkers = true, TagText = "team=a" }.OptionsFault.ShouldNotBeNull().ShouldContain("no tags");

    private static string Whole(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
