using System.Collections.Immutable;

namespace Mrap.Web.Look;

/// <summary>The token sheet: what the console looks like, in one place.</summary>
public static class Tokens
{
    public const string SansFamily =
        "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", \"Noto Sans\", \"DejaVu Sans\", sans-serif";

    public const string MonoFamily =
        "ui-monospace, \"SF Mono\", \"Cascadia Mono\", \"Roboto Mono\", Menlo, Consolas, \"DejaVu Sans Mono\", monospace";

    public const string Radius = "10px";

    public const string AppBarHeight = "48px";

    public const string NavigationWidth = "208px";

    public static Palette Light { get; } = new()
    {
        Background = "#F4F6F9",
        Surface = "#FFFFFF",
        Surface2 = "#EDF1F6",
        Line = "#D3DBE4",
        LineStrong = "#7C8A99",
        Text = "#15202B",
        TextSecond = "#475564",
        TextDisabled = "#667483",
        Primary = "#0B5FB0",
        OnPrimary = "#FFFFFF",
        Success = "#0B7A4B",
        Warning = "#8F5600",
        Error = "#B3261E",
        Info = "#0A6A8A",
        Accent = "#6B3FA0",
        AppBar = "#0F1C2B",
        AppBarText = "#E9EFF6",
        MapOcean = "#EAF0F6",
        MapLand = "#CBD6E2",
        MapBorder = "#F4F7FA",
        MapGraticule = "#DDE5EE",
        Latency = ["#BBDF27", "#4AC16D", "#1FA187", "#365C8D", "#440154"],
    };

    public static Palette Dark { get; } = new()
    {
        Background = "#0D141C",
        Surface = "#151F2A",
        Surface2 = "#1C2836",
        Line = "#2A3847",
        LineStrong = "#748395",
        Text = "#E6EDF4",
        TextSecond = "#AAB7C5",
        TextDisabled = "#8795A4",
        Primary = "#6FB3FF",
        OnPrimary = "#08213D",
        Success = "#4FC78E",
        Warning = "#F0B559",
        Error = "#FF8D84",
        Info = "#5FC9E8",
        Accent = "#C3A1F2",
        AppBar = "#0A1119",
        AppBarText = "#E9EFF6",
        MapOcean = "#101A24",
        MapLand = "#2B3A4A",
        MapBorder = "#16212D",
        MapGraticule = "#1A2632",
        Latency = ["#7A63B8", "#4A83B8", "#2FB08F", "#8BD646", "#FDE725"],
    };

    /// <summary>The colours of series, in the order in which they are given out (Okabe and Ito).</summary>
    public static ImmutableArray<string> Series { get; } = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442"];
}
