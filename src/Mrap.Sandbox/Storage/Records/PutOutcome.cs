namespace Mrap.Sandbox.Storage.Records;

/// <summary>How a write ended.</summary>
internal abstract record PutOutcome
{
    private PutOutcome()
    {
    }

    /// <summary>The version was written.</summary>
    /// <param name="Version">What was written.</param>
    internal sealed record Written(ObjectVersion Version) : PutOutcome;

    /// <summary>The bucket is not there.</summary>
    internal sealed record NoSuchBucket : PutOutcome;

    /// <summary>The multipart upload is not there any more.</summary>
    internal sealed record NoSuchUpload : PutOutcome;

    /// <summary>A part named by the completion was replaced or is not there.</summary>
    internal sealed record InvalidPart(int Number) : PutOutcome;

    /// <summary>If-Match names an ETag and there is no newest version: S3 answers 404.</summary>
    internal sealed record NoSuchKey : PutOutcome;

    /// <summary>The precondition did not hold.</summary>
    internal sealed record PreconditionFailed : PutOutcome;
}
