namespace Mrap.Sandbox.Observation;

/// <summary>A data-plane request as the journal tells it.</summary>
/// <param name="Time">When it arrived.</param>
/// <param name="RequestId">The identifier in its answer.</param>
/// <param name="Vantage">Where the client was.</param>
/// <param name="AccessPoint">The alias it came through; null for a request to a bucket.</param>
/// <param name="Bucket">The bucket that served it; null for a request to none.</param>
/// <param name="Key">The key; null for a request to the bucket or access point itself.</param>
/// <param name="Region">The Region that served it; null when none did.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ErrorCode">The error code; null when it succeeded.</param>
/// <param name="Decision">Whether policies let it in: <c>allow</c> or <c>deny</c>; null when it ended before they were asked.</param>
/// <param name="Policy">What the policies decided: the first denial, else the first permission; null when the request ended before they
/// were asked.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Operation">The name of the operation; null when it was refused before that was known.</param>
/// <param name="Caller">The ARN of who sent it; null for an anonymous caller, and while nobody was authenticated.</param>
/// <param name="BytesIn">The bytes of its body that were read.</param>
/// <param name="BytesOut">The bytes of its answer; 0 when it was cut short.</param>
/// <param name="FirstByteMs">How long until its answer began, in milliseconds; null when it did not.</param>
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
    string? Decision,
    JournalDecision? Policy,
    double DurationMs,
    string? Operation,
    string? Caller,
    long BytesIn,
    long BytesOut,
    double? FirstByteMs)
{
    /// <summary>The entry of a request.</summary>
    public static JournalEntry Of(RequestObserved request) => new(
        request.Arrived,
        request.RequestId,
        request.Vantage,
        request.Method,
        request.AccessPoint,
        request.Bucket,
        request.Key,
        request.Region,
        request.Status,
        request.ErrorCode,
        request.Decision is { } decided ? (decided.IsAllowed ? "allow" : "deny") : null,
        request.Decision is { } decision
            ? new JournalDecision(decision, request.AccessPoint is not null, request.Bucket is not null)
            : null,
        request.Total.TotalMilliseconds,
        request.Operation,
        request.Caller,
        request.BytesIn,
        request.BytesOut,
        request.FirstByte?.TotalMilliseconds);
}
