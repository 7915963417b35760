using Mrap.Policy.Evaluation;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Observation;

/// <summary>A request that was answered: everything that journal, traces and metrics tell of it.</summary>
/// <param name="Arrived">When it arrived.</param>
/// <param name="RequestId">The identifier in its answer.</param>
/// <param name="Service">The service that it was for; null when its host is none that the sandbox stands for.</param>
internal sealed record RequestObserved(DateTimeOffset Arrived, string RequestId, string Method, AwsService? Service)
{
    /// <summary>The name of the operation; null when it was refused before that was known.</summary>
    public string? Operation { get; init; }

    /// <summary>Which request metric counts it; none but all for what is no operation of S3.</summary>
    public RequestFamily Family { get; init; }

    /// <summary>The ARN of who sent it; null for an anonymous caller, and while nobody was authenticated.</summary>
    public string? Caller { get; init; }

    /// <summary>The id of the vantage where the client was; null when it named none that is known.</summary>
    public string? Vantage { get; init; }

    /// <summary>The alias that it came through; null for a request to none.</summary>
    public string? AccessPoint { get; init; }

    /// <summary>The bucket that served it; null for a request to none.</summary>
    public string? Bucket { get; init; }

    /// <summary>The key; null for a request to the bucket or access point itself.</summary>
    public string? Key { get; init; }

    /// <summary>The Region that served it; null when none did.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// What the policies decided: the first denial, else the first permission; null when it ended before they were asked.
    /// </summary>
    public Decision? Decision { get; init; }

    /// <summary>The HTTP status; 499 when the client went away before it was answered.</summary>
    public int Status { get; init; }

    /// <summary>The error code; null when it succeeded.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The bytes of its body, decoded, as far as they were read.</summary>
    public long BytesIn { get; init; }

    /// <summary>The bytes of the body of its answer; 0 when it was cut short.</summary>
    public long BytesOut { get; init; }

    /// <summary>
    /// From its arrival to the start of its answer, which is its end where the answer is sent whole; null when there was none.
    /// </summary>
    public TimeSpan? FirstByte { get; init; }

    /// <summary>From its arrival to the end of its answer.</summary>
    public TimeSpan Total { get; init; }
}
