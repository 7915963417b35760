using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;

namespace Mrap.Web.Components.Charts;

/// <summary>
/// A chart with its heading, what it shows in words, and the same values as a table and as a file. Pages give it a <see cref="Plot"/>;
/// what draws it is nobody else's matter.
/// </summary>
public sealed partial class ChartFigure
{
    private static readonly IReadOnlyList<(ChartView Value, string Text)> s_views =
        [(ChartView.Graph, "Graph"), (ChartView.Table, "Table"), (ChartView.Csv, "CSV")];

    private readonly string _id = $"chart-{Guid.NewGuid():N}";
    private ImmutableHashSet<string> _hidden = [];
    private ChartView _view;
    private string _csv = string.Empty;

    /// <summary>What it is about, also while there is nothing to show yet.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>What is shown; null while it is read.</summary>
    [Parameter]
    [EditorRequired]
    public Plot? Plot { get; set; }

    /// <summary>Whether it stands inside of a card and has no more than its picture and its legend.</summary>
    [Parameter]
    public bool IsSmall { get; set; }

    /// <summary>Raised with a range of time that was chosen on the picture.</summary>
    [Parameter]
    public EventCallback<ChartRange> RangeChosen { get; set; }

    /// <summary>At the title's right.</summary>
    [Parameter]
    public RenderFragment? Controls { get; set; }

    /// <summary>In place of the picture when no series has a value.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Below the picture.</summary>
    [Parameter]
    public RenderFragment? Note { get; set; }

    private string FileName =>
        $"{string.Join('-', Title.ToLowerInvariant().Split([' ', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries))}.csv";

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        Write();
    }

    private void Toggle(string key) => _hidden = _hidden.SymmetricExcept([key]);

    private void Write() => _csv = Plot is not null && _view == ChartView.Csv ? PlotCsv.Of(Plot) : string.Empty;

    private void Look(ChartView view)
    {
        _view = view;
        Write();
    }

    private string Swatch(PlotSeries series) =>
        $"plot-swatch{(Plot!.Form == PlotForm.Lines ? " line" : string.Empty)}{(series.IsDashed ? " dashed" : string.Empty)}";
}
