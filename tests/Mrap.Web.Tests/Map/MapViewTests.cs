using System.Globalization;
using CsCheck;
using Mrap.Core.Maps;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Map;

public sealed class MapViewTests
{
    private static readonly Gen<double> s_offset = Gen.Double[-2000, 2000];

    [Theory]
    [InlineData("0,0,1", "0,0,1")]
    [InlineData("0,0,1,p", "0,0,1,p")]
    [InlineData("120.5,60.2,2.25", "120.5,60.2,2.25")]
    [InlineData("50,50,1", "0,0,1")]
    [InlineData("5000,5000,2", "500,210,2")]
    [InlineData("-5,-5,99,p", "0,0,8,p")]
    [InlineData("1,1,0", "0,0,1")]
    public void Parse_AView_MovesItOntoTheMap(string text, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        var (x, y, zoom) = expected.TrimEnd('p', ',').Split(',') is [var a, var b, var c] ? (a, b, c) : default;

        var view = MapView.Parse(text)!.Value;

        view.X.ShouldBe(double.Parse(x, CultureInfo.InvariantCulture));
        view.Y.ShouldBe(double.Parse(y, CultureInfo.InvariantCulture), 10);
        view.Zoom.ShouldBe(double.Parse(zoom, CultureInfo.InvariantCulture));
        view.ToString().EndsWith(",p", StringComparison.Ordinal).ShouldBe(expected.EndsWith('p'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,2")]
    [InlineData("1,2,3,4")]
    [InlineData("1,2,3,p,p")]
    [InlineData("1,2,x")]
    [InlineData("NaN,0,1")]
    [InlineData("0,0,Infinity")]
    [InlineData("0,0,1e3")]
    [InlineData("0, 0,1")]
    public void Parse_AnythingElse_IsNoView(string text) => MapView.Parse(text).ShouldBeNull();

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame() =>
        Gen.Select(s_offset, s_offset, Gen.Double[-1, 12], Gen.Enum<MapCentre>()).Sample((x, y, zoom, centre) =>
        {
            var view = MapView.Of(x, y, zoom, centre);

            MapView.Parse(view.ToString()).ShouldBe(view);
            (view.X + (MapProjection.Width / view.Zoom)).ShouldBeLessThanOrEqualTo(MapProjection.Width + 0.1);
            (view.Y + (MapProjection.Height / view.Zoom)).ShouldBeLessThanOrEqualTo(MapProjection.Height + 0.1);
        });

    [Fact]
    public void Of_WhatIsNoNumber_IsTheWholeMap() => MapView.Of(double.NaN, double.NaN, double.NaN).ShouldBe(default);

    [Fact]
    public void Around_AnotherMiddle_SeesTheSameStretchOfTheWorld()
    {
        var tokyo = MapProjection.Project(35.7, 139.7);
        var view = MapView.Of(tokyo.X - 62.5, tokyo.Y - 26, 8);

        var other = view.Around(MapCentre.Pacific);

        var at = MapProjection.Project(new(35.7, 139.7), MapCentre.Pacific);
        (other.X + 62.5).ShouldBe(at.X, 1);
        other.Zoom.ShouldBe(8);
        other.Around(MapCentre.Greenwich).X.ShouldBe(view.X, 1);
    }
}
