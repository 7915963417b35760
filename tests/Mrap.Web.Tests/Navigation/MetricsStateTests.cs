using Mrap.Core.Metrics;
using Mrap.Core.Regions;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Navigation;

public sealed class MetricsStateTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("?range=24h&region=eu-west-1")]
    [InlineData("?range=15m&show=share")]
    [InlineData("?from=2026-11-27T09%3A00Z&to=2026-11-27T10%3A30Z")]
    public void Address_IsWrittenAsItWasRead(string query) =>
        ConsoleUrls.WithQuery(string.Empty, Read(query).ToQuery()).ShouldBe(query);

    [Theory]
    [InlineData("?range=3h")]
    [InlineData("?range=180m")]
    [InlineData("?from=2026-11-27T10%3A00Z&to=2026-11-27T09%3A00Z")]
    [InlineData("?from=2026-11-27T10%3A00Z")]
    public void Address_OfTheUsualTime_IsTheShortest(string query) => Read(query).ShouldBe(Read(string.Empty));

    [Theory]
    [InlineData("?range=mars", "range")]
    [InlineData("?range=999d", "range")]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?region=mars", "region")]
    [InlineData("?show=all", "show")]
    public void Part_ThatMeansNothing_IsDropped(string address, string part)
    {
        var query = PageQuery.Of(address);

        MetricsState.FromQuery(query).ShouldBe(Read(string.Empty));
        query.Dropped.ShouldHaveSingleItem().Name.ShouldBe(part);
    }

    [Fact]
    public void ZoomOut_OfTheLatestTime_ReachesFurtherBack() =>
        Read("?range=1h").ZoomedOut(s_now).Range.ShouldBe(default);

    [Fact]
    public void ZoomOut_OfATimeInThePast_GrowsToBothSides() =>
        Read("?from=2026-11-27T09%3A00Z&to=2026-11-27T10%3A00Z").ZoomedOut(s_now).Range.ToString().ShouldBe(
            "2026-11-27T08:00Z/2026-11-27T11:00Z");

    [Fact]
    public void ZoomOut_ThatReachesNow_IsLiveAgain() =>
        Read("?from=2026-11-27T10%3A30Z&to=2026-11-27T11%3A30Z").ZoomedOut(s_now).Range.ShouldBe(default);

    [Fact]
    public void ZoomOut_OfTheLongestTime_StaysIt() =>
        Read("?range=455d").ZoomedOut(s_now).Range.ShouldBe(TimeRange.Last(TimeRange.Max));

    [Fact]
    public void Between_OfNoTime_StaysAsItWas()
    {
        var state = Read("?range=1h&region=eu-west-1");

        state.Between(s_now, s_now).ShouldBe(state);
        state.Between(s_now, s_now.AddHours(1)).Region.ShouldBe(RegionId.Parse("eu-west-1").Value);
    }

    private static MetricsState Read(string query) => MetricsState.FromQuery(PageQuery.Of(query));
}
