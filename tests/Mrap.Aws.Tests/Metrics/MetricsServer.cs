using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Mrap.Aws.Connections;
using Mrap.Core.AccessPoints;
using Mrap.Core.Metrics;
using Mrap.Core.Regions;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Metrics;

/// <summary>The use cases, and a server that stands for S3 and CloudWatch of all Regions and keeps every request.</summary>
internal sealed class MetricsServer : IAsyncDisposable
{
    private readonly RecordingServer _server;
    private readonly ConsoleServices _services;

    private MetricsServer(RecordingServer server, ConsoleServices services) => (_server, _services) = (server, services);

    public static DateTimeOffset Now { get; } = new(2026, 11, 27, 9, 30, 12, TimeSpan.Zero);

    public static BucketPlace Dublin { get; } = Place("dublin", "eu-west-1");

    public static BucketPlace Sydney { get; } = Place("sydney", "ap-southeast-2");

    public static BucketPlace Ohio { get; } = Place("ohio", "us-east-2");

    public static MetricWindow Window { get; } = MetricWindow.Of(TimeRange.Parse("15m").Value, Now);

    public static AccessPoint AccessPoint { get; } = new(
        AccessPointName.Parse("demo").Value, AccessPointAlias.Parse("mmqdt41e4bf6x.mrap").Value, AccountId.Parse("123456789012").Value,
        Now, AccessPointStatus.Ready, BlockPublicAccess.AllOn,
        [
            .. new[] { Dublin, Sydney, Ohio }.Select(
                place => new MemberBucket(place.Bucket, place.Region, AccountId.Parse("123456789012").Value)),
        ]);

    public ActingAs Acting => _services.Acting;

    public IReadOnlyList<RecordedRequest> Requests => _server.Requests;

    /// <summary>Starts a server.</summary>
    /// <param name="answer">Answers a request; null for a metric that has one point of value 1 a minute, and for nothing else.</param>
    public static async Task<MetricsServer> StartAsync(
        Func<RecordedRequest, RecordedAnswer?>? answer = null, TimeProvider? time = null)
    {
        var server = await RecordingServer.StartAsync((request, _) => answer?.Invoke(request) ?? Points(request, 1));
        return new MetricsServer(
            server, new ConsoleServices(new AwsEnvironment { SandboxPort = server.Port, MaxAttempts = 1 }, time));
    }

    public T Get<T>()
        where T : notnull => _services.Get<T>();

    public static bool IsOf(RecordedRequest request, BucketPlace place) =>
        request.Host.Contains(place.Region.Value, StringComparison.Ordinal);

    /// <summary>The form of a call.</summary>
    public static Dictionary<string, string> Form(RecordedRequest request) =>
        QueryHelpers.ParseQuery(request.Text).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);

    /// <summary>Answers GetMetricData with one value in the first minutes of the window for each query.</summary>
    public static RecordedAnswer Points(RecordedRequest request, double value, int points = 1, string? nextToken = null, int from = 0)
    {
        var form = Form(request);
        var xml = new StringBuilder("<GetMetricDataResponse><GetMetricDataResult><MetricDataResults>");
        for (var i = 1; form.TryGetValue($"MetricDataQueries.member.{i}.Id", out var id); i++)
        {
            var times = Enumerable.Range(from, points).Select(
                index => $"<member>{Window.TimeOf(index).UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}Z</member>");
            var values = Enumerable.Repeat(string.Create(CultureInfo.InvariantCulture, $"<member>{value}</member>"), points);
            xml.Append(CultureInfo.InvariantCulture, $"<member><Id>{id}</Id><Timestamps>{string.Concat(times)}</Timestamps><Values>")
                .Append(CultureInfo.InvariantCulture, $"{string.Concat(values)}</Values><StatusCode>Complete</StatusCode></member>");
        }

        xml.Append("</MetricDataResults>");
        xml.Append(nextToken is null ? string.Empty : $"<NextToken>{nextToken}</NextToken>");
        return new RecordedAnswer(200, xml.Append("</GetMetricDataResult></GetMetricDataResponse>").ToString());
    }

    public static RecordedAnswer Fault(int status, string code) => new(
        status, $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>");

    public async ValueTask DisposeAsync()
    {
        _services.Dispose();
        await _server.DisposeAsync();
    }

    private static BucketPlace Place(string bucket, string region) =>
        new(BucketName.Parse(bucket).Value, RegionId.Parse(region).Value);
}
