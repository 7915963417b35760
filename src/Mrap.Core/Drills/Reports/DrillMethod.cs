namespace Mrap.Core.Drills.Reports;

/// <summary>What a request of a drill does.</summary>
public enum DrillMethod
{
    /// <summary>GetObject.</summary>
    Read,

    /// <summary>PutObject.</summary>
    Write,
}
