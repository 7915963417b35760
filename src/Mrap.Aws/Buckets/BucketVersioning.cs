namespace Mrap.Aws.Buckets;

/// <summary>The versioning state of a bucket.</summary>
public enum BucketVersioning
{
    /// <summary>Never enabled.</summary>
    Off,

    /// <summary>Enabled.</summary>
    Enabled,

    /// <summary>Was enabled once; new versions are not kept.</summary>
    Suspended,
}
