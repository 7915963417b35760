using Mrap.Web.Components.Shared;

namespace Mrap.Web.Tests.Shared;

public sealed class DisplayFormatTests
{
    [Theory]
    [InlineData("-00:00:05", "0 s")]
    [InlineData("00:00:00.9", "0 s")]
    [InlineData("00:00:59.9", "59 s")]
    [InlineData("00:01:00", "1 min 0 s")]
    [InlineData("00:59:59", "59 min 59 s")]
    [InlineData("01:00:00", "1 h 0 min")]
    [InlineData("01:02:59", "1 h 2 min")]
    [InlineData("1.02:03:04", "26 h 3 min")]
    public void Duration_IsToldInItsTwoLargestUnits(string duration, string text) =>
        DisplayFormat.Duration(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(text);
}
