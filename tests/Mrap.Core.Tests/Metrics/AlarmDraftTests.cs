using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.Metrics;

public sealed class AlarmDraftTests
{
    private static readonly AccessPointName s_name = AccessPointName.Parse("demo").Value;
    private static readonly BucketPlace s_dublin = new(BucketName.Parse("dublin").Value, RegionId.Parse("eu-west-1").Value);
    private static readonly BucketPlace s_sydney = new(BucketName.Parse("sydney").Value, RegionId.Parse("ap-southeast-2").Value);

    [Fact]
    public void Name_SaysWhatIsWatched() =>
        AlarmDraft.OnLag(s_name, new SeriesSubject.Replication(s_dublin, s_sydney, "rule"), TimeSpan.FromMinutes(15)).Name.ShouldBe(
            "mrap/demo/replication-lag/dublin/sydney/rule");

    [Fact]
    public void LongNames_AreCutAndStayApart()
    {
        var rule = new string('r', 250);
        var (first, second) = (NameOf($"{rule}1"), NameOf($"{rule}2"));

        (first.Length, second.Length).ShouldBe((255, 255));
        first.ShouldNotBe(second);
        first.ShouldBe(NameOf($"{rule}1"));
    }

    [Fact]
    public void Prefix_OfAnAccessPoint_IsNoOthers() =>
        AlarmDraft.OnErrors(AccessPointName.Parse("demo2").Value, s_dublin, 0.1).Name.ShouldNotStartWith(AlarmDraft.PrefixOf(s_name));

    [Fact]
    public void Thresholds_OutOfRange_AreRefused()
    {
        var rule = new SeriesSubject.Replication(s_dublin, s_sydney, "rule");

        Should.Throw<ArgumentOutOfRangeException>(() => AlarmDraft.OnErrors(s_name, s_dublin, 1.1));
        Should.Throw<ArgumentOutOfRangeException>(() => AlarmDraft.OnLag(s_name, rule, TimeSpan.Zero));
        Should.Throw<ArgumentOutOfRangeException>(() => AlarmDraft.OnBacklog(s_name, rule, -1));
    }

    private static string NameOf(string rule) =>
        AlarmDraft.OnBacklog(s_name, new SeriesSubject.Replication(s_dublin, s_sydney, rule), 100).Name;
}
