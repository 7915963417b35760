namespace Mrap.Web.Components.AccessPoints.List;

/// <summary>What the list is sorted by.</summary>
public enum AccessPointSort
{
    Name,
    Status,
    Regions,

    /// <summary>The newest first.</summary>
    Created,
}
