namespace Mrap.Core.AccessPoints;

/// <summary>How far an asynchronous operation is, as a whole and per Region (AWS page "DescribeMultiRegionAccessPointOperation").</summary>
public enum AsyncOperationStatus
{
    /// <summary>Accepted, not begun.</summary>
    New,

    /// <summary>Under way.</summary>
    InProgress,

    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Given up.</summary>
    Failed,
}
