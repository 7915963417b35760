using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mrap.Testing;

/// <summary>
/// Stands before a sandbox and plays its traffic: what the requests come to is said by the test, all else is the sandbox's.
/// </summary>
public sealed class TrafficFront : IAsyncDisposable
{
    private const string TrafficPath = "/_sandbox/traffic";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly WebApplication _app;
    private readonly int _sandboxPort;
    private readonly List<JsonElement> _orders = [];
    private long _begun;
    private DateTimeOffset _startedAt;
    private readonly ConcurrentQueue<(TimeSpan At, bool IsDown)> _changes = new();
    private TimeSpan? _stopped;

    private TrafficFront(WebApplication app, int sandboxPort) => (_app, _sandboxPort) = (app, sandboxPort);

    /// <summary>Says each request from its index, the prefix of keys and whether a Region is down: one is sent every 20 ms.</summary>
    public Func<int, string, bool, object> Sample { get; set; } = (index, prefix, _) => Read(index, $"{prefix}r", "us-east-1");

    /// <summary>Called with the prefix when traffic begins.</summary>
    public Func<string, Task> OnBegin { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called when Regions are about to be changed.</summary>
    public Action OnRegionsChange { get; set; } = () => { };

    /// <summary>How long traffic runs before it ends by itself; as long as it was asked for when null.</summary>
    public TimeSpan? EndsAfter { get; set; }

    /// <summary>Whether somebody else's traffic runs.</summary>
    public bool IsBusy { get; set; }

    /// <summary>The documents that traffic was started with.</summary>
    public IReadOnlyList<JsonElement> Orders => _orders;

    /// <summary>How many times traffic was stopped.</summary>
    public int Stops { get; private set; }

    public int Port { get; private set; }

    public static object Read(int index, string key, string region, int status = 200) =>
        new { atMs = index * 20, place = "us-east-1", method = "GET", key, region, status, error = (string?)null, ms = 5.5 };

    public static object Write(int index, string key, string region) =>
        new { atMs = index * 20, place = "gb-london", method = "PUT", key, region, status = 200, error = (string?)null, ms = 7 };

    public static async Task<TrafficFront> StartAsync(int sandboxPort)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var front = new TrafficFront(app, sandboxPort);
        app.Run(front.AnswerAsync);
        await app.StartAsync();
        front.Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private Task AnswerAsync(HttpContext http) => (http.Request.Path.Value, http.Request.Method) switch
    {
        (TrafficPath, "POST") => BeginAsync(http),
        (TrafficPath, "GET") => http.Response.WriteAsync(Page(http.Request.Query["since"].ToString()), http.RequestAborted),
        (TrafficPath, "DELETE") => StopAsync(http),
        _ => ForwardAsync(http),
    };

    private async Task BeginAsync(HttpContext http)
    {
        if (IsBusy)
        {
            http.Response.StatusCode = StatusCodes.Status409Conflict;
            await http.Response.WriteAsync("""{"error":"traffic runs already"}""", http.RequestAborted);
            return;
        }

        using var order = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        _orders.Add(order.RootElement.Clone());
        await OnBegin(Prefix);
        _changes.Clear();
        (_begun, _startedAt, _stopped) = (Stopwatch.GetTimestamp(), TimeProvider.System.GetUtcNow(), null);
        http.Response.StatusCode = StatusCodes.Status201Created;
    }

    private Task StopAsync(HttpContext http)
    {
        _stopped ??= Stopwatch.GetElapsedTime(_begun);
        Stops++;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private string Prefix => _orders[^1].GetProperty("prefix").GetString()!;

    private string Page(string since)
    {
        var first = int.Parse(since, System.Globalization.CultureInfo.InvariantCulture);
        var age = _stopped ?? Stopwatch.GetElapsedTime(_begun);
        var isEnded = EndsAfter is { } end && age > end;
        var count = (int)((isEnded ? EndsAfter!.Value : age).TotalMilliseconds / 20);
        return JsonSerializer.Serialize(new
        {
            state = (_stopped, isEnded) switch
            {
                (not null, _) => "stopped",
                (_, true) => "done",
                _ => "running",
            },
            startedAt = _startedAt,
            sent = count,
            next = Math.Max(first, count),
            samples = Enumerable.Range(first, Math.Max(0, count - first)).Select(index => Sample(index, Prefix, IsDown(index))),
        });
    }

    private bool IsDown(int index) => _changes.LastOrDefault(change => change.At.TotalMilliseconds <= index * 20).IsDown;

    private async Task ForwardAsync(HttpContext http)
    {
        if (http.Request.Method == "PUT" && http.Request.Path.StartsWithSegments("/_sandbox/regions", StringComparison.Ordinal))
        {
            OnRegionsChange();
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), $"http://127.0.0.1:{_sandboxPort}{target}");
        request.Content = body.Length > 0 ? new ByteArrayContent(body.ToArray()) : null;
        foreach (var (name, values) in http.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        using var answer = await _http.SendAsync(request, http.RequestAborted);
        var text = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);
        if (http.Request.Path.StartsWithSegments("/_sandbox/regions", StringComparison.Ordinal) && answer.IsSuccessStatusCode)
        {
            _changes.Enqueue((
                Stopwatch.GetElapsedTime(_begun),
                Encoding.UTF8.GetString(text).Contains("\"down\"", StringComparison.Ordinal)));
        }

        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await http.Response.Body.WriteAsync(text, http.RequestAborted);
    }
}
