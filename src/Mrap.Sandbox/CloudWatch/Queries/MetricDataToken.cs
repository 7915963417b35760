using System.Globalization;
using Mrap.Sandbox.CloudWatch.Protocol;
using Mrap.Sandbox.S3.Protocol;

namespace Mrap.Sandbox.CloudWatch.Queries;

/// <summary>The tokens of one GetMetricData: good for that call only.</summary>
internal sealed class MetricDataToken(CloudWatchCall call, long from, long to, bool isDescending, int queries)
{
    private readonly string _scope = string.Create(
        CultureInfo.InvariantCulture, $"GetMetricData {call.Region} {call.Account} {from} {to} {isDescending} {queries}");

    /// <summary>A token that leads to a position.</summary>
    public string Write(MetricDataPosition position) => OpaqueToken.Make(
        _scope, string.Create(CultureInfo.InvariantCulture, $"{position.Query}.{position.Series}.{position.Point}"));

    /// <summary>The position that a token leads to; the beginning without one.</summary>
    /// <exception cref="Wire.ServiceException">It was not made for this call.</exception>
    public MetricDataPosition Read(string? token)
    {
        if (token is null)
        {
            return default;
        }

        // the check of a token needs no secret, so that anybody can make one that leads nowhere
        var parts = (OpaqueToken.Read(_scope, token) ?? throw CloudWatchErrors.InvalidNextToken()).Split('.');
        return parts.Length == 3 && Number(parts[0]) is { } query && Number(parts[1]) is { } series && Number(parts[2]) is { } point
            ? new MetricDataPosition(query, series, point)
            : throw CloudWatchErrors.InvalidNextToken();
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
