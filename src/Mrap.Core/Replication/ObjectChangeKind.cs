namespace Mrap.Core.Replication;

/// <summary>What happened to an object, seen by replication.</summary>
public enum ObjectChangeKind
{
    /// <summary>A version was written.</summary>
    Version,

    /// <summary>A delete marker was written.</summary>
    DeleteMarker,

    /// <summary>Tags, ACL, retention or legal hold of a version changed.</summary>
    Metadata,
}
