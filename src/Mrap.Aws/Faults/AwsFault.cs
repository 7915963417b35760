namespace Mrap.Aws.Faults;

/// <summary>A failure, explained to the person in front of the console.</summary>
/// <param name="Code">The error code of the service, such as <c>NoSuchBucket</c>, or one of <see cref="ConsoleFaultCodes"/>.</param>
/// <param name="WhatHappened">What happened: a sentence.</param>
/// <param name="Why">Why it happened: a sentence; the service's own words where nothing better is known.</param>
/// <param name="WhatToDo">What to do about it: a sentence.</param>
/// <param name="Status">The HTTP status; null when no answer came.</param>
/// <param name="RequestId">The service's id of the request, for support; null when there is none.</param>
public sealed record AwsFault(string Code, string WhatHappened, string Why, string WhatToDo, int? Status = null, string? RequestId = null)
{
    /// <summary>
    /// Whether the same call may succeed when it is made again unchanged: throttling with any status, errors of the service, no connection.
    /// </summary>
    public bool IsTransient =>
        ThrottlingCodes.Contains(Code, Status)
        || (Status is null or >= 500
            && Code is not (
                ConsoleFaultCodes.RoleTooLow or ConsoleFaultCodes.UnreadableAnswer or ConsoleFaultCodes.Invalid
                    or ConsoleFaultCodes.NoCredentials or ConsoleFaultCodes.Unexpected or ConsoleFaultCodes.RoutesChanged));
}
