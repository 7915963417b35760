using CsCheck;
using Mrap.Core.Geography;
using Mrap.Core.Routing;

namespace Mrap.Core.Tests.Routing;

public sealed class PlaceTests
{
    [Fact]
    public void At_AnyPlace_IsReadBackFromItsId() => Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180]).Sample((latitude, longitude) =>
    {
        var place = Vantage.At(new GeoPoint(latitude, longitude));

        VantageCatalog.Read(place.Id).ShouldBe(place);
        LatencyModel.Between(place, Samples.Region("eu-west-1"))!.Value.IsEstimate.ShouldBeTrue();
    });

    [Theory]
    [InlineData("6.52,3.38", "6.52° N, 3.38° E")]
    [InlineData(" -33.9 , -0.001", "33.9° S, 0° E")]
    [InlineData("90,-180", "90° N, 180° W")]
    [InlineData("ng-lagos", "Lagos")]
    [InlineData("eu-west-1", "Ireland")]
    public void Read_OfAPlace_NamesIt(string text, string name) => VantageCatalog.Read(text).ShouldNotBeNull().Name.ShouldBe(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("atlantis")]
    [InlineData("91,0")]
    [InlineData("0,181")]
    [InlineData("NaN,0")]
    [InlineData("1e9,0")]
    [InlineData("1,2,3")]
    [InlineData(",")]
    public void Read_OfAnythingElse_IsNoPlace(string? text) => VantageCatalog.Read(text).ShouldBeNull();

    [Fact]
    public void NearestCity_IsThatCityOrNoneFarFromAll()
    {
        var lagos = Samples.Vantage("ng-lagos");

        VantageCatalog.NearestCity(lagos.Position, 1).ShouldBe(lagos);
        VantageCatalog.NearestCity(new GeoPoint(-48.9, -123.4), 500).ShouldBeNull();
    }
}
