using System.Collections.Immutable;

namespace Mrap.Web.Look;

/// <summary>The colours of one theme, each as <c>#RRGGBB</c>. The one source for MudBlazor's theme, the style sheets and the map.</summary>
public sealed record Palette
{
    public required string Background { get; init; }

    public required string Surface { get; init; }

    public required string Surface2 { get; init; }

    public required string Line { get; init; }

    /// <summary>A line that carries meaning (an input's border, a client's dot): at least 3 to 1.</summary>
    public required string LineStrong { get; init; }

    public required string Text { get; init; }

    public required string TextSecond { get; init; }

    public required string TextDisabled { get; init; }

    public required string Primary { get; init; }

    public required string OnPrimary { get; init; }

    public required string Success { get; init; }

    public required string Warning { get; init; }

    public required string Error { get; init; }

    public required string Info { get; init; }

    /// <summary>Arcs on the map.</summary>
    public required string Accent { get; init; }

    public required string AppBar { get; init; }

    public required string AppBarText { get; init; }

    public required string MapOcean { get; init; }

    public required string MapLand { get; init; }

    public required string MapBorder { get; init; }

    public required string MapGraticule { get; init; }

    /// <summary>How long clients wait, the fastest first: viridis, turned so that the slowest stand out from the ground.</summary>
    public required ImmutableArray<string> Latency { get; init; }

    /// <summary>Every colour with the CSS variable that carries it, in the order of the style sheet.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables() =>
    [
        new("--background", Background),
        new("--surface", Surface),
        new("--surface-2", Surface2),
        new("--line", Line),
        new("--line-strong", LineStrong),
        new("--text", Text),
        new("--text-second", TextSecond),
        new("--text-disabled", TextDisabled),
        new("--primary", Primary),
        new("--on-primary", OnPrimary),
        new("--success", Success),
        new("--warning", Warning),
        new("--error", Error),
        new("--info", Info),
        new("--accent", Accent),
        new("--app-bar", AppBar),
        new("--app-bar-text", AppBarText),
        new("--map-ocean", MapOcean),
        new("--map-land", MapLand),
        new("--map-border", MapBorder),
        new("--map-graticule", MapGraticule),
        .. Latency.Select((colour, index) => new KeyValuePair<string, string>($"--latency-{index + 1}", colour)),
    ];
}
