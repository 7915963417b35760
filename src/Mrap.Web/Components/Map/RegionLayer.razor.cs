using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Mrap.Core.Maps;
using Mrap.Core.Regions;

namespace Mrap.Web.Components.Map;

public sealed partial class RegionLayer
{
    // 24 pixels across at the width the map usually has.
    private const double MinHit = 15;
    private const double CrossArm = 6;

    private ElementReference[] _elements = [];
    private int _current;

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<MapRegion> Regions { get; set; }

    [Parameter]
    public RegionId? Selected { get; set; }

    [Parameter]
    public EventCallback<RegionId?> SelectedChanged { get; set; }

    protected override void OnParametersSet()
    {
        if (_elements.Length != Regions.Length)
        {
            _elements = new ElementReference[Regions.Length];
            _current = 0;
        }
    }

    private static string Name(MapRegionState state) => state switch
    {
        MapRegionState.Active => "active",
        MapRegionState.Passive => "passive",
        _ => "down",
    };

    private static string Cross(MapPoint at) => FormattableString.Invariant(
        $"M{at.X - CrossArm:0.#} {at.Y - CrossArm:0.#}l{2 * CrossArm} {2 * CrossArm}m0 {-2 * CrossArm}l{-2 * CrossArm} {2 * CrossArm}");

    private Task SelectAsync(int index) => SelectedChanged.InvokeAsync(Regions[index].Id == Selected ? null : Regions[index].Id);

    private async Task OnKeyAsync(int index, KeyboardEventArgs key)
    {
        if (key.Key is "Enter" or " ")
        {
            await SelectAsync(index);
        }
        else if (MapNavigation.DirectionOf(key.Key) is { } direction)
        {
            _current = MapNavigation.Next([.. Regions.Select(region => region.At)], index, direction);
            await _elements[_current].FocusAsync(preventScroll: true);
        }
    }
}
