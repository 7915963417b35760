namespace Amazon.S3Control.Model;

/// <summary>Which objects of a bucket a job works on.</summary>
public class JobManifestGeneratorFilter
{
    /// <summary>Whether only those that a rule covers.</summary>
    public bool? EligibleForReplication { get; set; }

    /// <summary>Only those with one of these statuses.</summary>
    public List<ReplicationStatus>? ObjectReplicationStatuses { get; set; }

    /// <summary>Only those with such keys.</summary>
    public KeyNameConstraint? KeyNameConstraint { get; set; }
}
