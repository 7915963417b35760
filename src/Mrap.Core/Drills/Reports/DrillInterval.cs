namespace Mrap.Core.Drills.Reports;

/// <summary>A stretch of a drill as its chart shows it.</summary>
/// <param name="StartSeconds">When it begins, in seconds from the start of the drill.</param>
/// <param name="Seconds">How long it is; the same for all of a report.</param>
/// <param name="Requests">How many requests were sent in it.</param>
/// <param name="Errors">How many of them failed.</param>
/// <param name="P50Ms">The median latency of those that succeeded, in milliseconds; null when none did.</param>
/// <param name="P95Ms">The 95th percentile of it; null when none did.</param>
public sealed record DrillInterval(double StartSeconds, double Seconds, int Requests, int Errors, double? P50Ms, double? P95Ms)
{
    /// <summary>The share of requests that failed, 0 to 1; 0 when there were none.</summary>
    public double ErrorShare => Requests == 0 ? 0 : (double)Errors / Requests;
}
