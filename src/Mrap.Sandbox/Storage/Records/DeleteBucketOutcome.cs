namespace Mrap.Sandbox.Storage.Records;

/// <summary>How the deletion of a bucket ended.</summary>
internal enum DeleteBucketOutcome
{
    /// <summary>It is gone.</summary>
    Deleted,

    /// <summary>It was not there.</summary>
    NoSuchBucket,

    /// <summary>It holds a version or a delete marker.</summary>
    NotEmpty,
}
