using Mrap.Core.AccessPoints;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Components.AccessPoints;

/// <summary>How the state of an access point is shown.</summary>
public static class AccessPointStates
{
    public static StatusKind Kind(this AccessPointStatus status) => status switch
    {
        AccessPointStatus.Ready => StatusKind.Success,
        AccessPointStatus.Creating or AccessPointStatus.Deleting => StatusKind.InProgress,
        AccessPointStatus.InconsistentAcrossRegions => StatusKind.Warning,
        _ => StatusKind.Error,
    };

    public static string Word(this AccessPointStatus status) => status switch
    {
        AccessPointStatus.Ready => "Ready",
        AccessPointStatus.Creating => "Creating",
        AccessPointStatus.Deleting => "Deleting",
        AccessPointStatus.PartiallyCreated => "Partially created",
        AccessPointStatus.PartiallyDeleted => "Partially deleted",
        _ => "Inconsistent across Regions",
    };

    /// <summary>What the switches of Block Public Access come to, in words.</summary>
    public static (StatusKind Kind, string Text) Verdict(this BlockPublicAccess block)
    {
        var on = new[] { block.BlockPublicAcls, block.IgnorePublicAcls, block.BlockPublicPolicy,
            block.RestrictPublicBuckets }.Count(isOn => isOn);
        return on switch
        {
            4 => (StatusKind.Success, "All four on"),
            0 => (StatusKind.Warning, "All four off"),
            _ => (StatusKind.Warning, $"{on} of 4 on"),
        };
    }
}
