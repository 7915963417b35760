namespace Mrap.Sandbox.S3.Objects;

/// <summary>How the preconditions of a read turned out.</summary>
internal enum ReadConditionOutcome
{
    /// <summary>The read goes on.</summary>
    Holds,

    /// <summary>304 for a read, 412 for a copy.</summary>
    NotModified,

    /// <summary>412: no tag matches.</summary>
    IfMatchFailed,

    /// <summary>412: the object is newer.</summary>
    IfUnmodifiedSinceFailed,
}
