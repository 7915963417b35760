using Mrap.Web.Components.Map;
using Mrap.Web.Look;

namespace Mrap.Web.Tests.Look;

public sealed class TokenTests
{
    private const double Text = 4.5;
    private const double Marker = 3;

    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void TextColours_OnEveryGround_ReachFourAndAHalf(string theme)
    {
        var palette = Of(theme);
        string[] grounds = [palette.Background, palette.Surface, palette.Surface2];
        string[] colours =
            [palette.Text, palette.TextSecond, palette.Primary, palette.Success, palette.Warning, palette.Error, palette.Info];

        foreach (var ground in grounds)
        {
            foreach (var colour in colours)
            {
                Contrast.Ratio(colour, ground).ShouldBeGreaterThanOrEqualTo(Text, $"{colour} on {ground}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void TextOnColour_OfButtonsAndTheBar_ReachesFourAndAHalf(string theme)
    {
        var palette = Of(theme);

        Contrast.Ratio(palette.OnPrimary, palette.Primary).ShouldBeGreaterThanOrEqualTo(Text);
        Contrast.Ratio(palette.AppBarText, palette.AppBar).ShouldBeGreaterThanOrEqualTo(Text);
        foreach (var colour in new[] { palette.Success, palette.Warning, palette.Error, palette.Info, palette.Accent })
        {
            Contrast.Ratio(palette.Surface, colour).ShouldBeGreaterThanOrEqualTo(Text, colour);
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void MeaningfulLinesAndMarkers_OnTheirGround_ReachThree(string theme)
    {
        var palette = Of(theme);

        Contrast.Ratio(palette.LineStrong, palette.Surface).ShouldBeGreaterThanOrEqualTo(Marker);
        Contrast.Ratio(palette.LineStrong, palette.MapOcean).ShouldBeGreaterThanOrEqualTo(Marker);
        foreach (var ground in new[] { palette.MapOcean, palette.MapLand })
        {
            Contrast.Ratio(palette.Primary, ground).ShouldBeGreaterThanOrEqualTo(Marker);
            Contrast.Ratio(palette.Accent, ground).ShouldBeGreaterThanOrEqualTo(Marker);
            Contrast.Ratio(palette.Text, ground).ShouldBeGreaterThanOrEqualTo(Text);
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void LatencySteps_FromFastToSlow_StandOutMoreAndMoreFromTheGround(string theme)
    {
        var palette = Of(theme);

        palette.Latency.Length.ShouldBe(LatencyStep.All.Length);
        palette.Latency.Select(colour => Contrast.Ratio(colour, palette.MapOcean)).ShouldBeInOrder();
        Contrast.Ratio(palette.Latency[^1], palette.MapOcean).ShouldBeGreaterThanOrEqualTo(Text);
    }

    [Fact]
    public void Ratio_OfBlackAndWhite_IsTwentyOne()
    {
        Contrast.Ratio("#000000", "#FFFFFF").ShouldBe(21, 0.001);
        Contrast.Ratio("#767676", "#FFFFFF").ShouldBe(4.54, 0.01);
    }

    [Fact]
    public void StyleSheet_InTheRepository_IsWhatTheTokensSay()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Sheets", "tokens.css");

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(TokenSheet.Css());
    }

    private static Palette Of(string theme) => theme == "light" ? Tokens.Light : Tokens.Dark;
}
