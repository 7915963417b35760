namespace Mrap.Sandbox.S3.Logging;

/// <summary>How the keys of log objects go on after their prefix (Amazon S3 User Guide, "Log object key format").</summary>
internal enum LogKeyFormat
{
    /// <summary>The time of delivery; the default.</summary>
    Simple,

    /// <summary>Account, Region, bucket and the day of the requests.</summary>
    PartitionedByEvent,

    /// <summary>Account, Region, bucket and the time of delivery.</summary>
    PartitionedByDelivery,
}
