namespace Mrap.Web.Components.Shared;

/// <summary>How a state is written in style sheets.</summary>
public static class StatusKinds
{
    public static string CssName(this StatusKind kind) => kind switch
    {
        StatusKind.Success => "success",
        StatusKind.InProgress => "in-progress",
        StatusKind.Warning => "warning",
        StatusKind.Error => "error",
        StatusKind.Stopped => "stopped",
        StatusKind.Active => "active",
        StatusKind.Passive => "passive",
        _ => "info",
    };
}
