namespace Mrap.Web.Components.AccessPoints.Permissions;

/// <summary>Which policy is shown while one is on its way.</summary>
internal enum PolicyView
{
    Proposed,
    Established,
    Difference,
}
