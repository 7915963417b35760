using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Mrap.Core.Regions;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.Map;

public sealed partial class RegionLayer
{
    // 24 pixels across at the width the map usually has.
    private const double MinHit = 15;

    private ElementReference[] _elements = [];
    private RegionAnswers[] _answers = [];
    private int _current;

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<MapRegion> Regions { get; set; }

    /// <summary>What is seen of the map, inside of which is told what is told of a Region.</summary>
    [Parameter]
    public MapView View { get; set; }

    [Parameter]
    public RegionId? Selected { get; set; }

    [Parameter]
    public EventCallback<RegionId?> SelectedChanged { get; set; }

    protected override void OnParametersSet()
    {
        if (_elements.Length != Regions.Length)
        {
            _elements = new ElementReference[Regions.Length];
            _answers = [.. Enumerable.Range(0, Regions.Length).Select(Answers)];
            _current = 0;
        }
    }

    private RegionAnswers Answers(int index) =>
        new(() => SelectAsync(index), key => OnKeyAsync(index, key), () => _current = index);

    private static string LineAt(int line) => (MapTip.Padding + (MapTip.LineHeight * (line + 0.5))).Svg();

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

    // The same ones each time: new ones would cross the circuit with every change of the map.
    private sealed record RegionAnswers(Func<Task> Click, Func<KeyboardEventArgs, Task> Key, Action Focus);
}
