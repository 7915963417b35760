using System.Collections.Immutable;
using CsCheck;
using Mrap.Core.AccessPoints;
using Mrap.Testing;
using Mrap.Web.Components.AccessPoints.List;

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
        Names(AccessPointFilter.Parse(text, status, region, sort: null)).ShouldBe(expected);

    [Theory]
    [InlineData("name", "alpha,beta,gamma")]
    [InlineData("-name", "gamma,beta,alpha")]
    [InlineData("regions", "gamma,beta,alpha")]
    [InlineData("status", "beta,alpha,gamma")]
    public void Apply_WithASort_Orders(string sort, string expected) =>
        Names(AccessPointFilter.Parse(text: null, status: null, region: null, sort)).ShouldBe(expected);

    [Fact]
    public void Parse_OfPartsThatMakeNoSense_DropsThem() =>
        AccessPointFilter.Parse(text: " ", "melted", "not a region", "size").ShouldBe(AccessPointFilter.None);

    [Fact]
    public void SortedBy_TheSameColumnAgain_TurnsItRound()
    {
        var once = AccessPointFilter.None.SortedBy(AccessPointSort.Created);

        once.Url.ShouldBe("/access-points?sort=created");
        once.SortedBy(AccessPointSort.Created).Url.ShouldBe("/access-points?sort=-created");
    }

    [Fact]
    public void Parse_OfWhatUrlSays_IsTheSameFilter() =>
        Gen.Select(
            Gen.String, Gen.Enum<AccessPointStatus>().Nullable(), Gen.Enum<AccessPointSort>(),
            Gen.Bool).Sample((text, status, sort, isDescending) =>
        {
            var filter = new AccessPointFilter(text.Trim(), status, Example.Ireland, sort, isDescending);
            var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(new Uri("http://x"), filter.Url).Query);

            AccessPointFilter.Parse(
                query.GetValueOrDefault("q"), query.GetValueOrDefault("status"), query.GetValueOrDefault("region"),
                query.GetValueOrDefault("sort")).ShouldBe(filter);
        });

    private static string Names(AccessPointFilter filter) => string.Join(',', filter.Apply(s_rows).Select(row => row.AccessPoint.Name));
}
