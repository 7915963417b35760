using Mrap.Core.Regions;

namespace Mrap.Core.Drills.Reports;

/// <summary>One request of a drill.</summary>
/// <param name="Offset">When it was sent, from the start of the drill; 0 or more.</param>
/// <param name="VantageId">The place that sent it.</param>
/// <param name="Method">Whether it reads or writes.</param>
/// <param name="Key">The key.</param>
/// <param name="Region">The Region that answered; null when none did, or when it is not known.</param>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="ErrorCode">The code of the S3 error, such as <c>SlowDown</c>, or of the connection; null without one.</param>
/// <param name="Duration">From sending to the end of the answer, or to giving up; 0 or more.</param>
public sealed record DrillSample(
    TimeSpan Offset,
    string VantageId,
    DrillMethod Method,
    string Key,
    RegionId? Region,
    int? Status,
    string? ErrorCode,
    TimeSpan Duration)
{
    private const int NotFound = 404;

    /// <summary>When it ended, from the start of the drill.</summary>
    public TimeSpan End => Offset + Duration;

    /// <summary>Whether it is a read that found nothing.</summary>
    public bool IsNotFound => Method == DrillMethod.Read && Status == NotFound;

    /// <summary>
    /// Whether it failed: no answer, or a status of 400 or more. A read that found nothing is counted apart and did not fail.
    /// </summary>
    public bool IsError => !IsNotFound && Status is null or >= 400;

    /// <summary>Whether it did what was asked: a status below 400.</summary>
    public bool IsSuccess => Status < 400;

    /// <summary>Whether it is a write that the service said is done.</summary>
    public bool IsAcknowledgedWrite => Method == DrillMethod.Write && IsSuccess;
}
