using Mrap.Core.Routing;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints.Overview;

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
}
