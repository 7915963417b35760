namespace Mrap.Core.Replication;

/// <summary>Whether a rule replicates a change, and why not.</summary>
public enum RuleVerdict
{
    /// <summary>It replicates the change.</summary>
    Replicates,

    /// <summary>It is disabled.</summary>
    Disabled,

    /// <summary>The key has another prefix.</summary>
    OtherPrefix,

    /// <summary>The object lacks a tag.</summary>
    OtherTags,

    /// <summary>A rule of a higher priority with the same destination covers the object.</summary>
    Outranked,

    /// <summary>The version is a replica: replicas are not replicated further.</summary>
    Replica,

    /// <summary>The change was made on a replica, and the rule does not send such changes back.</summary>
    ReplicaModification,

    /// <summary>It does not replicate delete markers.</summary>
    DeleteMarker,

    /// <summary>It does not replicate objects that are encrypted with KMS keys.</summary>
    KmsEncrypted,

    /// <summary>Its destination is no bucket.</summary>
    NoDestination,
}
