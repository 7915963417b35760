using MudBlazor;

namespace Mrap.Web.Look;

/// <summary>The tokens as MudBlazor's theme.</summary>
public static class ConsoleTheme
{
    private static readonly string[] s_sans = [.. Tokens.SansFamily.Split(", ")];

    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), Tokens.Light),
        PaletteDark = Fill(new PaletteDark(), Tokens.Dark),
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "8px",
            AppbarHeight = Tokens.AppBarHeight,
            DrawerWidthLeft = Tokens.NavigationWidth,
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = s_sans, FontSize = "14px", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography
            {
                FontFamily = s_sans,
                FontSize = "23px",
                FontWeight = "650",
                LineHeight = "1.25",
                LetterSpacing = "-0.015em"
            },
            H2 = new H2Typography
            {
                FontFamily = s_sans,
                FontSize = "14px",
                FontWeight = "650",
                LineHeight = "1.4",
                LetterSpacing = "normal"
            },
            H6 = new H6Typography
            {
                FontFamily = s_sans,
                FontSize = "16px",
                FontWeight = "650",
                LineHeight = "1.4",
                LetterSpacing = "normal"
            },
            Body1 = new Body1Typography { FontFamily = s_sans, FontSize = "14px", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = s_sans, FontSize = "13px", LineHeight = "1.5", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = s_sans, FontSize = "14px", LineHeight = "1.5", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography
            {
                FontFamily = s_sans,
                FontSize = "13px",
                FontWeight = "600",
                LineHeight = "1.5",
                LetterSpacing = "normal"
            },
            Caption = new CaptionTypography { FontFamily = s_sans, FontSize = "12px", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography
            {
                FontFamily = s_sans,
                FontSize = "13px",
                FontWeight = "600",
                LineHeight = "1.5",
                LetterSpacing = "normal",
                TextTransform = "none"
            },
        },
    };

    private static T Fill<T>(T palette, Palette tokens)
        where T : MudBlazor.Palette
    {
        palette.Primary = tokens.Primary;
        palette.PrimaryContrastText = tokens.OnPrimary;
        palette.Secondary = tokens.Accent;
        palette.SecondaryContrastText = tokens.Surface;
        palette.Info = tokens.Info;
        palette.InfoContrastText = tokens.Surface;
        palette.Success = tokens.Success;
        palette.SuccessContrastText = tokens.Surface;
        palette.Warning = tokens.Warning;
        palette.WarningContrastText = tokens.Surface;
        palette.Error = tokens.Error;
        palette.ErrorContrastText = tokens.Surface;
        palette.TextPrimary = tokens.Text;
        palette.TextSecondary = tokens.TextSecond;
        palette.TextDisabled = tokens.TextDisabled;
        palette.Background = tokens.Background;
        palette.BackgroundGray = tokens.Surface2;
        palette.Surface = tokens.Surface;
        palette.DrawerBackground = tokens.Surface;
        palette.DrawerText = tokens.TextSecond;
        palette.DrawerIcon = tokens.TextSecond;
        palette.AppbarBackground = tokens.AppBar;
        palette.AppbarText = tokens.AppBarText;
        palette.LinesDefault = tokens.Line;
        palette.LinesInputs = tokens.LineStrong;
        palette.TableLines = tokens.Line;
        palette.TableHover = tokens.Surface2;
        palette.Divider = tokens.Line;
        palette.ActionDefault = tokens.TextSecond;
        palette.ActionDisabled = tokens.TextDisabled;
        palette.ActionDisabledBackground = tokens.Surface2;
        return palette;
    }
}
