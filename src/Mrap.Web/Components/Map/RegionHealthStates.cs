using Mrap.Core.Routing;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.Map;

/// <summary>How the health of a Region is shown: an icon and a word, and nothing for a Region that is up.</summary>
public static class RegionHealthStates
{
    /// <summary>What to show; null for a Region that is up.</summary>
    public static (StatusKind Kind, string Text)? Of(RegionHealth health) => health switch
    {
        RegionHealth.Up => null,
        RegionHealth.Degraded => (StatusKind.Warning, "Degraded"),
        RegionHealth.Down => (StatusKind.Error, "Down"),
    };

    /// <summary>How the map draws a Region that takes traffic.</summary>
    public static MapRegionState OnMap(RegionHealth health) => health switch
    {
        RegionHealth.Up => MapRegionState.Active,
        RegionHealth.Degraded => MapRegionState.Degraded,
        RegionHealth.Down => MapRegionState.Down,
    };
}
