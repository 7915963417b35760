namespace Mrap.Sandbox.Observation;

/// <summary>A data-plane request that was answered.</summary>
/// <param name="Time">When it arrived.</param>
/// <param name="RequestId">The identifier in its answer.</param>
/// <param name="Vantage">Where the client was.</param>
/// <param name="AccessPoint">The alias it came through; null for a request to a bucket.</param>
/// <param name="Bucket">The bucket that served it; null for a request to none.</param>
/// <param name="Key">The key; null for a request to the bucket or access point itself.</param>
/// <param name="Region">The Region that served it; null when none did.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ErrorCode">The error code; null when it succeeded.</param>
/// <param name="Decision">Whether the caller was let in: <c>allow</c> or <c>deny</c>.</param>
/// <param name="Policy">What the policies decided: the first denial, else the first permission; null when the request ended before they
/// were asked.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
internal sealed record JournalEntry(
    DateTimeOffset Time,
    string RequestId,
    string? Vantage,
    string Method,
    string? AccessPoint,
    string? Bucket,
    string? Key,
    string? Region,
    int Status,
    string? ErrorCode,
    string Decision,
    JournalDecision? Policy,
    double DurationMs);
