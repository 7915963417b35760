namespace Mrap.Core.Replication;

/// <summary>The <c>ReplicationTime</c> of a destination (Amazon S3 API Reference, "ReplicationTime").</summary>
/// <param name="Status">Whether it is on; null when it is absent.</param>
/// <param name="Minutes">Within which time; null when it is absent, and nothing but 15 is valid.</param>
public sealed record ReplicationTimeControl(RuleStatus? Status, int? Minutes)
{
    /// <summary>The only valid number of minutes.</summary>
    public const int ValidMinutes = 15;

    /// <summary>The control that a client can switch on.</summary>
    public static ReplicationTimeControl On { get; } = new(RuleStatus.Enabled, ValidMinutes);
}
