using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.List;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.AccessPoints;

public sealed class AccessPointFilterTests
{
    private static readonly ImmutableArray<AccessPointRow> s_rows =
    [
        new(Example.AccessPoint("alpha", AccessPointStatus.Ready, Example.Ireland), Routes: null, Operation: null),
        new(Example.AccessPoint("beta", AccessPointStatus.Creating, Example.Ireland, Example.Sydney), Routes: null, Operation: null),
        new(Example.AccessPoint("gamma"), Routes: null, Operation: null),
    ];

    [Theory]
    [InlineData("ALP", null, null, "alpha")]
    [InlineData("us-east-1", null, null, "gamma")]
    [InlineData(null, "creating", null, "beta")]
    [InlineData(null, null, "ap-southeast-2", "beta,gamma")]
    [InlineData("nothing", null, null, "")]
    public void Apply_WithAFilter_KeepsWhatMatches(string? text, string? status, string? region, string expected) =>
        Names(Filter(text, status, region)).ShouldBe(expected);

    [Theory]
    [InlineData("name", "alpha,beta,gamma")]
    [InlineData("-name", "gamma,beta,alpha")]
    [InlineData("regions", "gamma,beta,alpha")]
    [InlineData("status", "beta,alpha,gamma")]
    public void Apply_WithASort_Orders(string sort, string expected) =>
        Names(Filter(sort: sort)).ShouldBe(expected);

    [Fact]
    public void Parse_OfPartsThatMakeNoSense_DropsThem() =>
        Filter(text: " ", "melted", "not a region", "size").ShouldBe(AccessPointFilter.None);

    [Fact]
    public void SortedBy_TheSameColumnAgain_TurnsItRound()
    {
        var once = AccessPointFilter.None.SortedBy(AccessPointSort.Created);

        once.Url.ShouldBe("/access-points?sort=created");
        once.SortedBy(AccessPointSort.Created).Url.ShouldBe("/access-points?sort=-created");
    }

    private static AccessPointFilter Filter(
        string? text = null, string? status = null, string? region = null, string? sort = null) =>
        AccessPointFilter.FromQuery(PageQuery.Of(
            ConsoleUrls.WithQuery("/access-points", ("q", text), ("status", status), ("region", region), ("sort", sort))));

    private static string Names(AccessPointFilter filter) => string.Join(',', filter.Apply(s_rows).Select(row => row.AccessPoint.Name));
}
