namespace Mrap.Sandbox.S3.Protocol;

/// <summary>What an operation works on, which is also the resource that its actions are asked for.</summary>
internal enum S3Scope
{
    /// <summary>The buckets of an account; its actions have no resource, or a bucket that is yet to be.</summary>
    Service,

    /// <summary>A bucket.</summary>
    Bucket,

    /// <summary>An object.</summary>
    Object,
}
