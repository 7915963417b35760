using System.Text.Json;
using Mrap.Aws.Connections;
using Mrap.Aws.Faults;
using Mrap.Core.Regions;
using Mrap.Core.Routing;

namespace Mrap.Aws.Routing;

/// <summary>Asks the sandbox how its Regions are: <c>GET /_sandbox/regions</c>.</summary>
/// <param name="environment">Where the sandbox answers.</param>
public sealed class SandboxFleetHealth(AwsEnvironment environment) : IFleetHealthSource, IDisposable
{
    private const string WhatFailed = "How the Regions are could not be read.";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    /// <inheritdoc/>
    public bool IsKnown => true;

    /// <inheritdoc/>
    public Task<Outcome<FleetHealth>> ReadAsync(CancellationToken cancellationToken) => AwsCall.InvokeAsync(WhatFailed, async () =>
    {
        var address = new Uri($"http://127.0.0.1:{environment.SandboxPort}/_sandbox/regions");
        using var answer = await _http.GetAsync(address, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await ReadAsync(body, cancellationToken);
    });

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<FleetHealth> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return json.RootElement.EnumerateObject().Aggregate(FleetHealth.AllUp, With);
        }
        catch (JsonException fault)
        {
            throw new FormatException("the answer is not JSON", fault);
        }
        catch (Exception fault) when (fault is InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("the answer does not say it for each Region", fault);
        }
    }

    private static FleetHealth With(FleetHealth health, JsonProperty region) =>
        RegionId.Parse(region.Name).TryGet(out var id) ? health.With(id, Read(region.Value.GetProperty("state").GetString())) : health;

    private static RegionHealth Read(string? state) => state switch
    {
        "down" => RegionHealth.Down,
        "degraded" => RegionHealth.Degraded,
        _ => RegionHealth.Up,
    };
}
