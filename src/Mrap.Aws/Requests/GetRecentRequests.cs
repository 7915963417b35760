using Mrap.Aws.Faults;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Observation;
using Mrap.Core.Regions;

namespace Mrap.Aws.Requests;

/// <summary>Reads what the sandbox answered lately: <c>GET /_sandbox/requests</c>. AWS tells such things by CloudWatch alone.</summary>
/// <param name="sandbox">The sandbox.</param>
public sealed class GetRecentRequests(SandboxControl sandbox)
{
    /// <summary>The most requests that the sandbox remembers.</summary>
    public const int Max = 2000;

    private const string WhatFailed = "The latest requests could not be read.";

    /// <summary>Whether there is a sandbox to ask.</summary>
    public bool IsThere => sandbox.IsThere;

    /// <summary>Reads them.</summary>
    /// <param name="accessPoint">The access point they came through; null for all requests.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The requests, newest first, or why they could not be read.</returns>
    public async Task<Outcome<RecentRequests>> ExecuteAsync(AccessPointName? accessPoint, CancellationToken cancellationToken)
    {
        var path = $"requests?limit={Max}{(accessPoint is { } name ? $"&accessPoint={name.Value}" : string.Empty)}";
        var answer = await sandbox.GetAsync<List<Entry>>(path, WhatFailed, cancellationToken);
        return answer.TryGet(out var entries, out var fault)
            ? new RecentRequests([.. entries.Select(entry => entry.Read())], entries.Count < Max)
            : fault;
    }

    private sealed record Entry(
        DateTimeOffset Time,
        string? RequestId,
        string? Vantage,
        string? Method,
        string? AccessPoint,
        string? Key,
        string? Region,
        int Status,
        string? ErrorCode,
        double DurationMs,
        string? Operation)
    {
        public ServedRequest Read() => new(
            Time,
            RequestId ?? string.Empty,
            Vantage,
            AccessPoint,
            Operation ?? Method ?? string.Empty,
            Key,
            RegionId.Parse(Region).TryGet(out var region) ? region : null,
            new RequestOutcome(Status, ErrorCode, Math.Max(0, DurationMs)));
    }
}
