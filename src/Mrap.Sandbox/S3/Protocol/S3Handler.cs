using Mrap.Sandbox.Storage.Records;

namespace Mrap.Sandbox.S3.Protocol;

/// <summary>Carries an operation out, and says what has to be done for it before.</summary>
internal abstract record S3Handler
{
    private S3Handler()
    {
    }

    /// <summary>Nothing is done before: it needs no bucket that is there, and asks for its actions itself.</summary>
    internal sealed record OfAccount(Func<S3Request, Task> Serve) : S3Handler;

    /// <summary>The bucket is found; it asks for its actions itself, since they depend on the body.</summary>
    internal sealed record Deciding(Func<S3Request, BucketRecord, Task> Serve) : S3Handler;

    /// <summary>The bucket is found and the actions of the operation are permitted.</summary>
    internal sealed record Permitted(Func<S3Request, BucketRecord, Task> Serve) : S3Handler;
}
