namespace Mrap.Web.Components.Pages.AccessPoints;

/// <summary>What the list is sorted by.</summary>
public enum AccessPointSort
{
    Name,
    Status,
    Regions,

    /// <summary>The newest first.</summary>
    Created,
}
