namespace Mrap.Core.AccessPoints;

/// <summary>The state of an access point (AWS page "MultiRegionAccessPointReport").</summary>
public enum AccessPointStatus
{
    /// <summary>Being made; wait.</summary>
    Creating,

    /// <summary>Serving.</summary>
    Ready,

    /// <summary>Some Regions disagree; wait or look closer.</summary>
    InconsistentAcrossRegions,

    /// <summary>The create stopped half way; create again or delete.</summary>
    PartiallyCreated,

    /// <summary>The delete stopped half way; delete again.</summary>
    PartiallyDeleted,

    /// <summary>Being deleted; wait.</summary>
    Deleting,
}
