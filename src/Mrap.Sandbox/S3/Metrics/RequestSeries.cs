using Mrap.Sandbox.Metrics;
using Mrap.Sandbox.Observation;

namespace Mrap.Sandbox.S3.Metrics;

/// <summary>
/// The request metrics of one metrics configuration (Amazon S3 User Guide, "Metrics and dimensions", Amazon S3 CloudWatch request metrics).
/// </summary>
internal sealed class RequestSeries
{
    private const string Count = "Count";
    private const string Bytes = "Bytes";
    private const string Milliseconds = "Milliseconds";

    private static readonly string?[] s_families = Families();

    private readonly Func<string, string, MetricSeries?> _open;
    private readonly MetricSeries?[] _byFamily = new MetricSeries?[s_families.Length];
    private readonly MetricSeries? _all;
    private readonly MetricSeries? _clientErrors;
    private readonly MetricSeries? _serverErrors;
    private readonly MetricSeries? _firstByte;
    private readonly MetricSeries? _total;
    private MetricSeries? _uploaded;
    private MetricSeries? _downloaded;

    /// <summary>Opens the metrics that every request counts in.</summary>
    /// <param name="open">Opens a metric by name and unit.</param>
    public RequestSeries(Func<string, string, MetricSeries?> open)
    {
        _open = open;
        _all = open("AllRequests", Count);
        _clientErrors = open("4xxErrors", Count);
        _serverErrors = open("5xxErrors", Count);
        _firstByte = open("FirstByteLatency", Milliseconds);
        _total = open("TotalRequestLatency", Milliseconds);
    }

    /// <summary>Counts a request.</summary>
    public void Add(RequestObserved request)
    {
        var second = request.Arrived.ToUnixTimeSeconds();
        _all?.Add(second, 1);
        var family = (int)request.Family;
        if (s_families[family] is { } name)
        {
            (_byFamily[family] ??= _open(name, Count))?.Add(second, 1);
        }

        _clientErrors?.Add(second, request.Status is >= 400 and < 500 ? 1 : 0);
        _serverErrors?.Add(second, request.Status >= 500 ? 1 : 0);
        if (request.BytesIn > 0)
        {
            (_uploaded ??= _open("BytesUploaded", Bytes))?.Add(second, request.BytesIn);
        }

        if (request.BytesOut > 0)
        {
            (_downloaded ??= _open("BytesDownloaded", Bytes))?.Add(second, request.BytesOut);
        }

        if (request.FirstByte is { } firstByte)
        {
            _firstByte?.Add(second, firstByte.TotalMilliseconds);
        }

        _total?.Add(second, request.Total.TotalMilliseconds);
    }

    private static string?[] Families()
    {
        var names = new string?[Enum.GetValues<RequestFamily>().Length];
        foreach (var family in Enum.GetValues<RequestFamily>())
        {
            names[(int)family] = family == RequestFamily.Other ? null : family + "Requests";
        }

        return names;
    }
}
