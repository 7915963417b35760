using Mrap.Core.Routing;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Tests.Shared;

public sealed class DisplayTextTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-10, "just now")]
    [InlineData(44, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(59 * 60, "59 minutes ago")]
    [InlineData(3600, "1 hour ago")]
    [InlineData(23 * 3600, "23 hours ago")]
    [InlineData(3 * 86400, "3 days ago")]
    [InlineData(90 * 86400, "2 months ago")]
    public void Ago_BySeconds_IsCoarse(int seconds, string expected) =>
        DisplayFormat.Ago(s_now.AddSeconds(-seconds), s_now).ShouldBe(expected);

    [Fact]
    public void VantageSearch_ByTheStartOfACity_PutsItFirst() =>
        VantageSearch.Find("lag")[0].Id.ShouldBe("ng-lagos");

    [Fact]
    public void VantageSearch_ByARegionCode_FindsTheRegion() =>
        VantageSearch.Find("ap-northeast-1").ShouldContain(vantage => vantage.Kind == VantageKind.Region && vantage.Id == "ap-northeast-1");

    [Fact]
    public void VantageSearch_ByNothing_ShowsAFewLargeCities()
    {
        var found = VantageSearch.Find(null);

        found.Length.ShouldBe(12);
        found[0].PopulationMillions.ShouldBeGreaterThanOrEqualTo(found[^1].PopulationMillions);
    }
}
