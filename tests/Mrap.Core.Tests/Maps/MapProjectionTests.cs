using Mrap.Core.Geography;
using Mrap.Core.Maps;

namespace Mrap.Core.Tests.Maps;

public sealed class MapProjectionTests
{
    [Theory]
    [InlineData(0, 180, 2.706630, 0)]
    [InlineData(90, 0, 0, 1.317363)]
    [InlineData(47, 122, 1.549254, 0.893308)]
    [InlineData(38.95, -77.45, -1.038897, 0.756156)]
    [InlineData(53.35, -6.26, -0.075478, 0.993263)]
    [InlineData(35.69, 139.69, 1.909434, 0.697854)]
    [InlineData(-23.55, -46.63, -0.673099, -0.469973)]
    [InlineData(-33.87, 151.21, 2.087103, -0.664706)]
    public void Raw_KnownPlaces_MatchesThePublishedVectors(double latitude, double longitude, double x, double y)
    {
        var raw = MapProjection.Raw(latitude, longitude);

        raw.X.ShouldBe(x, 1e-6);
        raw.Y.ShouldBe(y, 1e-6);
    }

    [Fact]
    public void Project_EdgesOfTheMap_FillTheViewBox()
    {
        MapProjection.Project(0, -180).X.ShouldBe(0, 1e-9);
        MapProjection.Project(0, 180).X.ShouldBe(1000, 1e-9);
        MapProjection.Project(84, 0).Y.ShouldBe(0, 1e-9);
        MapProjection.Project(-56, 0).Y.ShouldBe(MapProjection.Height, 1e-9);
        MapProjection.Height.ShouldBeInRange(400, 450);
    }

    [Theory]
    [InlineData(MapCentre.Greenwich)]
    [InlineData(MapCentre.Pacific)]
    public void Unproject_WhatWasProjected_IsThePlace(MapCentre centre)
    {
        for (var latitude = -89.5; latitude < 90; latitude += 3.5)
        {
            for (var longitude = -179.5; longitude < 180; longitude += 2.5)
            {
                var place = MapProjection.Unproject(MapProjection.Project(new GeoPoint(latitude, longitude), centre), centre)!.Value;

                place.Latitude.ShouldBe(latitude, 0.01);
                place.Longitude.ShouldBe(longitude, 0.01);
            }
        }
    }

    [Theory]
    [InlineData(-1, 210)]
    [InlineData(1001, 210)]
    [InlineData(2, 2)]
    [InlineData(998, 2)]
    [InlineData(500, -2000)]
    [InlineData(500, 1e12)]
    [InlineData(double.NaN, 0)]
    [InlineData(500, double.NaN)]
    [InlineData(double.PositiveInfinity, 210)]
    public void Unproject_OffTheGlobe_IsNothing(double x, double y) => MapProjection.Unproject(new MapPoint(x, y)).ShouldBeNull();

    [Fact]
    public void Unproject_TheRim_IsThere() => MapProjection.Unproject(MapProjection.Project(40, 180))!.Value.Longitude.ShouldBe(180, 1e-6);

    [Fact]
    public void Project_AroundThePacific_HasItInTheMiddle()
    {
        MapProjection.Project(new GeoPoint(0, 150), MapCentre.Pacific).X.ShouldBe(500, 1e-9);
        MapProjection.Project(new GeoPoint(0, -29), MapCentre.Pacific).X.ShouldBeLessThan(10);
        MapProjection.Project(new GeoPoint(0, -31), MapCentre.Pacific).X.ShouldBeGreaterThan(990);
    }
}
