namespace Mrap.Sandbox.Storage.Writing;

/// <summary>A change with an outcome.</summary>
/// <typeparam name="T">The outcome.</typeparam>
/// <param name="apply">Makes the change.</param>
/// <param name="publish">Shows it to readers from memory once it is committed; null when there is nothing to show.</param>
internal sealed class WriteOperation<T>(Func<WriteSession, T> apply, Action<T>? publish) : WriteOperation
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _outcome = default!;

    /// <summary>The outcome, once the change is committed.</summary>
    public Task<T> Completion => _completion.Task;

    /// <inheritdoc/>
    public override void Apply(WriteSession session) => _outcome = apply(session);

    /// <inheritdoc/>
    public override void Publish() => publish?.Invoke(_outcome);

    /// <inheritdoc/>
    public override void Acknowledge() => _completion.SetResult(_outcome);

    /// <inheritdoc/>
    public override void Fail(Exception fault) => _completion.TrySetException(fault);
}
