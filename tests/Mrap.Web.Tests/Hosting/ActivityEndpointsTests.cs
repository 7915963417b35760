using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Activity;
using Mrap.Testing;
using Mrap.Web.Data.Activity;
using Mrap.Web.Hosting;

namespace Mrap.Web.Tests.Hosting;

public sealed class ActivityEndpointsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryActivityLog _log = new();
    private readonly TearingActivityLog _tearing;
    private WebApplication? _app;
    private HttpClient? _client;

    public ActivityEndpointsTests() => _tearing = new TearingActivityLog(_log);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IActivityLog>(_tearing);
        builder.Services.AddSingleton<ReadActivity>();
        _app = builder.Build();
        _app.MapActivityExport();
        await _app.StartAsync(Cancellation);
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _app!.DisposeAsync();
    }

    [Fact]
    public async Task Export_OfAFilter_IsAFileOfItsEntriesNewestFirstOverAllPages()
    {
        for (var i = 0; i < ActivityQuery.MaxCount + 5; i++)
        {
            await _log.AppendAsync(ActivityExample.Entry(s_noon.AddSeconds(i), i % 100 == 0 ? "eve" : "ada"), Cancellation);
        }

        using var answer = await _client!.GetAsync(new Uri("/activity.csv?person=ada", UriKind.Relative), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.ToString().ShouldContain("attachment; filename=activity.csv");
        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).Split("\r\n");
        lines[0].ShouldStartWith("Time (UTC),Person,");
        lines[1].ShouldStartWith("2026-11-26T12:08:24.000Z,ada,");
        lines.Length.ShouldBe(1 + ActivityQuery.MaxCount + 5 - 6 + 1);
        lines.ShouldNotContain(line => line.Contains(",eve,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_WhoseLogFailsHalfWay_DoesNotLookLikeAWholeFile()
    {
        for (var i = 0; i < ActivityQuery.MaxCount + 5; i++)
        {
            await _log.AppendAsync(ActivityExample.Entry(s_noon.AddSeconds(i)), Cancellation);
        }

        _tearing.IsTorn = true;

        await Should.ThrowAsync<HttpRequestException>(
            () => _client!.GetStringAsync(new Uri("/activity.csv", UriKind.Relative), Cancellation));
    }

    [Fact]
    public async Task Export_OfALogThatDoesNotAnswer_IsNoFile()
    {
        _log.Fault = new SqliteException("disk I/O error", 10);

        using var answer = await _client!.GetAsync(new Uri("/activity.csv", UriKind.Relative), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldStartWith("The activity log could not be read.");
    }
}
