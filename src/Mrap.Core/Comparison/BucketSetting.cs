namespace Mrap.Core.Comparison;

/// <summary>Something that is set for a whole bucket.</summary>
public enum BucketSetting
{
    /// <summary>Whether versions are kept.</summary>
    Versioning,

    /// <summary>How objects are encrypted unless their request says otherwise.</summary>
    Encryption,

    /// <summary>The four switches of Block Public Access.</summary>
    BlockPublicAccess,

    /// <summary>The bucket policy.</summary>
    Policy,

    /// <summary>Who owns objects.</summary>
    Ownership,

    /// <summary>What is deleted or moved by age.</summary>
    Lifecycle,

    /// <summary>Which web pages of other origins may read it.</summary>
    Cors,

    /// <summary>The tags of the bucket.</summary>
    Tags,

    /// <summary>Whether objects can be locked, and how long they are.</summary>
    ObjectLock,

    /// <summary>Where server access logs go.</summary>
    Logging,

    /// <summary>Who is told of events.</summary>
    Notification,

    /// <summary>Which request metrics are kept.</summary>
    Metrics,

    /// <summary>Who pays for requests.</summary>
    RequestPayment,

    /// <summary>Which objects are replicated.</summary>
    Replication,
}
