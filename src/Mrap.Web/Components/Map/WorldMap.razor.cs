using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Mrap.Core.Geography;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Web.Navigation;
using MudBlazor.State;

namespace Mrap.Web.Components.Map;

/// <summary>
/// The world with a scene on it. Without a script it is a still picture; with it, the map can be dragged and looked at nearer. Who does not
/// give a view leaves it to the map.
/// </summary>
public sealed partial class WorldMap : IAsyncDisposable
{
    private static readonly string s_viewBox = FormattableString.Invariant($"0 0 {MapProjection.Width:0.#} {MapProjection.Height:0.#}");

    private readonly DotNetObjectReference<WorldMap> _self;
    private readonly ParameterState<MapView> _view;
    private ElementReference _frame;
    private MapDrawing? _drawing;
    private MapScript? _script;
    private (MapDrawing Drawing, string Label, RegionId? Selected, bool IsAsked) _shown;

    public WorldMap()
    {
        _self = DotNetObjectReference.Create(this);
        using var parameters = CreateRegisterScope();
        _view = parameters.RegisterParameter<MapView>(nameof(View)).WithParameter(() => View).WithEventCallback(() => ViewChanged);
    }

    [Inject]
    public required IJSRuntime Script { get; set; }

    [Parameter]
    [EditorRequired]
    public required MapScene Scene { get; set; }

    /// <summary>What the map shows, for a screen reader.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public RegionId? Selected { get; set; }

    [Parameter]
    public EventCallback<RegionId?> SelectedChanged { get; set; }

    /// <summary>Which part of the map is seen, and around which middle.</summary>
    [Parameter]
    public MapView View { get; set; }

    /// <summary>Raised at the end of each movement, and when another middle is chosen.</summary>
    [Parameter]
    public EventCallback<MapView> ViewChanged { get; set; }

    /// <summary>Raised with the place of a click beside the Regions.</summary>
    [Parameter]
    public EventCallback<GeoPoint> PlaceChosen { get; set; }

    private MapDrawing Drawing => _drawing is { } drawing && ReferenceEquals(drawing.Source, Scene) && drawing.View == _view.Value
        ? drawing
        : _drawing = new MapDrawing(Scene, _view.Value);

    /// <summary>Called by the script at the end of a movement.</summary>
    [JSInvokable]
    public Task OnMovedAsync(double x, double y, double zoom)
    {
        var view = MapView.Of(x, y, zoom, _view.Value.Centre);
        _script?.Moved(view);
        return SeeAsync(view);
    }

    /// <summary>Called by the script with a point of the whole map that was clicked.</summary>
    [JSInvokable]
    public Task OnPlaceAsync(double x, double y) =>
        MapProjection.Unproject(new MapPoint(x, y), _view.Value.Centre) is { } place ? PlaceChosen.InvokeAsync(place) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (_script is not null)
        {
            await _script.DisposeAsync();
        }

        _self.Dispose();
    }

    // Pages are drawn anew for much that is not on their map, and a map is hundreds of elements.
    protected override bool ShouldRender()
    {
        var shown = (Drawing, Label, Selected, PlaceChosen.HasDelegate);
        if (shown == _shown)
        {
            return false;
        }

        _shown = shown;
        return true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (firstRender)
        {
            _script = await MapScript.OpenAsync(Script, _frame, _self, _view.Value, Ended);
            if (IsEnded)
            {
                await DisposeAsync();
                return;
            }
        }

        await (_script?.ShowAsync(_view.Value) ?? Task.CompletedTask);
    }

    private Task RecentreAsync(MapCentre centre) => SeeAsync(_view.Value.Around(centre));

    private async Task SeeAsync(MapView view)
    {
        await _view.SetValueAsync(view);
        StateHasChanged();
    }
}
