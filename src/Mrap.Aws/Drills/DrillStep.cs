namespace Mrap.Aws.Drills;

/// <summary>How far a drill is.</summary>
public enum DrillStep
{
    /// <summary>What is there is noted down, and the traffic begins.</summary>
    Preparing,

    /// <summary>A phase runs.</summary>
    Running,

    /// <summary>The traffic is stopped and everything is put back.</summary>
    Restoring,

    /// <summary>Every written key is looked for in every Region.</summary>
    Auditing,
}
