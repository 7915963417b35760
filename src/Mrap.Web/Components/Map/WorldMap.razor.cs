using Microsoft.AspNetCore.Components;
using Mrap.Core.Maps;
using Mrap.Core.Regions;

namespace Mrap.Web.Components.Map;

public sealed partial class WorldMap
{
    private static readonly string s_viewBox = FormattableString.Invariant($"0 0 {MapProjection.Width:0.#} {MapProjection.Height:0.#}");

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
}
