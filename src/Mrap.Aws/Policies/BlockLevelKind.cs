namespace Mrap.Aws.Policies;

/// <summary>Where Block Public Access is set (Amazon S3 User Guide, "Block public access").</summary>
public enum BlockLevelKind
{
    /// <summary>On the access point, for ever since it was created.</summary>
    AccessPoint,

    /// <summary>On an account that owns the access point or a bucket.</summary>
    Account,

    /// <summary>On a bucket.</summary>
    Bucket,
}
