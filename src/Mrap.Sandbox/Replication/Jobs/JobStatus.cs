namespace Mrap.Sandbox.Replication.Jobs;

/// <summary>How far a job is (S3 Control API Reference, "JobDescriptor"). The names are those of the wire.</summary>
internal enum JobStatus
{
    /// <summary>It was accepted.</summary>
    New,

    /// <summary>Its manifest is made.</summary>
    Preparing,

    /// <summary>It waits for a confirmation.</summary>
    Suspended,

    /// <summary>It was confirmed.</summary>
    Ready,

    /// <summary>Its objects are replicated.</summary>
    Active,

    /// <summary>All its objects were dealt with.</summary>
    Complete,

    /// <summary>It could not be carried out.</summary>
    Failed,

    /// <summary>Somebody ended it.</summary>
    Cancelled,
}
