using System.Collections.Frozen;

namespace Mrap.Aws.Faults;

/// <summary>
/// The error codes that ask for fewer requests, whatever the HTTP status they come with (AWS SDKs and Tools Reference Guide, "Retry
/// behavior").
/// </summary>
internal static class ThrottlingCodes
{
    private const int TooManyRequests = 429;

    private static readonly FrozenSet<string> s_codes = FrozenSet.Create(
        StringComparer.Ordinal,
        "BandwidthLimitExceeded",
        "EC2ThrottledException",
        "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
        "TransactionInProgressException");

    public static bool Contains(string code, int? status) => status == TooManyRequests || s_codes.Contains(code);
}
