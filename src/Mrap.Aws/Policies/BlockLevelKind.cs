namespace Mrap.Aws.Policies;

/// <summary>Where Block Public Access is set (facts: mrap.md section 4.4).</summary>
public enum BlockLevelKind
{
    /// <summary>On the access point, for ever since it was created.</summary>
    AccessPoint,

    /// <summary>On an account that owns the access point or a bucket.</summary>
    Account,

    /// <summary>On a bucket.</summary>
    Bucket,
}
