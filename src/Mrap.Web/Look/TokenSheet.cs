using System.Globalization;
using System.Text;

namespace Mrap.Web.Look;

/// <summary>
/// Writes the tokens as CSS variables. The theme is chosen by an attribute on the root element that is set before the first
/// paint, so MudBlazor's own variables are given here for both themes, with a higher specificity than its provider's.
/// </summary>
public static class TokenSheet
{
    /// <summary>The text of <c>wwwroot/css/tokens.css</c>.</summary>
    public static string Css()
    {
        var css = new StringBuilder();
        css.Append("/* Made from Look/Tokens.cs: change it there. */\n");
        css.Append("html:root {\n  color-scheme: light;\n");
        css.Append(CultureInfo.InvariantCulture, $"  --sans: {Tokens.SansFamily};\n  --mono: {Tokens.MonoFamily};\n");
        css.Append(
            CultureInfo.InvariantCulture,
            $"  --radius: {Tokens.Radius};\n  --app-bar-height: {Tokens.AppBarHeight};\n  --navigation-width: {Tokens.NavigationWidth};\n");
        for (var i = 0; i < Tokens.Series.Length; i++)
        {
            css.Append(CultureInfo.InvariantCulture, $"  --series-{i + 1}: {Tokens.Series[i]};\n");
        }

        Append(css, Tokens.Light, "  ");
        css.Append("}\n\nhtml[data-theme=\"dark\"]:root {\n  color-scheme: dark;\n");
        Append(css, Tokens.Dark, "  ");
        css.Append("}\n\n@media (prefers-color-scheme: dark) {\n  html:root:not([data-theme]) {\n    color-scheme: dark;\n");
        Append(css, Tokens.Dark, "    ");
        return css.Append("  }\n}\n").ToString();
    }

    private static void Append(StringBuilder css, Palette palette, string indent)
    {
        foreach (var (name, value) in palette.Variables().Concat(MudVariables(palette)))
        {
            css.Append(indent).Append(name).Append(": ").Append(value).Append(";\n");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> MudVariables(Palette palette)
    {
        (string Name, string Colour, string On)[] roles =
        [
            ("primary", palette.Primary, palette.OnPrimary),
            ("secondary", palette.Accent, palette.Surface),
            ("tertiary", palette.Info, palette.Surface),
            ("info", palette.Info, palette.Surface),
            ("success", palette.Success, palette.Surface),
            ("warning", palette.Warning, palette.Surface),
            ("error", palette.Error, palette.Surface),
            ("dark", palette.AppBar, palette.AppBarText),
        ];
        foreach (var (name, colour, on) in roles)
        {
            var (red, green, blue) = Contrast.Channels(colour);
            yield return new($"--mud-palette-{name}", colour);
            yield return new($"--mud-palette-{name}-rgb", $"{red},{green},{blue}");
            yield return new($"--mud-palette-{name}-text", on);
            yield return new($"--mud-palette-{name}-darken", $"color-mix(in srgb, {colour} 88%, {palette.Text})");
            yield return new($"--mud-palette-{name}-lighten", $"color-mix(in srgb, {colour} 80%, {palette.Surface})");
            yield return new($"--mud-palette-{name}-hover", $"rgba({red},{green},{blue},0.07)");
        }

        (string Name, string Colour)[] plain =
        [
            ("text-primary", palette.Text),
            ("text-secondary", palette.TextSecond),
            ("text-disabled", palette.TextDisabled),
            ("action-default", palette.TextSecond),
            ("action-default-hover", palette.Surface2),
            ("action-disabled", palette.TextDisabled),
            ("action-disabled-background", palette.Surface2),
            ("surface", palette.Surface),
            ("background", palette.Background),
            ("background-gray", palette.Surface2),
            ("drawer-background", palette.Surface),
            ("drawer-text", palette.TextSecond),
            ("drawer-icon", palette.TextSecond),
            ("appbar-background", palette.AppBar),
            ("appbar-text", palette.AppBarText),
            ("lines-default", palette.Line),
            ("lines-inputs", palette.LineStrong),
            ("table-lines", palette.Line),
            ("table-striped", palette.Surface2),
            ("table-hover", palette.Surface2),
            ("divider", palette.Line),
            ("divider-light", palette.Line),
            ("skeleton", palette.Surface2),
        ];
        foreach (var (name, colour) in plain)
        {
            yield return new($"--mud-palette-{name}", colour);
        }
    }
}
