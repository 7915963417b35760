using Mrap.Web.Components.AccessPoints.Overview;

namespace Mrap.Web.Tests.AccessPoints;

public sealed class WholePercentsTests
{
    [Theory]
    [InlineData(new[] { 0.375, 0.325, 0.300 }, new[] { 0.38, 0.32, 0.30 })]
    [InlineData(new[] { 1 / 3d, 1 / 3d, 1 / 3d }, new[] { 0.34, 0.33, 0.33 })]
    [InlineData(new[] { 1d, 0d }, new[] { 1d, 0d })]
    [InlineData(new[] { 0d, 0d }, new[] { 0d, 0d })]
    public void Of_Shares_AddUpToWhatTheyDid(double[] shares, double[] rounded) =>
        WholePercents.Of(shares).ShouldBe(rounded);
}
