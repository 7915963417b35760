namespace Mrap.Sandbox.Storage.Records;

/// <summary>How a deletion ended. Deleting what is not there is a success, as in S3.</summary>
internal abstract record DeleteOutcome
{
    private DeleteOutcome()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="VersionId">The version removed or the delete marker added; null in a bucket that never kept versions.</param>
    /// <param name="IsDeleteMarker">Whether that is a delete marker.</param>
    internal sealed record Deleted(string? VersionId, bool IsDeleteMarker) : DeleteOutcome;

    /// <summary>The bucket is not there.</summary>
    internal sealed record NoSuchBucket : DeleteOutcome;

    /// <summary>The precondition did not hold.</summary>
    internal sealed record PreconditionFailed : DeleteOutcome;
}
