namespace Mrap.Aws.Plans;

/// <summary>What a step of a plan listens to.</summary>
/// <param name="Stop">Asks it to stop: for waits, and for whatever changes nothing.</param>
/// <param name="Call">
/// For calls that change something: it outlives <paramref name="Stop"/> for a while, so that the answer to a request that the service
/// accepted is not lost.
/// </param>
internal readonly record struct StepTokens(CancellationToken Stop, CancellationToken Call);
