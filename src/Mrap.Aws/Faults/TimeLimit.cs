namespace Mrap.Aws.Faults;

/// <summary>Gives a call up after a while: a Region that is lost may swallow it.</summary>
internal static class TimeLimit
{
    /// <summary>Makes a call.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="whatFailed">What failed when it takes longer: a sentence.</param>
    /// <param name="whom">Who is called, for the reason.</param>
    /// <param name="call">The call.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it; then cancellation is thrown.</param>
    public static async Task<Outcome<T>> InvokeAsync<T>(
        TimeSpan limit, string whatFailed, string whom, Func<CancellationToken, Task<Outcome<T>>> call, TimeProvider time,
        CancellationToken cancellationToken)
        where T : notnull
    {
        using var patience = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await call(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return AwsFaults.NoConnection(whatFailed, new TimeoutException($"{whom} was silent for {limit.TotalSeconds:0} seconds"));
        }
    }
}
