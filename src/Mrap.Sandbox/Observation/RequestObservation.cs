using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Mrap.Policy.Evaluation;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Observation;

/// <summary>What becomes known of a request on its way; whoever learns something writes it down here.</summary>
internal sealed class RequestObservation
{
    private readonly HttpContext _http;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _arrived;
    private readonly long _started;
    private readonly Activity? _activity;
    private long _firstByte;

    /// <summary>Begins with the arrival of the request.</summary>
    /// <param name="requestId">The identifier that its answer carries.</param>
    /// <param name="activity">Its span; null when nobody traces.</param>
    public RequestObservation(HttpContext http, string requestId, Activity? activity, TimeProvider time)
    {
        _http = http;
        _time = time;
        _activity = activity;
        _arrived = time.GetUtcNow();
        _started = time.GetTimestamp();
        RequestId = requestId;
        http.Response.OnStarting(
            static state =>
            {
                var self = (RequestObservation)state;
                self._firstByte = self._time.GetTimestamp();
                return Task.CompletedTask;
            },
            this);
    }

    /// <summary>The exchange.</summary>
    public HttpContext Http => _http;

    /// <summary>The identifier in its answer.</summary>
    public string RequestId { get; }

    /// <summary>The service that it is for.</summary>
    public AwsService? Service { get; set; }

    /// <summary>The name of the operation.</summary>
    public string? Operation { get; set; }

    /// <summary>Which request metric counts it.</summary>
    public RequestFamily Family { get; set; }

    /// <summary>The ARN of who sent it.</summary>
    public string? Caller { get; set; }

    /// <summary>The id of the vantage where the client is.</summary>
    public string? Vantage { get; set; }

    /// <summary>The alias that it came through.</summary>
    public string? AccessPoint { get; set; }

    /// <summary>The bucket that serves it.</summary>
    public string? Bucket { get; set; }

    /// <summary>The key.</summary>
    public string? Key { get; set; }

    /// <summary>The Region that serves it.</summary>
    public string? Region { get; set; }

    /// <summary>The bytes of its body that were read, decoded.</summary>
    public long BytesIn { get; set; }

    /// <summary>What the policies decided so far: the first denial, else the first permission.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>Remembers a decision.</summary>
    public void Record(Decision decision)
    {
        if (Decision is null || (Decision is { IsAllowed: true } && !decision.IsAllowed))
        {
            Decision = decision;
        }
    }

    /// <summary>Ends with the answer.</summary>
    /// <param name="error">The error that it ended with; null when it succeeded, or was not answered.</param>
    /// <param name="isAnswered">Whether the answer was sent whole.</param>
    public RequestObserved End(ServiceError? error, bool isAnswered)
    {
        var total = _time.GetElapsedTime(_started);
        var status = isAnswered ? error?.Status ?? _http.Response.StatusCode : StatusCodes.Status499ClientClosedRequest;
        var observed = new RequestObserved(_arrived, RequestId, _http.Request.Method, Service)
        {
            Operation = Operation,
            Family = Family,
            Caller = Caller,
            Vantage = Vantage,
            AccessPoint = AccessPoint,
            Bucket = Bucket,
            Key = Key,
            Region = Region,
            Decision = Decision,
            Status = status,
            ErrorCode = error?.Code,
            BytesIn = BytesIn,
            BytesOut = isAnswered && !HttpMethods.IsHead(_http.Request.Method) ? _http.Response.ContentLength ?? 0 : 0,
            FirstByte = _firstByte != 0 ? _time.GetElapsedTime(_started, _firstByte) : isAnswered ? total : null,
            Total = total,
        };
        if (_activity is not null)
        {
            RequestTracing.End(_activity, observed);
        }

        return observed;
    }
}
