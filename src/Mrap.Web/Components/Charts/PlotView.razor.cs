using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mrap.Web.Components.Charts;

/// <summary>
/// The picture of a plot. Without a script it is a still picture; with it, points are read under the pointer and the keys without a way
/// to the server, which hears only of a range that was chosen.
/// </summary>
public sealed partial class PlotView : IAsyncDisposable
{
    private readonly DotNetObjectReference<PlotView> _self;
    private ElementReference _frame;
    private ChartScript? _script;
    private ImmutableArray<PlotFlag> _flags = [];
    private PlotDrawing _drawing = null!;
    private (Plot? Plot, ImmutableHashSet<string>? Hidden) _drawn;

    public PlotView() => _self = DotNetObjectReference.Create(this);

    [Inject]
    public required IJSRuntime Script { get; set; }

    /// <summary>The id that no other element begins its own with.</summary>
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    /// <summary>What the plot is about.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>The ids of what names the picture and says what it shows.</summary>
    [Parameter]
    [EditorRequired]
    public required string LabelledBy { get; set; }

    [Parameter]
    [EditorRequired]
    public required Plot Plot { get; set; }

    /// <summary>The keys of the series that are left out.</summary>
    [Parameter]
    public ImmutableHashSet<string> Hidden { get; set; } = [];

    /// <summary>Raised with a range of time; without a listener none can be chosen.</summary>
    [Parameter]
    public EventCallback<ChartRange> RangeChosen { get; set; }

    private string Grid
    {
        get
        {
            var path = new StringBuilder();
            foreach (var tick in _drawing.Values)
            {
                path.Append(CultureInfo.InvariantCulture, $"M0 {PlotDrawing.Height * (1 - tick.Place):0.#}H{Math.Max(Plot.Count, 1)}");
            }

            return path.ToString();
        }
    }

    /// <summary>Called by the script with the first and the last step of a range.</summary>
    [JSInvokable]
    public Task OnChosenAsync(int first, int last)
    {
        return first < 0 || last >= Plot.Count || first > last
            ? Task.CompletedTask
            : RangeChosen.InvokeAsync(new ChartRange(Plot.At(first), Plot.At(last + 1)));
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_script is not null)
        {
            await _script.DisposeAsync();
        }

        _self.Dispose();
    }

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        if (!ReferenceEquals(Plot, _drawn.Plot) || !ReferenceEquals(Hidden, _drawn.Hidden))
        {
            _drawn = (Plot, Hidden);
            (_drawing, _flags) = (PlotDrawing.Of(Plot, Hidden), PlotFlag.Of(Plot));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (!firstRender)
        {
            return;
        }

        _script = await ChartScript.OpenAsync(Script, _frame, _self, Ended);
        if (IsEnded)
        {
            await DisposeAsync();
        }
    }

    private static string Part(double place) => string.Create(CultureInfo.InvariantCulture, $"{place * 100:0.##}%");
}
