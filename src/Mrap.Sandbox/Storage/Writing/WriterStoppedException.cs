namespace Mrap.Sandbox.Storage.Writing;

/// <summary>A change cannot be made because the writer of its Region has ended.</summary>
/// <param name="cause">What ended it; null when the store was closed.</param>
internal sealed class WriterStoppedException(Exception? cause) : Exception(
    cause is null ? "the Region's store is closed" : "the Region's writer failed and takes no changes until the next start", cause)
{
    /// <summary>Whether the store was closed, as at the end of the process.</summary>
    public bool IsClosed => InnerException is null;
}
