using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;

namespace Mrap.Sandbox.Observation;

/// <summary>The instruments of the meter <c>Mrap.Sandbox</c>: number, duration, first byte and size of requests.</summary>
internal sealed class RequestMeter : IRequestObserver, IDisposable
{
    private readonly Meter _meter = new(RequestTracing.Name);
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _firstByte;
    private readonly Counter<long> _received;
    private readonly Counter<long> _sent;

    /// <summary>Makes the instruments.</summary>
    public RequestMeter()
    {
        _duration = _meter.CreateHistogram<double>("mrap.sandbox.request.duration", "s", "From arrival to the end of the answer");
        _firstByte = _meter.CreateHistogram<double>("mrap.sandbox.request.first_byte", "s", "From arrival to the start of the answer");
        _received = _meter.CreateCounter<long>("mrap.sandbox.request.received", "By", "Bytes of request bodies");
        _sent = _meter.CreateCounter<long>("mrap.sandbox.request.sent", "By", "Bytes of answers");
    }

    /// <inheritdoc/>
    public void Observe(RequestObserved request, HttpContext http)
    {
        if (!_duration.Enabled && !_firstByte.Enabled && !_received.Enabled && !_sent.Enabled)
        {
            return;
        }

        // of few values each: names of buckets and keys are for traces
        var tags = new TagList
        {
            { "rpc.service", request.Service?.ToString() },
            { "rpc.method", request.Operation },
            { "cloud.region", request.Region },
            { "http.response.status_code", request.Status },
            { "error.type", request.ErrorCode },
        };
        _duration.Record(request.Total.TotalSeconds, tags);
        if (request.FirstByte is { } firstByte)
        {
            _firstByte.Record(firstByte.TotalSeconds, tags);
        }

        _received.Add(request.BytesIn, tags);
        _sent.Add(request.BytesOut, tags);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
