namespace Mrap.Sandbox.S3;

/// <summary>
/// Ends a request with an error answer. Thrown for what a client did, caught in one place, never logged as a fault of ours.
/// </summary>
/// <param name="error">The answer.</param>
internal sealed class S3Exception(S3Error error) : Exception(error.Message)
{
    /// <summary>The answer.</summary>
    public S3Error Error { get; } = error;
}
