namespace Mrap.Sandbox.Storage.Records;

/// <summary>How the creation of a bucket ended.</summary>
internal enum CreateBucketOutcome
{
    /// <summary>It is there now.</summary>
    Created,

    /// <summary>The same account has a bucket of this name.</summary>
    AlreadyOwnedByYou,

    /// <summary>Another account has a bucket of this name.</summary>
    AlreadyExists,
}
