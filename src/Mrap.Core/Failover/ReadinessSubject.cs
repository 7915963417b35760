namespace Mrap.Core.Failover;

/// <summary>
/// What is looked at before traffic moves (Amazon S3 User Guide, "Amazon S3 Multi-Region Access Points failover controls").
/// </summary>
public enum ReadinessSubject
{
    /// <summary>The Regions that take over are up.</summary>
    Health,

    /// <summary>Objects are versioned on both sides, without which nothing replicates.</summary>
    Versioning,

    /// <summary>What is written on either side is replicated to the other.</summary>
    Replication,

    /// <summary>Nothing that was written before is still on its way.</summary>
    Backlog,

    /// <summary>Block Public Access is the same on both sides.</summary>
    BlockPublicAccess,

    /// <summary>The buckets' policies allow the same on both sides.</summary>
    Policy,

    /// <summary>New objects are encrypted in the same way on both sides.</summary>
    Encryption,

    /// <summary>Objects expire in the same way on both sides.</summary>
    Lifecycle,
}
